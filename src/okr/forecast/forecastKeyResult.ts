import { dayNumber } from '../../calendar/dayNumber.js'
import { Decimal, toDecimal } from '../../internal/decimal.js'
import { assertArray, assertDay, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Day, DecimalInput } from '../../measurement.js'
import { readDays } from '../cycle/cyclePeriod.js'
import type { Plan } from '../models/cycle.js'
import type { Operator, Quantity } from '../models/quantity.js'
import { planCurve } from '../pace/planCurve.js'
import { readLevel } from '../readLevel.js'
import { readQuantity } from '../readQuantity.js'
import { assertOperator } from '../scoring/compareByOperator.js'
import { driftLaw } from './driftLaw.js'
import { type Forecast, predict, unpredicted } from './predict.js'
import { trendLaw } from './trendLaw.js'

/** Options of {@link forecastKeyResult}. */
export interface ForecastKeyResultOptions {
  /** The day of the forecast. */
  readonly asOf: Day
  /** Two-sided confidence of the interval, in (0, 1); default 0.8. */
  readonly level?: DecimalInput | undefined
}

/** What a forecast is made from. */
export interface ForecastData {
  /** Values by day; those without a value are skipped, the last of a day counts. */
  readonly readings: readonly ForecastReading[]
  /** First day. */
  readonly firstDay: Day
  /** Last day, of which the value is forecast. */
  readonly lastDay: Day
  /** How progress is expected to come; default linear. */
  readonly plan?: Plan | undefined
  /** The target. */
  readonly target: DecimalInput
  /** How the value is compared with it. */
  readonly operator: Operator
  /** Whether the number adds up, stands, or is measured anew each time; default `'level'`. */
  readonly nature?: 'cumulative' | 'level' | 'rate' | undefined
}

/** A value by its day. */
export interface ForecastReading {
  /** Day that it speaks about. */
  readonly on: Day
  /** The value; null when it could not be measured. */
  readonly value: Quantity | null
}

/**
 * Forecasts the value of a key result on its last day, and the probability that it attains its target.
 *
 * On plan time τ (the expected progress of a day times the span of days). Nature cumulative or level: a walk with drift,
 * mean xₙ + μH and variance s²(h + H²/A) with increments dᵢ over tᵢ days and uᵢ of plan time, A = Σ uᵢ²/tᵢ,
 * μ = Σ (dᵢuᵢ/tᵢ)/A. Nature rate: least squares on τ with its predictive variance. Student's law gives the probability.
 *
 * @param data - readings, days, plan, target, operator, nature
 * @param options - the day of the forecast, level of the interval
 * @returns probability, mean, deviation and interval in the unit of the metric; nulls with `insufficient_history` (fewer
 * than five readings, or none of them after the plan has begun) or `period_ended` (a reading of the last day)
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_PERIOD, INVALID_PLAN, INVALID_NUMBER, INVALID_CONDITION,
 * INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { forecastKeyResult } from 'retention-okr/okr'
 *
 * const days = ['2026-01-01', '2026-01-08', '2026-01-15', '2026-01-22', '2026-01-29']
 * const values = ['0', '0.1', '0.18', '0.3', '0.4']
 * const readings = days.map((on, index) => ({ on, value: values[index] ?? null }))
 * const data = { readings, firstDay: '2026-01-01', lastDay: '2026-04-02', target: 1, operator: 'gte' } as const
 * const forecast = forecastKeyResult({ ...data, nature: 'cumulative' }, { asOf: '2026-01-29' })
 * forecast.mean // => 1.3
 * forecast.probability ?? 0 // ≈ 0.9787
 * ```
 * @since 0.1.0
 */
export function forecastKeyResult(data: ForecastData, options: ForecastKeyResultOptions): Forecast {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['asOf', 'level'])
  const target = toDecimal(data.target, 'target')
  return forecastOf({ ...data, target }, options)
}

/** The data of a forecast with an exact target. */
export type ExactForecastData = Omit<ForecastData, 'target'> & { readonly target: Decimal }

/** The same towards an exact target. */
export function forecastOf(data: ExactForecastData, options: ForecastKeyResultOptions): Forecast {
  const { plan = { kind: 'linear' }, target, operator, nature = 'level' } = data
  assertDay(options.asOf, 'options.asOf')
  const level = readLevel(options.level ?? 0.8)
  assertOperator(operator, 'operator', 'INVALID_CONDITION')
  assertOneOf(nature, ['cumulative', 'level', 'rate'], 'nature', 'INVALID_INPUT')
  const { first, last } = readDays(data)
  const span = last - first
  const planTime = (day: number): Decimal =>
    planCurve(plan, span === 0 ? new Decimal(1) : new Decimal(day - first).div(span), span).times(span)
  const end = planTime(last)
  const readings = readReadings(data.readings, first, Math.min(dayNumber(options.asOf), last))
  const model = nature === 'rate' ? 'trend' : 'drift'
  const used = { model, readings: readings.length, plan } as const
  const latest = readings.at(-1)
  if (latest === undefined || readings.length < 5) return { ...unpredicted('insufficient_history'), ...used }
  if (latest.day === last) return { ...unpredicted('period_ended'), ...used }
  const timed = readings.map(({ day, value }) => ({ day, value, time: planTime(day) }))
  const law = model === 'trend' ? trendLaw(timed, end) : driftLaw(timed, { day: last, time: end })
  if (law === null) return { ...unpredicted('insufficient_history'), ...used }
  return { ...predict(law, { target, operator }, level), ...used }
}

function readReadings(readings: unknown, first: number, end: number): { day: number; value: Decimal }[] {
  assertArray(readings, 'readings')
  const byDay = new Map<number, Decimal>()
  readings.forEach((reading, index) => {
    assertPlain(reading, `readings[${index}]`)
    const { on, value } = reading
    assertDay(on, `readings[${index}].on`)
    const read = readQuantity(value, `readings[${index}].value`).value
    const day = dayNumber(on)
    if (read !== null && day >= first && day <= end) byDay.set(day, read)
  })
  return [...byDay].map(([day, value]) => ({ day, value })).sort((a, b) => a.day - b.day)
}

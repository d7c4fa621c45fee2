import { fail } from '../../internal/fail.js'
import { assertArray, assertCount, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import { eventRateMeasurement } from '../internal/eventRateMeasurement.js'
import { type ProportionOptions, proportionMeasurement } from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import { figures, methods, presets } from './definitions.js'
import type { ChurnCounts, ChurnMethod, ChurnPreset } from './model.js'

/** Options of {@link churnRate}. */
export interface ChurnRateOptions extends ProportionOptions {
  /** Which definition; default `'closedCohortNet'`. */
  readonly method?: ChurnMethod | undefined
  /** Another tool's definition; an explicit `method` wins over it. */
  readonly preset?: ChurnPreset | undefined
}

type Figure = ChurnMethod | (typeof figures)[ChurnPreset]
/** The counts at hand; a method reads only its own. */
export type SomeChurnCounts = { readonly [K in keyof ChurnCounts]?: ChurnCounts[K] | undefined }

/**
 * Measures customer churn from counts, by one of six methods or as another tool counts it.
 *
 * | method | figure |
 * | --- | --- |
 * | `closedCohortNet` (default) | lost / opening: opening customers that are gone at the end |
 * | `openingEver` | openingChurned / opening: left at least once, even if back |
 * | `eventsOverOpening` | churnEvents / opening |
 * | `eventsOverOpeningPlusNew` | churnEvents / (opening + joined) |
 * | `exposure` | 1 − exp(−periodTime · churnEvents / customerTime) |
 * | `upForRenewal` | termsNotRenewed / termsEnded |
 *
 * The default is the only common variant that is a binomial proportion: it has a Wilson interval and never exceeds 1.
 * The event methods have Garwood limits and the caveat `not_a_probability`.
 *
 * @param counts - counts of one period; a method reads only its own
 * @param options - method or preset, level, interval
 * @returns `churn-rate` as a ratio per period; null with `empty_base` or `zero_denominator` without a base
 * @throws {@link RetentionOkrError} MISSING_COUNT for a count that the method needs
 * @throws {@link RetentionOkrError} INVALID_COUNT for a count that is none
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are lost than there were
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown method, preset or interval
 * @example
 * ```ts
 * import { churnRate } from 'retention-okr/metrics'
 *
 * const counts = { opening: 100, joined: 20, lost: 9, churnEvents: 12, closing: 112 }
 * churnRate(counts).value // => 0.09
 * churnRate(counts, { method: 'eventsOverOpening' }).value // => 0.12
 * churnRate(counts, { preset: 'stripe' }).value // => 0.1
 * churnRate({ opening: 0, lost: 0 }).reason // => 'empty_base'
 * ```
 * @see ChartMogul, Baremetrics, Stripe, ProfitWell and Recurly help pages on churn rate formulas
 * @since 0.1.0
 */
export function churnRate(counts: SomeChurnCounts, options: ChurnRateOptions = {}): Measurement {
  assertKnownOptions(options, ['method', 'preset', 'level', 'interval'])
  const { method, preset, level, interval } = options
  if (method !== undefined) assertOneOf(method, methods, 'options.method')
  if (preset !== undefined) assertOneOf(preset, presets, 'options.preset')
  const figure: Figure = method ?? (preset === undefined ? 'closedCohortNet' : figures[preset])
  const definition = preset === undefined ? { method: figure } : { method: figure, preset }
  return measureFigure(figure, counts, { level, interval }, definition)
}

type Definition = Record<string, unknown>

function measureFigure(
  figure: Figure,
  counts: SomeChurnCounts,
  options: ProportionOptions,
  definition: Definition,
): Measurement {
  switch (figure) {
    case 'closedCohortNet':
      return proportion(counts, 'lost', 'opening', options, definition)
    case 'openingEver':
      return proportion(counts, 'openingChurned', 'opening', options, definition)
    case 'upForRenewal':
      return proportion(counts, 'termsNotRenewed', 'termsEnded', options, definition)
    case 'eventsOverOpening': {
      const { churnEvents, opening } = readCounts(counts, ['churnEvents', 'opening'])
      return events(churnEvents, opening, options, definition)
    }
    case 'eventsOverOpeningPlusNew': {
      const { churnEvents, opening, joined } = readCounts(counts, ['churnEvents', 'opening', 'joined'])
      return events(churnEvents, opening + joined, options, definition)
    }
    case 'openingEvents': {
      const { openingChurnEvents, opening } = readCounts(counts, ['openingChurnEvents', 'opening'])
      return events(openingChurnEvents, opening, options, definition)
    }
    case 'averageBase': {
      const { churnEvents, opening, closing } = readCounts(counts, ['churnEvents', 'opening', 'closing'])
      return events(churnEvents, (opening + closing) / 2, { ...options, interval: 'none' }, definition)
    }
    case 'exposure':
      return hazard(counts, options, definition)
    case 'dailySum':
      return sumOfDays(counts, definition)
  }
}

function proportion(
  counts: SomeChurnCounts,
  part: 'lost' | 'openingChurned' | 'termsNotRenewed',
  whole: 'opening' | 'termsEnded',
  options: ProportionOptions,
  definition: Definition,
): Measurement {
  const read = readCounts(counts, [part, whole])
  if (read[part] > read[whole]) {
    fail('COUNT_EXCEEDS_BASE', `counts.${part}`, `must not exceed ${whole}`, read[part])
  }
  return proportionMeasurement(
    { metric: 'churn-rate', numerator: read[part], denominator: read[whole], definition },
    options,
  )
}

function events(numerator: number, denominator: number, options: ProportionOptions, definition: Definition) {
  const caveats = ['not_a_probability']
  return eventRateMeasurement(
    { metric: 'churn-rate', numerator, denominator, definition: { ...definition, caveats } },
    options,
  )
}

/** The probability of leaving within the period at the observed rate of leaving per time. */
function hazard(counts: SomeChurnCounts, options: ProportionOptions, definition: Definition): Measurement {
  const { churnEvents, customerTime, periodTime } = readCounts(counts, ['churnEvents', 'customerTime', 'periodTime'])
  const parts = { metric: 'churn-rate', numerator: churnEvents, denominator: customerTime, definition }
  const rate = eventRateMeasurement(parts, options)
  if (rate.value === null) return { ...rate, sampleSize: churnEvents }
  const probability = (perTime: number): number => -Math.expm1(-periodTime * perTime)
  const limits = rate.interval
  return {
    ...rate,
    value: probability(rate.value),
    sampleSize: churnEvents,
    ...(limits === undefined
      ? {}
      : { interval: { ...limits, lower: probability(limits.lower), upper: probability(limits.upper) } }),
  }
}

/** The sum over the days of churned / active; days without anybody active are left out and counted. */
function sumOfDays(counts: SomeChurnCounts, definition: Definition): Measurement {
  assertPlain(counts, 'counts')
  const { daily } = counts
  if (daily === undefined) fail('MISSING_COUNT', 'counts.daily', 'is needed by the preset', daily)
  assertArray(daily, 'counts.daily')
  let value = 0
  let days = 0
  daily.forEach(({ active, churned }, index) => {
    assertCount(active, `counts.daily[${index}].active`)
    assertCount(churned, `counts.daily[${index}].churned`)
    if (active === 0) return
    value += churned / active
    days += 1
  })
  const empty = daily.length - days
  return {
    metric: 'churn-rate',
    value: days === 0 ? null : value,
    unit: 'ratio',
    sampleSize: days,
    ...(days === 0 ? { reason: 'empty_base' as const } : {}),
    ...(empty === 0 ? {} : { excluded: { zero_base_days: empty } }),
    definition: { ...definition, caveats: ['not_a_probability'] },
  }
}

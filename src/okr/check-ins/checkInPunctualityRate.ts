import { assertArray, assertDay, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day, Measurement } from '../../measurement.js'
import { proportionMeasurement } from '../../metrics/internal/proportionMeasurement.js'
import { readDays } from '../cycle/cyclePeriod.js'
import type { Cadence } from '../models/cycle.js'
import { assertCadence, cadenceDay } from './cadenceDay.js'

/** Options of {@link checkInPunctualityRate}. */
export interface CheckInPunctualityRateOptions {
  /** The day of the question. */
  readonly asOf: Day
}

/** The check-ins of a cycle. */
export interface CheckInPunctualityRateData {
  /** How often people check in. */
  readonly cadence: Cadence
  /** First day of the cycle. */
  readonly firstDay: Day
  /** Last day of the cycle. */
  readonly lastDay: Day
  /** Days of the check-ins. */
  readonly checkIns: readonly Day[]
}

/** Due days by what became of them. */
export interface PunctualityCounts {
  /** On time. */
  onTime: number
  /** Late. */
  late: number
  /** Missed. */
  missed: number
}

/** The share on time with its counts. */
export interface CheckInPunctualityRate extends Measurement {
  /** Due days by what became of them. */
  counts: PunctualityCounts
}

/**
 * Measures the share of the due days of a cycle that were served on time.
 *
 * Due days lie whole cadences after the first day, up to the last. One counts once the next one has come. In order, each
 * takes the unused check-ins since the previous one, else the first unused one before the next one, as late.
 *
 * @param data - cadence, first and last day, days of the check-ins; two on one day count once
 * @param options - the day of the question
 * @returns the share with its Wilson interval and counts; null with `not_mature` when no due day counts yet, `empty_base`
 * when there is none
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_PERIOD, INVALID_OPTION for an unknown cadence, INVALID_INPUT
 * @example
 * ```ts
 * import { checkInPunctualityRate } from 'retention-okr/okr'
 *
 * const checkIns = ['2026-01-14', '2026-01-31', '2026-02-12', '2026-03-12']
 * const cycle = { cadence: 'biweekly', firstDay: '2026-01-01', lastDay: '2026-03-31' } as const
 * const rate = checkInPunctualityRate({ ...cycle, checkIns }, { asOf: '2026-03-20' })
 * rate.value // => 0.5
 * rate.counts // => { onTime: 2, late: 1, missed: 1 }
 * ```
 * @since 0.1.0
 */
export function checkInPunctualityRate(
  data: CheckInPunctualityRateData,
  options: CheckInPunctualityRateOptions,
): CheckInPunctualityRate {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['asOf'])
  const { cadence, firstDay, lastDay } = data
  const { asOf } = options
  assertDay(asOf, 'options.asOf')
  assertCadence(cadence, 'cadence')
  readDays(data)
  const dueDays = dueDaysOf(data)
  const mature = dueDays.filter(({ nextDue }) => nextDue <= asOf)
  const counts = judge(mature, readCheckIns(data.checkIns, asOf))
  const measurement = proportionMeasurement(
    {
      metric: 'check-in-punctuality',
      numerator: counts.onTime,
      denominator: mature.length,
      pending: dueDays.length - mature.length,
      definition: { cadence, firstDay, lastDay, asOf, level: 0.95, interval: 'wilson' },
    },
    {},
  )
  return { ...measurement, counts }
}

interface Window {
  opens: (day: Day) => boolean
  due: Day
  nextDue: Day
}

function dueDaysOf({ firstDay, lastDay, cadence }: CheckInPunctualityRateData): Window[] {
  const windows: Window[] = []
  for (let step = 1; ; step += 1) {
    const due = cadenceDay(firstDay, cadence, step)
    if (due > lastDay) return windows
    const previous = cadenceDay(firstDay, cadence, step - 1)
    // A check-in on the first day of the cycle serves the first due day.
    const opens = step === 1 ? (day: Day) => day >= previous : (day: Day) => day > previous
    windows.push({ opens, due, nextDue: cadenceDay(firstDay, cadence, step + 1) })
  }
}

/** Known days, each once, in order. */
function readCheckIns(checkIns: unknown, asOf: Day): Day[] {
  assertArray(checkIns, 'checkIns')
  const days = checkIns.map((day, index) => {
    assertDay(day, `checkIns[${index}]`)
    return day
  })
  return [...new Set(days)].filter((day) => day <= asOf).sort()
}

function judge(windows: readonly Window[], days: readonly Day[]): PunctualityCounts {
  const counts = { onTime: 0, late: 0, missed: 0 }
  let unused = [...days]
  for (const { opens, due, nextDue } of windows) {
    const served = unused.filter((day) => opens(day) && day <= due)
    const late = unused.find((day) => day > due && day < nextDue)
    if (served.length > 0) {
      counts.onTime += 1
      unused = unused.filter((day) => !served.includes(day))
    } else if (late !== undefined) {
      counts.late += 1
      unused = unused.filter((day) => day !== late)
    } else counts.missed += 1
  }
  return counts
}

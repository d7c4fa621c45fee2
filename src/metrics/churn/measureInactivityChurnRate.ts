import { addLocalDays } from '../../calendar/addLocalDays.js'
import { readInstant } from '../../calendar/readInstant.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Instant, Measurement, Period } from '../../measurement.js'
import type { ActivityEvent, RecordSource } from '../../records/model.js'
import { createKeys } from '../../tally/createKeys.js'
import type { Tally } from '../../tally/model.js'
import type { ProportionOptions } from '../internal/proportionMeasurement.js'
import { readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
import { visitActivity } from '../internal/visitActivity.js'
import { churnRate } from './churnRate.js'
import { countTimes } from './countTimes.js'
import { createActiveTimes } from './createActiveTimes.js'
import type { CustomerTime } from './customerTime.js'

/** Options of {@link measureInactivityChurnRate}. */
export interface MeasureInactivityChurnRateOptions extends ProportionOptions {
  /** Nothing later is known; required for records. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
  /** The period measured, half-open; required. */
  readonly period: Period
  /** Whether a period that is not over is cut at `asOf`; default false: it is null, `not_mature`. */
  readonly partial?: boolean | undefined
  /** Local days after which a silent customer counts as lost, 1 to 36,600; required. */
  readonly inactiveDays: number
  /** Which definition; default `'closedCohortNet'`: active at the start, not at the end. */
  readonly method?: 'closedCohortNet' | 'openingEver' | 'eventsOverOpening' | undefined
  /** First instant of complete history; the look-back of the start must not precede it. */
  readonly historyStart?: Instant | undefined
  /** Whether the customers who lapsed are listed; default false. */
  readonly list?: boolean | undefined
}

/** A customer who was active at the start and is not at the end. */
export interface LapsedCustomer {
  /** Id of the customer. */
  customerId: string
  /** Last activity before the end, UTC. */
  lastActivityAt: string
  /** When the lapse is recognised: last activity plus the days, UTC. */
  recognisedAt: string
}

/** Inactivity churn, with the customers who lapsed when they were asked for. */
export interface InactivityChurnMeasurement extends Measurement {
  /** By id; only with `list`. */
  lapsed?: LapsedCustomer[]
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'inactiveDays',
  'method',
  'historyStart',
  'list',
  'level',
  'interval',
]

/**
 * Measures the share of active customers who fall silent: "no activity for N days".
 *
 * A customer is active at t when an activity lies in `[t − N days, t)`; the lapse is recognised at the last activity plus
 * N days; a gap of exactly N days is no lapse. The spans are then counted as those of subscriptions are.
 *
 * @param source - activity events, or their tally of kind `activity`
 * @param options - period, instant of knowledge, days of silence
 * @returns `inactivity-churn-rate` as a ratio per period; null with `empty_base` without active customers, `not_mature`
 * for a period that is not over, `insufficient_data` when the history is too short
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureInactivityChurnRate } from 'retention-okr/metrics'
 *
 * const activities = [
 *   { customerId: 'A', at: '2024-01-10' },
 *   { customerId: 'A', at: '2024-04-05' },
 *   { customerId: 'B', at: '2024-03-01' },
 * ]
 * const period = { start: '2024-04-01', end: '2024-07-01' }
 * measureInactivityChurnRate(activities, { asOf: '2024-07-01', period, inactiveDays: 90 }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureInactivityChurnRate(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: MeasureInactivityChurnRateOptions,
): InactivityChurnMeasurement {
  assertKnownOptions(options, knownOptions)
  const { inactiveDays, method = 'closedCohortNet', partial, level, interval, list = false } = options
  assertInteger(inactiveDays, { minimum: 1, maximum: 36_600 }, 'options.inactiveDays')
  assertOneOf(method, ['closedCohortNet', 'openingEver', 'eventsOverOpening'], 'options.method')
  const {
    definition: known,
    excluded,
    result: times,
  } = visitActivity(source, options, ({ timeZone }) => {
    const { add, addRows, finish } = createActiveTimes(createKeys('customers', source), undefined, {
      inactiveDays,
      timeZone,
    })
    return { add, addRows, finish }
  })
  const { timeZone } = known
  const period = readMeasuredPeriod(options.period, { ...known, partial })
  const cut = { start: period.start, end: period.until, until: period.until }
  const counts = countTimes(period.isMature ? times : [], [cut], timeZone)[0]?.counts
  const rate = churnRate({ ...counts }, { method, level, interval })
  const measurement = {
    ...rate,
    metric: 'inactivity-churn-rate',
    ...(excluded === undefined ? {} : { excluded }),
    definition: {
      ...rate.definition,
      ...known,
      inactiveDays,
      caveats: [...(rate.definition.caveats ?? []), ...period.caveats].sort(),
    },
  }
  if (!period.isMature) return { ...measurement, reason: 'not_mature' }
  if (historyIsShort(options.historyStart, period.start, inactiveDays, timeZone)) {
    const { interval: _interval, ...rest } = measurement
    return { ...rest, value: null, reason: 'insufficient_data' }
  }
  return list ? { ...measurement, lapsed: lapsedCustomers(times, cut, inactiveDays, timeZone) } : measurement
}

function historyIsShort(historyStart: Instant | undefined, start: number, days: number, timeZone: string): boolean {
  if (historyStart === undefined) return false
  return readInstant(historyStart, timeZone, 'options.historyStart') > addLocalDays(start, -days, timeZone)
}

function lapsedCustomers(
  times: readonly CustomerTime[],
  { start, until }: { start: number; until: number },
  inactiveDays: number,
  timeZone: string,
): LapsedCustomer[] {
  return times
    .filter(({ spans }) => isActive(spans, start) && !isActive(spans, until))
    .sort((a, b) => compareCodeUnits(a.customerId, b.customerId))
    .map(({ customerId, spans }) => {
      const recognised = Math.max(...spans.map(({ end }) => end).filter((end) => end < until))
      return {
        customerId,
        lastActivityAt: new Date(addLocalDays(recognised, -inactiveDays, timeZone)).toISOString(),
        recognisedAt: new Date(recognised).toISOString(),
      }
    })
}

/** Whether a customer was one just before an instant. */
function isActive(spans: CustomerTime['spans'], instant: number): boolean {
  return spans.some(({ start, end }) => start < instant && instant <= end)
}

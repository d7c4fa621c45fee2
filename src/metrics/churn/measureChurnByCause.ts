import { assertKnownOptions } from '../../internal/guards.js'
import type { Instant, Measurement, Period } from '../../measurement.js'
import type { Subscription } from '../../records/model.js'
import type { SpanOptions } from '../../records/options.js'
import type { Tally } from '../../tally/model.js'
import { proportionOptionNames } from '../internal/proportionMeasurement.js'
import { type ChurnByCause, type ChurnByCauseOptions, churnByCause } from './churnByCause.js'
import { createChurnTimes } from './createChurnTimes.js'
import { readPayingPeriod } from './readPayingPeriod.js'

/** Options of {@link measureChurnByCause}. */
export interface MeasureChurnByCauseOptions extends ChurnByCauseOptions {
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
  /** How paying time is read from subscriptions. */
  readonly spans?: SpanOptions | undefined
  /** Subscriptions with revenue that are no trial, or all; default `'mrr'`. */
  readonly paying?: 'mrr' | 'all' | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'spans',
  'paying',
  'completed',
  ...proportionOptionNames,
]

/**
 * Measures customer churn of a period by cause from subscriptions, as {@link churnByCause} defines it.
 *
 * The cause of a lost customer is the `endReason` of the subscription whose paying time ended last, the lowest id on a
 * tie; without one, or when a pause ended it, the cause is unknown.
 *
 * @param source - subscriptions, or their tally of kind `subscriptions`
 * @param options - period, instant of knowledge, completed terms, how paying time is read
 * @returns five ratios over one denominator; null with `empty_base` without customers, `not_mature` for a period that is
 * not over
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of another kind or definition
 * @throws {@link RetentionOkrError} INVALID_PERIOD, INVALID_OPTION, INVALID_INSTANT, EVENT_ORDER, CONFLICTING_RECORDS
 * @example
 * ```ts
 * import { measureChurnByCause } from 'retention-okr/metrics'
 *
 * const plan = { startedAt: '2024-01-01', mrr: 50, currency: 'EUR' }
 * const subscriptions = [
 *   { ...plan, id: '1', customerId: 'a', endedAt: '2024-06-05', endReason: 'involuntary' as const },
 *   { ...plan, id: '2', customerId: 'b', endedAt: '2024-06-30' },
 *   { ...plan, id: '3', customerId: 'c' },
 *   { ...plan, id: '4', customerId: 'd' },
 * ]
 * const period = { start: '2024-06-01', end: '2024-07-01' }
 * const { involuntary, unknown, total } = measureChurnByCause(subscriptions, { asOf: '2024-07-01', period })
 * involuntary.value // => 0.25
 * unknown.value // => 0.25
 * total.value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureChurnByCause(
  source: Iterable<Subscription> | Tally<object>,
  options: MeasureChurnByCauseOptions,
): ChurnByCause {
  assertKnownOptions(options, knownOptions)
  const { completed, level, interval } = options
  const { definition, excluded: left, times, period } = readPayingPeriod(source, options)
  const cut = { start: period.start, end: period.until, until: period.until }
  const known = period.isMature ? times : createChurnTimes().finish()
  const counts = known.count([cut], { ...definition, bySegment: false })[0]?.counts ?? { opening: 0 }
  const causes = churnByCause(counts, { completed, level, interval })
  const described = (measurement: Measurement): Measurement => {
    const excluded = { ...left, ...measurement.excluded }
    const caveats = [...(measurement.definition.caveats ?? []), ...period.caveats].sort()
    return {
      ...measurement,
      ...(period.isMature ? {} : { reason: 'not_mature' as const }),
      ...(Object.keys(excluded).length === 0 ? {} : { excluded }),
      definition: { ...measurement.definition, ...definition, caveats },
    }
  }
  return {
    total: described(causes.total),
    voluntary: described(causes.voluntary),
    involuntary: described(causes.involuntary),
    completed: described(causes.completed),
    unknown: described(causes.unknown),
  }
}

import { assertKnownOptions } from '../../internal/guards.js'
import type { Instant, Measurement, Period } from '../../measurement.js'
import type { Subscription } from '../../records/model.js'
import type { SpanOptions } from '../../records/options.js'
import type { Tally } from '../../tally/model.js'
import { type ChurnRateOptions, churnRate } from './churnRate.js'
import { dailyCounts } from './dailyCounts.js'
import { readPayingPeriod } from './readPayingPeriod.js'

/** Options of {@link measureChurnRate}. */
export interface MeasureChurnRateOptions extends ChurnRateOptions {
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
  'method',
  'preset',
  'level',
  'interval',
]

/**
 * Measures customer churn of a period from subscriptions, as {@link churnRate} defines it.
 *
 * A customer's spans are the union of the paying time of its subscriptions: a change of plan is no churn, two
 * subscriptions that end together are one event. An end after `asOf` is not known yet.
 *
 * @param source - subscriptions, or their tally of kind `subscriptions`
 * @param options - period, instant of knowledge, method or preset, how paying time is read
 * @returns `churn-rate` as a ratio per period; null with `empty_base` without customers, `not_mature` for a period that
 * is not over
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of another kind or definition
 * @throws {@link RetentionOkrError} INVALID_PERIOD, INVALID_OPTION, INVALID_INSTANT, EVENT_ORDER, CONFLICTING_RECORDS
 * @example
 * ```ts
 * import { measureChurnRate } from 'retention-okr/metrics'
 *
 * const subscriptions = [
 *   { id: '1', customerId: 'a', startedAt: '2024-01-01', endedAt: '2024-06-05', mrr: 50, currency: 'EUR' },
 *   { id: '2', customerId: 'b', startedAt: '2024-01-01', mrr: 50, currency: 'EUR' },
 * ]
 * const june = { start: '2024-06-01', end: '2024-07-01' }
 * measureChurnRate(subscriptions, { asOf: '2024-07-01', period: june }).value // => 0.5
 * measureChurnRate(subscriptions, { asOf: '2024-06-15', period: june }).reason // => 'not_mature'
 * ```
 * @since 0.1.0
 */
export function measureChurnRate(
  source: Iterable<Subscription> | Tally<object>,
  options: MeasureChurnRateOptions,
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { method, preset, level, interval } = options
  const { definition, excluded, times, period } = readPayingPeriod(source, options)
  const rateOptions = { method, preset, level, interval }
  if (!period.isMature) {
    const empty = churnRate(noCounts, rateOptions)
    return { ...empty, reason: 'not_mature', ...(excluded === undefined ? {} : { excluded }) }
  }
  const cut = { start: period.start, end: period.until, until: period.until }
  const counts = times.count([cut], { ...definition, bySegment: false })[0]?.counts
  const daily = preset === 'chartmogul-shopify' ? { daily: dailyCounts(times, cut, definition) } : {}
  const rate = churnRate({ ...counts, ...daily }, rateOptions)
  const caveats = [...(rate.definition.caveats ?? []), ...period.caveats].sort()
  return {
    ...rate,
    ...(rate.excluded === undefined && excluded === undefined ? {} : { excluded: { ...excluded, ...rate.excluded } }),
    definition: { ...rate.definition, ...definition, caveats },
  }
}

/** A base without anybody, for a period of which nothing can be said yet. */
const noCounts = {
  opening: 0,
  closing: 0,
  joined: 0,
  lost: 0,
  openingChurned: 0,
  churnEvents: 0,
  openingChurnEvents: 0,
  customerTime: 0,
  periodTime: 0,
  termsEnded: 0,
  termsNotRenewed: 0,
  daily: [],
}

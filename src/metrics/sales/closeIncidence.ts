import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Opportunity } from '../../records/model.js'
import type { AsOfOptions } from '../../records/options.js'
import { cumulativeIncidence } from '../../statistics/cumulativeIncidence.js'
import { dealDays } from './dealDays.js'
import type { CloseIncidence } from './model.js'
import { readDeals } from './readDeals.js'

/** Options of {@link closeIncidence}. */
export interface CloseIncidenceOptions extends AsOfOptions {
  /** Which closing; default `'won'`. */
  readonly outcome?: 'won' | 'lost' | 'closed' | undefined
}

/**
 * Estimates the probability that a deal is won (lost, closed) by each age, open deals included as far as they are known.
 *
 * Aalen and Johansen's estimate: open deals are censored at their age, and the other outcome competes, since a lost deal
 * can no longer be won. Treating lost deals as censored would overstate the curve. Deals closed before they were created
 * count as closed at age 0.
 *
 * @param opportunities - the deals, in any order
 * @param options - instant of knowledge, outcome
 * @returns the curve with a point at every age at which a deal closed, in days, and the median age, null when half is
 * not reached; left out: `duplicate`, `future`, `missing_close_date`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE,
 * INVALID_AMOUNT, INVALID_INPUT
 * @example
 * ```ts
 * import { closeIncidence } from 'retention-okr/metrics'
 *
 * const opportunities = [
 *   { id: '1', createdAt: '2025-01-01', status: 'won', closedAt: '2025-01-06' },
 *   { id: '2', createdAt: '2025-01-01', status: 'lost', closedAt: '2025-01-09' },
 *   { id: '3', createdAt: '2025-03-21', status: 'open' },
 *   { id: '4', createdAt: '2025-01-01', status: 'won', closedAt: '2025-01-13' },
 * ] as const
 * const { curve, medianDays } = closeIncidence(opportunities, { asOf: '2025-03-31' })
 * curve.map(({ days }) => days) // => [5, 8, 12]
 * curve[2]?.incidence ?? 0 // ≈ 0.75
 * medianDays // => 12
 * ```
 * Aalen, Johansen (1978): An empirical transition matrix for non-homogeneous Markov chains based on censored observations
 * @since 0.1.0
 */
export function closeIncidence(opportunities: Iterable<Opportunity>, options: CloseIncidenceOptions): CloseIncidence {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'outcome'])
  const { timeZone = 'UTC', outcome = 'won' } = options
  assertOneOf(outcome, ['won', 'lost', 'closed'], 'options.outcome')
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const exclusions = createExclusions()
  const deals = readDeals(opportunities, {
    asOf,
    timeZone,
    exclusions,
    isInside: () => true,
    duplicates: options.duplicates,
  })
  const ages = deals.map((deal) => ({ days: dealDays(deal, asOf, timeZone), closing: deal.outcome }))
  const negative = ages.filter(({ days }) => days < 0).length
  const observations = ages.map(({ days, closing }) => ({
    time: Math.max(0, days),
    outcome: closing === 'open' ? null : outcome === 'closed' ? 'closed' : closing,
  }))
  const { steps, median } = cumulativeIncidence(observations, { event: outcome })
  const excluded = exclusions.result()
  return {
    curve: steps.map(({ time, incidence, atRisk }) => ({ days: time, incidence, atRisk })),
    medianDays: median,
    sampleSize: deals.length,
    ...(negative === 0 ? {} : { adjusted: { negative_duration: negative } }),
    ...(excluded === undefined ? {} : { excluded }),
  }
}

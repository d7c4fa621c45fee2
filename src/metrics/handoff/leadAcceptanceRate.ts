import { fail } from '../../internal/fail.js'
import { assertCount, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import type { AcceptanceMeasurement } from './models/figures.js'

/** Options of {@link leadAcceptanceRate}. */
export interface LeadAcceptanceRateOptions extends ProportionOptions {
  /** Accepted among the accepted and rejected, or among all whose window is over; default `'decided'`. */
  readonly basis?: 'decided' | 'handed' | undefined
}

/** What {@link leadAcceptanceRate} reads. */
export interface AcceptanceCounts {
  /** Accepted. */
  readonly accepted: number
  /** Rejected. */
  readonly rejected: number
  /** Given back for later; default 0. */
  readonly recycled?: number | undefined
  /** Window over without a decision; default 0. */
  readonly undecided?: number | undefined
  /** Window still open, decided or not; default 0. */
  readonly pending?: number | undefined
  /** Rejections with a reason; default 0. */
  readonly rejectedWithReason?: number | undefined
  /** Rejections for a stated fault of the hand-off; default: not known. */
  readonly faultRejections?: number | undefined
}

/**
 * Gives the share of handed leads that the receiving team accepted.
 *
 * `decided`: accepted / (accepted + rejected); `handed`: accepted / all whose window to decide is over. Near 100 % is no
 * success by itself: look at how many of the accepted were ever touched.
 *
 * @param counts - leads by decision
 * @param options - basis, level, interval
 * @returns `lead-acceptance-rate` as a ratio 0..1; null with `not_mature` while leads are pending or undecided, else
 * `empty_base`
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more rejections have a reason, or a fault, than there are
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { leadAcceptanceRate } from 'retention-okr/metrics'
 *
 * const counts = { accepted: 70, rejected: 20, undecided: 10, rejectedWithReason: 15 }
 * leadAcceptanceRate(counts).reasonCoverage // => 0.75
 * leadAcceptanceRate(counts, { basis: 'handed' }).value // => 0.7
 * ```
 * @since 0.1.0
 */
export function leadAcceptanceRate(
  counts: AcceptanceCounts,
  options: LeadAcceptanceRateOptions = {},
): AcceptanceMeasurement {
  assertKnownOptions(options, ['basis', ...proportionOptionNames])
  const { basis = 'decided', level, interval } = options
  assertOneOf(basis, ['decided', 'handed'], 'options.basis')
  const { accepted, rejected } = readCounts(counts, ['accepted', 'rejected'])
  const { recycled = 0, undecided = 0, pending = 0, rejectedWithReason = 0, faultRejections } = counts
  for (const [name, value] of Object.entries({ recycled, undecided, pending, rejectedWithReason })) {
    assertCount(value, `counts.${name}`)
  }
  if (faultRejections !== undefined) assertCount(faultRejections, 'counts.faultRejections')
  for (const [name, value] of Object.entries({ rejectedWithReason, faultRejections: faultRejections ?? 0 })) {
    if (value > rejected) fail('COUNT_EXCEEDS_BASE', `counts.${name}`, 'must not exceed rejected', value)
  }
  const decisions = accepted + rejected + recycled
  const denominator = basis === 'decided' ? accepted + rejected : decisions + undecided
  const parts = { metric: 'lead-acceptance-rate', numerator: accepted, denominator, pending, definition: { basis } }
  const measurement = proportionMeasurement(parts, { level, interval })
  return {
    ...measurement,
    ...(denominator === 0 ? { reason: pending + undecided > 0 ? 'not_mature' : 'empty_base' } : {}),
    ...(faultRejections === undefined ? {} : { faultRejections }),
    reasonCoverage: rejected === 0 ? null : rejectedWithReason / rejected,
    recycleRate: decisions === 0 ? null : recycled / decisions,
  }
}

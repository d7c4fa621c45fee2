import type { Instant } from '../measurement.js'
import { wishesOf } from './bindKeyResults.js'
import { chooseOptions } from './chooseOptions.js'
import { createReviewSources } from './createReviewSources.js'
import { detectorsOf } from './detectorsOf.js'
import { looksOf } from './looksOf.js'
import type { ReviewGap } from './models/figures.js'
import type { ReviewInput } from './models/input.js'
import type { ReviewPolicy } from './models/policy.js'
import { assertInput, readGiven } from './readInput.js'
import { readReviewOptions } from './readReviewOptions.js'
import { reviewMetrics } from './reviewMetrics.js'

/** Options of {@link planReview}. */
export interface PlanReviewOptions {
  /** The day; nothing later is known. */
  readonly asOf: Instant
  /** Zone of days and periods; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** Choices of the house. */
  readonly policy?: ReviewPolicy | undefined
}

/** What the given records allow. */
export interface ReviewPlan {
  /** Codes of the metrics that can be computed, in the order of a review, and of those given. */
  metrics: string[]
  /** Names of the detectors that have something to look at, in the order of their results. */
  detectors: string[]
  /** What is missing for the others. */
  gaps: ReviewGap[]
}

/**
 * Says which metrics and detectors the given records allow, and what is missing for the others: a dry run.
 *
 * No record is read and no number is computed: a source that can be read once only is still whole afterwards. What is in
 * the records may yet leave less: surveys without an answer of a kind, too few periods.
 *
 * @param input - as for {@link reviewRetention}
 * @param options - the day, zone and choices of the house
 * @returns codes of metrics, names of detectors, and gaps with the records or options that would close them
 * @throws {@link RetentionOkrError} UNKNOWN_METRIC, DUPLICATE_ID, UNKNOWN_KEY_RESULT, CONFLICTING_RECORDS for an input
 * that contradicts itself, INVALID_OPTION for an option or choice that does not exist
 * @example
 * ```ts
 * import { planReview } from 'retention-okr/review'
 *
 * const cycle = { id: 'q', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' } as const
 * const plan = planReview({ cycle, objectives: [], records: { opportunities: [] } }, { asOf: '2026-02-01' })
 * plan.metrics // => ['close-rate']
 * plan.detectors // => ['detectSustainedDecline', 'detectCloseRateFall']
 * plan.gaps[0] // => { what: 'churn-rate', code: 'no_records', needs: ['subscriptions'] }
 * ```
 * @since 0.1.0
 */
export function planReview(input: ReviewInput, options: PlanReviewOptions): ReviewPlan {
  assertInput(input)
  const context = readReviewOptions(options, ['asOf', 'timeZone', 'policy'])
  const given = [...new Set(readGiven(input.measurements ?? []).map(({ metric }) => metric))]
  const wishes = wishesOf(input.objectives, [...reviewMetrics.map(({ code }) => code), ...given])
  const sources = createReviewSources(input.records ?? {}, context)
  const { chosen, gaps } = chooseOptions(sources, context, wishes, true)
  const codes = chosen.map(({ rule }) => rule.code)
  const found = detectorsOf(looksOf(input, chosen, sources, context), sources, context)
  return {
    metrics: [...codes, ...given.filter((metric) => !codes.includes(metric))],
    detectors: found.detectors,
    gaps: [...gaps.filter(({ what }) => !given.includes(what)), ...found.gaps],
  }
}

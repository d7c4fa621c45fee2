import type { ReviewSources } from './createReviewSources.js'
import type { ChosenOptions, MetricRule } from './metricRule.js'
import type { ReviewGap, SegmentName } from './model.js'
import type { ReviewContext } from './reviewContext.js'
import { reviewMetrics } from './reviewMetrics.js'

/** A metric that a key result asks for. */
export interface MetricWish {
  /** Code of the metric. */
  metric: string
  /** Options that its definition names. */
  definition: ChosenOptions
  /** Segment it speaks of. */
  segment?: SegmentName | undefined
}

/** A metric that can be computed, with its options. */
export interface ChosenMetric {
  rule: MetricRule
  options: ChosenOptions
}

/** Which metrics can be computed with which options, and what is missing for the others. */
export function chooseOptions(
  sources: ReviewSources,
  { policy }: ReviewContext,
  wishes: readonly MetricWish[],
): { chosen: ChosenMetric[]; gaps: ReviewGap[] } {
  const chosen: ChosenMetric[] = []
  const gaps: ReviewGap[] = []
  for (const rule of reviewMetrics) {
    const choice = policy.metrics?.[rule.code]
    if (choice === false) continue
    const absent = rule.needs.filter((type) => !sources.has(type))
    if (absent.length > 0) {
      gaps.push({ what: rule.code, code: 'no_records', needs: absent })
      continue
    }
    const wish = wishes.find(({ metric }) => metric === rule.code)
    const options = { ...asked(rule, wish), ...choice }
    const missing = [
      ...(rule.required ?? []).filter((name) => options[name] === undefined),
      ...(rule.ofHandoff && policy.handoff === undefined ? ['policy.handoff'] : []),
    ]
    if (missing.length > 0) gaps.push({ what: rule.code, code: 'missing_option', needs: missing })
    else chosen.push({ rule, options })
  }
  return { chosen, gaps }
}

/** What the definition of a key result says about the options of the metric. */
function asked({ options = [] }: MetricRule, wish: MetricWish | undefined): ChosenOptions {
  const entries = Object.entries(wish?.definition ?? {})
  return Object.fromEntries(entries.filter(([name]) => options.includes(name)))
}

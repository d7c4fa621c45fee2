import { type ChosenOptions, without } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import type { MetricRule } from './metricRule.js'
import type { ReviewGap } from './models/figures.js'
import type { SegmentName } from './models/names.js'
import type { ReviewRecords } from './models/records.js'
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

/**
 * Which metrics can be computed with which options, which have nothing to measure, and what is missing for the others;
 * dry: without reading any.
 */
export function chooseOptions(
  sources: ReviewSources,
  { policy }: ReviewContext,
  wishes: readonly MetricWish[],
  isDry = false,
): { chosen: ChosenMetric[]; absent: ChosenMetric[]; gaps: ReviewGap[] } {
  const absent: ChosenMetric[] = []
  const chosen: ChosenMetric[] = []
  const gaps: ReviewGap[] = []
  const choices = policy.metrics as { readonly [code: string]: ChosenOptions | false | undefined } | undefined
  for (const rule of reviewMetrics) {
    const choice = choices?.[rule.code]
    if (choice === false) continue
    const lacking = rule.needs.filter((type) => !sources.has(type))
    if (lacking.length > 0 && (rule.instead === undefined || !sources.has(rule.instead))) {
      gaps.push({ what: rule.code, code: 'no_records', needs: lacking })
      continue
    }
    const unread = fieldsNotRead(rule, sources)
    if (unread.length > 0) {
      gaps.push({ what: rule.code, code: 'missing_field', needs: unread })
      continue
    }
    const wish = wishes.find(({ metric }) => metric === rule.code)
    const options = { ...asked(rule, wish, sources), ...choice }
    const missing = [
      ...(rule.required ?? []).filter((name) => options[name] === undefined),
      ...(rule.ofHandoff && policy.handoff === undefined ? ['policy.handoff'] : []),
    ]
    if (missing.length > 0) gaps.push({ what: rule.code, code: 'missing_option', needs: missing })
    else if (isDry) chosen.push({ rule, options })
    else if (rule.tallies.some((name) => !sources.hasTally(name))) {
      gaps.push({ what: rule.code, code: 'missing_option', needs: [...(rule.required ?? [])] })
    } else if (wish === undefined && rule.isPresent?.(sources, options) === false) {
      absent.push({ rule, options })
      gaps.push(gapOfAbsent(rule))
    } else chosen.push({ rule, options: withHistory(rule, options, sources) })
  }
  return { chosen, absent, gaps }
}

/** Fields that the metric reads of records that were given as columns, which do not hold them. */
function fieldsNotRead({ rowFields = [] }: MetricRule, { isColumns }: ReviewSources): string[] {
  return rowFields.filter((field) => isColumns(field.slice(0, field.indexOf('.')) as keyof ReviewRecords))
}

/** What a metric lacks whose records are given and hold nothing for it. */
export function gapOfAbsent({ code, needs, absent }: MetricRule): ReviewGap {
  return { what: code, code: absent?.code ?? 'no_records', needs: [...(absent?.needs ?? needs)] }
}

/** What the definition of a key result says about the options of the metric. */
function asked(
  { options = [], shape = [] }: MetricRule,
  wish: MetricWish | undefined,
  { isTallied }: ReviewSources,
): ChosenOptions {
  const entries = Object.entries(wish?.definition ?? {})
  const stated = Object.fromEntries(entries.filter(([name]) => options.includes(name) || shape.includes(name)))
  // A tally was made without the key result: what shaped it cannot be asked for any more.
  return isTallied ? without(stated, shape) : stated
}

/** A metric that looks back says so when the records do not reach back far enough. */
function withHistory(rule: MetricRule, options: ChosenOptions, sources: ReviewSources): ChosenOptions {
  if (rule.firstInstant === undefined || options['historyStart'] !== undefined) return options
  const first = rule.firstInstant(sources)
  return first === undefined ? options : { ...options, historyStart: first }
}

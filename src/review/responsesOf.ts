import { readPolicy } from '../metrics/handoff/readPolicy.js'
import { durationSummary } from '../metrics/service/durationSummary.js'
import type { DurationSummary } from '../metrics/service/model.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewContext } from './reviewContext.js'
import { thinSummary } from './thinSteps.js'

/** Time to the first touch of the hand-offs of the last three periods; the limit is the response target. */
export function responsesOf(sources: ReviewSources, { policy }: ReviewContext): DurationSummary | undefined {
  if (!sources.has('leads') || !sources.has('handoffs') || policy.handoff === undefined) return undefined
  const { cells } = sources.tally('handoffResponses')
  const list = (name: string): number[] => cells.flatMap(({ lists }) => (lists?.[name] ?? []) as number[])
  const limits = [readPolicy(policy.handoff).full.responseTarget]
  const summary = durationSummary({ completed: list('completed'), open: list('open') }, { limits })
  return thinSummary(summary)
}

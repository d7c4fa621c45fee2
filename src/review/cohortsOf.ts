import { measureCohortRetention } from '../metrics/retention/measureCohortRetention.js'
import type { CohortRetention } from '../metrics/retention/model.js'
import { type ChosenOptions, chosen } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewContext } from './reviewContext.js'
import { spanOf } from './windowsOf.js'

/** Cohorts of the last so many periods, followed over as many. */
const cohortPeriods = 12

/** Who of each cohort of the last twelve periods came back, by activity. */
export function cohortsOf(
  sources: ReviewSources,
  { periods, policy, period: { unit } }: ReviewContext,
): CohortRetention | undefined {
  const choices = policy.metrics as { readonly [code: string]: ChosenOptions | false | undefined } | undefined
  const choice = choices?.['cohort-retention']
  if (!sources.has('activities') || choice === false) return undefined
  const recent = periods.slice(-cohortPeriods)
  return measureCohortRetention(sources.tally('activity'), {
    period: spanOf(recent),
    // There are no buckets of a quarter: its months stand for it.
    unit: unit === 'week' ? 'week' : 'month',
    lastOffset: recent.length - 1,
    ...chosen(choice ?? {}),
  })
}

import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { measureNetPromoterScore } from '../metrics/nps/measureNetPromoterScore.js'
import type { ChosenMetric } from './chooseOptions.js'
import { chosen, only, without } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import type { NpsBreakdown } from './models/figures.js'
import type { ReviewContext } from './reviewContext.js'
import { tallyOf } from './tallyOf.js'

/** The score of a group, with the name of the segment that it is a value of. */
export interface NamedBreakdown extends NpsBreakdown {
  /** Name of the segment; absent for everybody. */
  by?: string
}

/** NPS of the last complete period: everybody, then the values of the customer segments in the order of the policy. */
export function npsBreakdown(
  metric: ChosenMetric | undefined,
  sources: ReviewSources,
  { segments, current }: ReviewContext,
): NamedBreakdown[] | undefined {
  if (metric === undefined) return undefined
  const shape = only(metric.options, metric.rule.shape ?? [])
  const options = { ...chosen(without(metric.options, metric.rule.shape ?? [])), period: current }
  const everybody = { group: '', measurement: measureNetPromoterScore(sources.tally('responses', shape), options) }
  if (!sources.has('customers')) return [everybody]
  const groups = segments
    .filter((segment) => segment.of === 'customer' && sources.splits('responses', segment))
    .flatMap((segment) => {
      const { cells } = sources.tally('responses', shape, segment)
      const values = new Set(cells.flatMap(({ segment: value = '' }) => (value === '' ? [] : [value])))
      return [...values].sort(compareCodeUnits).map((value) => ({
        by: segment.name,
        group: value,
        measurement: measureNetPromoterScore(tallyOf(sources, 'responses', shape, { segment, value }), options),
      }))
    })
  return [everybody, ...groups]
}

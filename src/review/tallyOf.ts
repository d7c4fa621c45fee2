import type { Tally } from '../tally/model.js'
import type { ChosenOptions } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import type { SegmentValue } from './metricRule.js'
import type { TallyName } from './reviewTallies.js'

/** A keyed tally, or the part of it that is of a segment. */
export function tallyOf(
  sources: ReviewSources,
  name: TallyName,
  options: ChosenOptions,
  of: SegmentValue | undefined,
): Tally {
  const tally = sources.tally(name, options, of?.segment)
  if (of === undefined) return tally
  return { ...tally, cells: tally.cells.filter(({ segment }) => segment === of.value) }
}

import type { Period } from '../measurement.js'
import { measureCloseRate } from '../metrics/sales/measureCloseRate.js'
import { createSegmentReader } from '../records/createSegmentReader.js'
import type { CountCells } from '../signals/metricSeries.js'
import { type ChosenOptions, chosen, rateOptions, without } from './chosenOptions.js'
import type { ReviewSources } from './createReviewSources.js'
import type { ReviewSegment } from './models/policy.js'
import { dealCounts } from './periodCounts.js'

/** Deals won and not won by period, of those that the definition of the close rate counts. */
export function closeRateCounts(
  sources: ReviewSources,
  options: ChosenOptions,
  periods: readonly Period[],
  segment?: ReviewSegment,
): CountCells {
  // Money won of money closed is no proportion of independent trials.
  if (options['by'] === 'value') return { cells: [] }
  const counts = dealCounts(sources, periods, segment)
  if (options['basis'] !== 'created') return counts
  const segmentOf = createSegmentReader(segment?.field)
  const deals = [...sources.rows('opportunities')]
  const definition = { ...sources.shared, ...chosen(without(options, rateOptions)), interval: 'none' as const }
  const cells = counts.cells.map(({ segment: name, start, end, ...cell }) => {
    const own = name === undefined ? deals : deals.filter((deal) => segmentOf(deal) === name)
    const rate = measureCloseRate(own, { ...definition, period: { start: start ?? '', end: end ?? '' } })
    const won = rate.numerator ?? 0
    // What is not won in its window counts as lost, as in the figure.
    const created = { won, lost: (rate.denominator ?? 0) - won }
    return { pending: rate.pending ?? 0, cell: { ...cell, segment: name, start, end, counts: created } }
  })
  return { cells: cells.filter(({ pending }) => pending === 0).map(({ cell }) => cell) }
}

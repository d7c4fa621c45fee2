import type { CloseRatePeriod, SegmentDeals } from './closeRatePeriods.js'

/**
 * The fall of the close rate at an unchanged mix of segments: their own falls, weighted by their shares of the baseline.
 *
 * Of the segments closed in both; undefined when there are none, or when a period does not tell its segments.
 */
export function standardisedDrop(
  recent: readonly CloseRatePeriod[],
  baseline: readonly CloseRatePeriod[],
): number | undefined {
  if ([...recent, ...baseline].some(({ segments }) => segments === undefined)) return undefined
  const [now, before] = [sumSegments(recent), sumSegments(baseline)]
  const common = [...before].flatMap(([name, old]) => {
    const own = now.get(name)
    return own === undefined || closedOf(own) === 0 || closedOf(old) === 0 ? [] : [{ own, old }]
  })
  if (common.length === 0) return undefined
  const weight = common.reduce((sum, { old }) => sum + closedOf(old), 0)
  const drop = common.reduce((sum, { own, old }) => sum + closedOf(old) * (rateOf(old) - rateOf(own)), 0)
  return drop / weight + 0
}

function sumSegments(periods: readonly CloseRatePeriod[]): Map<string, SegmentDeals> {
  const sums = new Map<string, SegmentDeals>()
  for (const { segments = {} } of periods) {
    for (const [name, { won, lost }] of Object.entries(segments)) {
      const sum = sums.get(name) ?? { won: 0, lost: 0 }
      sums.set(name, { won: sum.won + won, lost: sum.lost + lost })
    }
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function closedOf({ won, lost }: SegmentDeals): number {
  return won + lost
}

function rateOf(deals: SegmentDeals): number {
  return deals.won / closedOf(deals)
}

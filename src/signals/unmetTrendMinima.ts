import type { MetricSeries, UnmetMinimum } from './model.js'
import type { ReadPeriod } from './readSeries.js'

const minimumCoverage = 0.75
const minimumOfEachOutcome = 5
const minimumEvents = 10

/** What a trend needs and does not have: observed periods, few holes, enough of both outcomes or of events. */
export function unmetTrendMinima(
  kind: MetricSeries['kind'],
  periods: readonly ReadPeriod[],
  observed: readonly ReadPeriod[],
  minimumPeriods: number,
): UnmetMinimum[] {
  const minima: UnmetMinimum[] = [{ what: 'periods', needed: minimumPeriods, found: observed.length }]
  if (observed.length > 0) {
    minima.push({ what: 'coverage', needed: minimumCoverage, found: observed.length / periods.length })
  }
  const count = observed.reduce((sum, period) => sum + period.count, 0)
  const base = observed.reduce((sum, period) => sum + period.base, 0)
  // Without an observed period there is nothing to count: the periods alone say it.
  if (kind === 'proportion' && observed.length > 0) {
    minima.push({ what: 'successes', needed: minimumOfEachOutcome, found: count })
    minima.push({ what: 'failures', needed: minimumOfEachOutcome, found: base - count })
  }
  if (kind === 'rate' && observed.length > 0) minima.push({ what: 'events', needed: minimumEvents, found: count })
  return minima.filter(({ needed, found }) => found < needed)
}

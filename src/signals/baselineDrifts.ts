import { mannKendallTest } from '../statistics/mannKendallTest.js'
import { poissonTrendTest } from '../statistics/poissonTrendTest.js'
import { rateOfPeriod } from './rateOfPeriod.js'
import type { ReadPeriod } from './readSeries.js'

const trendLevel = 0.05

/** Whether the baseline itself drifts; periods that are not part of it keep their place in time. */
export function baselineDrifts(
  kind: 'rate' | 'value',
  before: readonly ReadPeriod[],
  baseline: readonly ReadPeriod[],
): boolean {
  const members = new Set(baseline)
  const span = before
    .slice(before.indexOf(baseline[0] as ReadPeriod))
    .map((period) => (members.has(period) ? period : null))
  const p =
    kind === 'value'
      ? mannKendallTest(span.map((period) => period?.value ?? null)).p
      : poissonTrendTest(span.map((period) => period && rateOfPeriod(period))).pAdjusted
  return p < trendLevel
}

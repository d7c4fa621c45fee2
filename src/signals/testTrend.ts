import { autocorrelatedMannKendallTest } from '../statistics/autocorrelatedMannKendallTest.js'
import { cochranArmitageTest } from '../statistics/cochranArmitageTest.js'
import { mannKendallTest } from '../statistics/mannKendallTest.js'
import { poissonTrendTest } from '../statistics/poissonTrendTest.js'
import { seasonalMannKendallTest } from '../statistics/seasonalMannKendallTest.js'
import type { MetricSeries } from './model.js'
import type { ReadPeriod } from './readSeries.js'

/** What the trend test of a series says. */
export interface TrendTest {
  /** Name of the test. */
  name: string
  /** Its score. */
  z: number
  /** Its two-sided p-value. */
  p: number
  /** Null for a test of values. */
  dispersion: number | null
  /** Whether the season is taken out. */
  seasonal: boolean
}

/** Tests a series by what it consists of, and by season where there are two of them. */
export function testTrend(
  { kind, season }: MetricSeries,
  periods: readonly ReadPeriod[],
  values: readonly (number | null)[],
): TrendTest {
  if (season !== undefined && periods.length >= 2 * season) {
    const { z, p } = seasonalMannKendallTest(values, { period: season })
    return { name: 'seasonal-mann-kendall', z, p, dispersion: null, seasonal: true }
  }
  const observed = values.filter((value) => value !== null).length
  if (kind === 'proportion') {
    const rows = periods.map(({ value, count, base }) => (value === null ? null : { successes: count, trials: base }))
    const { z, pAdjusted, dispersion } = cochranArmitageTest(rows)
    return { name: 'cochran-armitage', z, p: pAdjusted, dispersion: dispersion ?? 0, seasonal: false }
  }
  if (kind === 'rate') {
    const rows = periods.map(({ value, count, base }) => (value === null ? null : { count, exposure: base }))
    const { z, pAdjusted, dispersion } = poissonTrendTest(rows)
    return { name: 'poisson-trend', z, p: pAdjusted, dispersion: dispersion ?? 0, seasonal: false }
  }
  if (observed < 8) {
    const { z, p, pExact } = mannKendallTest(values)
    return { name: 'mann-kendall', z, p: pExact ?? p, dispersion: null, seasonal: false }
  }
  const { z, p } = autocorrelatedMannKendallTest(values)
  return { name: 'mann-kendall-ar1', z, p, dispersion: null, seasonal: false }
}

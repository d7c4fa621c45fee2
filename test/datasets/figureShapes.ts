import type { Measurement, NpsMeasurement } from '../../src/index.js'
import { quantile, wilsonInterval } from '../../src/statistics/index.js'
import { type Deviation, deviation } from './describeFigures.js'

/** The standard normal quantile of a two-sided 95 %. */
const z = 1.959963984540054

/** A share as the figures give it. */
export interface Share {
  k: number | null
  n: number | null
  rate: number | null
  wilson95: (number | null)[] | null
}

/** A measured share. */
export function shareOf({ numerator, denominator, value, interval }: Measurement): Share {
  return {
    k: numerator ?? null,
    n: denominator ?? null,
    rate: value,
    wilson95: interval === undefined ? null : [interval.lower, interval.upper],
  }
}

/** A share of rows that no metric counts. */
export function shareOfRows(successes: number, trials: number): Share {
  const { estimate, lower, upper } = wilsonInterval({ successes, trials })
  return { k: successes, n: trials, rate: estimate, wilson95: trials === 0 ? null : [lower, upper] }
}

/** How many rows of a list are of a kind. */
export function shareWhere<T>(rows: readonly T[], isOf: (row: T) => boolean): Share {
  return shareOfRows(rows.filter(isOf).length, rows.length)
}

/** The same by the groups of a key, which may be left out. */
export function sharesBy<T>(
  rows: readonly T[],
  keyOf: (row: T) => string | undefined,
  isOf: (row: T) => boolean,
): Record<string, Share> {
  return mapGroups(rows, keyOf, (group) => shareWhere(group, isOf))
}

/** What each group of rows gives, by its key; rows without a key are in none. */
export function mapGroups<T, R>(
  rows: readonly T[],
  keyOf: (row: T) => string | undefined,
  give: (group: T[], key: string) => R,
): Record<string, R> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return Object.fromEntries([...groups].map(([key, group]) => [key, give(group, key)]))
}

/** How many rows each key has. */
export function countsBy<T>(rows: readonly T[], keyOf: (row: T) => string | undefined): Record<string, number> {
  return mapGroups(rows, keyOf, ({ length }) => length)
}

/** Where values lie, with the quantiles of the library. */
export function spreadOf(values: readonly number[]) {
  const [min, p25, median, p75, p90, max] = quantile(values, { probabilities: [0, 0.25, 0.5, 0.75, 0.9, 1] }).quantiles
  return { n: values.length, min, p25, median, p75, p90, max, mean: meanOf(values) }
}

export function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Pearson's correlation of two columns. */
export function correlationOf(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [meanOf(pairs.map(([first]) => first)), meanOf(pairs.map(([, second]) => second))]
  const sums = pairs.reduce(
    ([xy, xx, yy], [first, second]) => {
      const [dx, dy] = [first - x, second - y]
      return [xy + dx * dy, xx + dx * dx, yy + dy * dy] as const
    },
    [0, 0, 0] as readonly [number, number, number],
  )
  return sums[0] / Math.sqrt(sums[1] * sums[2])
}

/** An NPS with the interval of Wald, which the library ends at the ends of the scale. */
export function npsOf({ value, promoters, passives, detractors, interval, sampleSize }: NpsMeasurement) {
  const nps = value ?? Number.NaN
  const spread = (promoters + detractors) / sampleSize - (nps / 100) ** 2
  const se = 100 * Math.sqrt(spread / sampleSize)
  const limitOf = (ours = Number.NaN, theirs: number): number | Deviation =>
    Math.abs(theirs) > 100 ? deviation({ ours, theirs }) : ours
  const wald95 = [limitOf(interval?.lower, nps - z * se), limitOf(interval?.upper, nps + z * se)]
  return { n: sampleSize, promoters, passives, detractors, nps, se, wald95 }
}

import { indexTimes } from './indexTimes.js'
import type { Patterns } from './patternsOf.js'

/** The parameters of a model of dropout after purchases. */
export interface DropoutParameters {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/** Sums over the customers who may have gone, `p` being the probability that one has. */
export interface GoneSums {
  /** Of `ln(1 + odds)`, the odds being those of having gone. */
  value: number
  /** Of p. */
  share: number
  /** Of p and the derivative of the logarithm of the odds by r. */
  byR: number
  /** The same by alpha. */
  byAlpha: number
  /** The same by b, with the opposite sign. */
  byB: number
}

/** Customers of one frequency: rows of patterns, and the place of their odds. */
interface Group {
  readonly start: number
  readonly end: number
  readonly x: number
  /** Purchases after which they may have gone, less one. */
  readonly j: number
}

/** Powers up to this exponent of e stand in tables. */
const largestExponent = 600
/** Single customers share a logarithm, that of the product of their factors, up to this one. */
const largestFactor = 1e150

/**
 * The part of a likelihood that needs every pattern: `ln(1 + a/(b + j) ((alpha + T)/(alpha + tx))^(r + x))`.
 *
 * The powers are quotients of two of a table by time, made anew for each x, where there are more patterns than times.
 */
export function createGoneSums(patterns: Patterns, first: 0 | 1): (parameters: DropoutParameters) => GoneSums {
  const { times, now, last } = indexTimes(patterns)
  const weights = Float64Array.from(patterns.customers)
  const groups = groupsOf(patterns.frequency, first)
  const longest = times.reduce((most, time) => Math.max(most, time), 0)
  const logs = new Float64Array(times.length)
  const inverses = new Float64Array(times.length)
  const powers = new Float64Array(times.length)
  return ({ r, alpha, a, b }) => {
    const sums: GoneSums = { value: 0, share: 0, byR: 0, byAlpha: 0, byB: 0 }
    for (let place = 0; place < times.length; place += 1) {
      const time = times[place] ?? 0
      logs[place] = Math.log1p(time / alpha)
      inverses[place] = 1 / (alpha + time)
    }
    for (const group of groups) {
      const shape = r + group.x
      const odds = a / (b + group.j)
      const hasMany = group.end - group.start > times.length
      const add = hasMany && shape * Math.log1p(longest / alpha) < largestExponent ? addByTable : addOneByOne
      const share = add(sums, group, shape, odds)
      sums.share += share
      sums.byB += share / (b + group.j)
    }
    return sums
  }

  /** Adds a group and says how many of it have gone. */
  function addByTable(sums: GoneSums, { start, end }: Group, shape: number, odds: number): number {
    for (let place = 0; place < powers.length; place += 1) powers[place] = Math.exp(shape * (logs[place] ?? 0))
    let [value, share, byLogs, byInverses, product] = [0, 0, 0, 0, 1]
    for (let row = start; row < end; row += 1) {
      const [at, before] = [now[row] ?? 0, last[row] ?? 0]
      const weight = weights[row] ?? 0
      const own = (odds * (powers[at] ?? 0)) / (powers[before] ?? 0)
      const gone = (weight * own) / (1 + own)
      if (weight === 1 && own < largestFactor) {
        product *= 1 + own
        if (product > largestFactor) {
          value += Math.log(product)
          product = 1
        }
      } else value += weight * Math.log1p(own)
      share += gone
      byLogs += gone * ((logs[at] ?? 0) - (logs[before] ?? 0))
      byInverses += gone * ((inverses[at] ?? 0) - (inverses[before] ?? 0))
    }
    sums.value += value + Math.log(product)
    sums.byR += byLogs
    sums.byAlpha += shape * byInverses
    return share
  }

  /** The same by one exponential a pattern that cannot overflow. */
  function addOneByOne(sums: GoneSums, { start, end }: Group, shape: number, odds: number): number {
    const logOdds = Math.log(odds)
    let share = 0
    for (let row = start; row < end; row += 1) {
      const [at, before] = [now[row] ?? 0, last[row] ?? 0]
      const weight = weights[row] ?? 0
      const logRatio = (logs[at] ?? 0) - (logs[before] ?? 0)
      const u = logOdds + shape * logRatio
      const rest = Math.exp(-Math.abs(u))
      const gone = (weight * (u > 0 ? 1 : rest)) / (1 + rest)
      sums.value += weight * (Math.max(u, 0) + Math.log1p(rest))
      sums.byR += gone * logRatio
      sums.byAlpha += gone * shape * ((inverses[at] ?? 0) - (inverses[before] ?? 0))
      share += gone
    }
    return share
  }
}

/** Patterns are sorted by frequency; where nobody may have gone before a purchase, those without one are left out. */
function groupsOf(frequency: readonly number[], first: 0 | 1): Group[] {
  const groups: Group[] = []
  for (let start = 0; start < frequency.length; ) {
    const x = frequency[start] ?? 0
    let end = start + 1
    while (end < frequency.length && frequency[end] === x) end += 1
    if (x + first > 0) groups.push({ start, end, x, j: x - 1 + first })
    start = end
  }
  return groups
}

import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { Decimal } from '../../internal/decimal.js'
import { type Amount, decimalOf } from '../../internal/hundredths.js'
import { sortWhole } from '../../tally/sortWhole.js'
import type { RfmDimension, RfmScoring } from './readScoring.js'

/** The customers of a scoring: one of the three values of each, and what tells equal ones apart. */
export interface ScoredValues {
  /** Higher is better; numbers, or amounts of money. */
  values: readonly Amount[] | Float64Array
  customerIds: readonly string[]
}

/** The scores of one of the three values, in the order of the customers. */
export function scoresOf(
  { values, customerIds }: ScoredValues,
  dimension: RfmDimension,
  { scoring, bins, cuts }: RfmScoring,
): Uint16Array {
  if (scoring === 'midrank' || scoring === 'ntile') {
    const own = ordinals(values)
    if (scoring === 'ntile') return tiles(own, customerIds, bins)
    return above(own, midrankCuts(sortWhole(own.slice()), bins), true)
  }
  const decimals = Array.from<Amount, Decimal>(
    values,
    dimension === 'monetary' ? decimalOf : (value) => new Decimal(value),
  )
  const given = scoring === 'quantile' ? quantiles(decimals, bins) : cuts[dimension]
  // Recency is scored by its negative, so that more is better: the cuts change sides with it.
  const isNegated = scoring === 'thresholds' && dimension === 'recency'
  const ordered = isNegated ? given.map((cut) => cut.negated()).reverse() : given
  const all = ordinals([...decimals, ...ordered])
  // Past a cut are values above it; of thresholds, but for recency, also those equal to it.
  return above(all.slice(0, decimals.length), all.slice(decimals.length), scoring === 'thresholds' && !isNegated)
}

/** Numbers in the order of the values: the values themselves, or the ranks of decimals, equal ones sharing one. */
function ordinals(values: readonly Amount[] | Float64Array): Float64Array {
  if (values instanceof Float64Array) return values
  if (values.every((value) => typeof value === 'number')) return Float64Array.from(values as readonly number[])
  const decimals = values.map(decimalOf)
  const order = decimals.map((_value, index) => index)
  order.sort((a, b) => decimals[a]?.comparedTo(decimals[b] ?? 0) ?? 0)
  const ranks = new Float64Array(values.length)
  order.forEach((index, place) => {
    const before = order[place - 1]
    const isTie = before !== undefined && decimals[before]?.equals(decimals[index] ?? 0) === true
    ranks[index] = isTie ? (ranks[before] ?? 0) : place
  })
  return ranks
}

/** The smallest value of each score from 2 on, where equal values share the score of their middle rank, in integers. */
function midrankCuts(sorted: Float64Array, bins: number): Float64Array {
  const { length } = sorted
  const firsts = new Float64Array(bins - 1).fill(Number.POSITIVE_INFINITY)
  let score = 1
  for (let less = 0; less < length; ) {
    const value = sorted[less] ?? 0
    let next = less + 1
    while (next < length && sorted[next] === value) next += 1
    const reached = Math.min(bins, Math.floor((bins * (less + next)) / (2 * length)) + 1)
    for (; score < reached; score += 1) firsts[score - 1] = value
    less = next
  }
  return firsts
}

/** Groups of one size, the larger ones first. */
function tiles(values: Float64Array, customerIds: readonly string[], bins: number): Uint16Array {
  const order = Array.from(values.keys()).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0) || compareCodeUnits(customerIds[a] ?? '', customerIds[b] ?? ''),
  )
  const size = Math.floor(order.length / bins)
  const larger = order.length % bins
  const scores = new Uint16Array(order.length)
  order.forEach((customer, index) => {
    const inLarger = index < larger * (size + 1)
    const tile = inLarger ? Math.floor(index / (size + 1)) : larger + Math.floor((index - larger * (size + 1)) / size)
    scores[customer] = tile + 1
  })
  return scores
}

/** One more than the number of ascending cuts that each value is past: above, or at. */
function above(values: Float64Array, cuts: Float64Array, countsEqual: boolean): Uint16Array {
  const scores = new Uint16Array(values.length)
  for (let index = 0; index < values.length; index += 1) scores[index] = placeOf(values[index] ?? 0, cuts, countsEqual)
  return scores
}

function placeOf(value: number, cuts: Float64Array, countsEqual: boolean): number {
  let [low, high] = [0, cuts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const cut = cuts[middle] ?? 0
    if (value > cut || (countsEqual && value === cut)) low = middle + 1
    else high = middle
  }
  return low + 1
}

/** The quantiles at 1/bins, 2/bins … of values: rank (n − 1)p, linear between neighbours. */
function quantiles(values: readonly Decimal[], bins: number): Decimal[] {
  const sorted = [...values].sort((a, b) => a.comparedTo(b))
  if (sorted.length === 0) return []
  return Array.from({ length: bins - 1 }, (_, index) => {
    const rank = new Decimal(sorted.length - 1).times(index + 1).dividedBy(bins)
    const below = sorted[rank.floor().toNumber()] ?? new Decimal(0)
    const next = sorted[rank.ceil().toNumber()] ?? below
    return below.plus(next.minus(below).times(rank.minus(rank.floor())))
  })
}

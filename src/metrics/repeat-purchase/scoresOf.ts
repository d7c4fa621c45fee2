import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { Decimal } from '../../internal/decimal.js'
import type { RfmDimension, RfmScoring } from './readScoring.js'

/** A value to be scored, higher is better, with what tells equal ones apart. */
export interface ScoredValue {
  customerId: string
  value: Decimal
}

/** The scores of one of the three values, by customer. */
export function scoresOf(
  values: readonly ScoredValue[],
  dimension: RfmDimension,
  { scoring, bins, cuts }: RfmScoring,
): Map<string, number> {
  const sorted = [...values].sort((a, b) => a.value.comparedTo(b.value) || compareCodeUnits(a.customerId, b.customerId))
  switch (scoring) {
    case 'midrank':
      return midranks(sorted, bins)
    case 'ntile':
      return tiles(sorted, bins)
    case 'quantile':
      return above(sorted, quantiles(sorted, bins), (value, cut) => value.greaterThan(cut))
    case 'thresholds':
      // Recency is scored by its negative, so that more is better: the cuts change sides with it.
      return dimension === 'recency'
        ? above(sorted, cuts.recency.map((cut) => cut.negated()).reverse(), (value, cut) => value.greaterThan(cut))
        : above(sorted, cuts[dimension], (value, cut) => value.greaterThanOrEqualTo(cut))
  }
}

/** Equal values share the score of their middle rank, in integers. */
function midranks(sorted: readonly ScoredValue[], bins: number): Map<string, number> {
  const scores = new Map<string, number>()
  for (let less = 0; less < sorted.length; ) {
    let next = less
    while (next < sorted.length && sorted[next]?.value.equals(sorted[less]?.value ?? 0) === true) next += 1
    const score = Math.min(bins, Math.floor((bins * (less + next)) / (2 * sorted.length)) + 1)
    for (const { customerId } of sorted.slice(less, next)) scores.set(customerId, score)
    less = next
  }
  return scores
}

/** Groups of one size, the larger ones first. */
function tiles(sorted: readonly ScoredValue[], bins: number): Map<string, number> {
  const size = Math.floor(sorted.length / bins)
  const larger = sorted.length % bins
  const scores = sorted.map(({ customerId }, index) => {
    const inLarger = index < larger * (size + 1)
    const tile = inLarger ? Math.floor(index / (size + 1)) : larger + Math.floor((index - larger * (size + 1)) / size)
    return [customerId, tile + 1] as const
  })
  return new Map(scores)
}

/** One more than the number of ascending cuts that a value is past. */
function above(
  sorted: readonly ScoredValue[],
  cuts: readonly Decimal[],
  isPast: (value: Decimal, cut: Decimal) => boolean,
): Map<string, number> {
  const scores = new Map<string, number>()
  let past = 0
  for (const { customerId, value } of sorted) {
    for (let cut = cuts[past]; cut !== undefined && isPast(value, cut); cut = cuts[past]) past += 1
    scores.set(customerId, past + 1)
  }
  return scores
}

/** The quantiles at 1/bins, 2/bins … of ascending values: rank (n − 1)p, linear between neighbours. */
function quantiles(sorted: readonly ScoredValue[], bins: number): Decimal[] {
  if (sorted.length === 0) return []
  return Array.from({ length: bins - 1 }, (_, index) => {
    const rank = new Decimal(sorted.length - 1).times(index + 1).dividedBy(bins)
    const below = sorted[rank.floor().toNumber()]?.value ?? new Decimal(0)
    const next = sorted[rank.ceil().toNumber()]?.value ?? below
    return below.plus(next.minus(below).times(rank.minus(rank.floor())))
  })
}

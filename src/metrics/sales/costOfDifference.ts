import { Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertCount, assertPlain } from '../../internal/guards.js'
import type { Money } from '../../records/model.js'
import { newcombeInterval } from '../../statistics/newcombeInterval.js'
import type { CostEstimate } from './model.js'

/** A group of units, and those of them with the outcome. */
export interface Side {
  outcomes: number
  base: number
}

/** Reads the two counts of a side. */
export function readSide(data: object, side: string, outcomeName: string, baseName: string): Side {
  const given = (data as Record<string, unknown>)[side]
  assertPlain(given, `data.${side}`)
  const [outcomes, base] = [outcomeName, baseName].map((name) => {
    const count = given[name]
    if (count === undefined) fail('MISSING_COUNT', `data.${side}.${name}`, 'is needed', count)
    assertCount(count, `data.${side}.${name}`)
    return count
  }) as [number, number]
  if (outcomes > base) {
    fail('COUNT_EXCEEDS_BASE', `data.${side}.${outcomeName}`, `must not exceed ${baseName}`, outcomes)
  }
  return { outcomes, base }
}

/**
 * What it costs that the worse side converts less: its units * (better rate - worse rate), at least 0, * value.
 *
 * Divided last, so that halves of the smallest unit stay exact; amounts keep the decimals of the value.
 */
export function costOfDifference(
  { better, worse, value }: { better: Side; worse: Side; value: Money },
  described: Pick<CostEstimate, 'inputs' | 'formula'>,
): CostEstimate {
  assertPlain(value, 'data.meanWonValue')
  const { currency } = value
  if (typeof currency !== 'string') fail('INVALID_INPUT', 'data.meanWonValue.currency', 'must be text', currency)
  const price = toDecimal(value.amount, 'data.meanWonValue.amount', 'INVALID_AMOUNT')
  if (price.isNegative() && !price.isZero()) {
    fail('NEGATIVE_AMOUNT', 'data.meanWonValue.amount', 'must not be negative', price.toNumber())
  }
  const more = { causal: false as const, ...described }
  if (better.base === 0 || worse.base === 0) {
    return { lost: null, lower: null, upper: null, reason: 'empty_base', ...more }
  }
  const decimals = String(value.amount).split('.')[1]?.length ?? 0
  const money = (amount: Decimal): Money => {
    const cut = amount.isNegative() ? new Decimal(0) : amount
    return { amount: cut.toFixed(decimals, Decimal.ROUND_HALF_EVEN), currency }
  }
  const { lower, upper } = newcombeInterval({
    first: { successes: better.outcomes, trials: better.base },
    second: { successes: worse.outcomes, trials: worse.base },
  })
  const cross = new Decimal(better.outcomes).times(worse.base).minus(new Decimal(worse.outcomes).times(better.base))
  const limit = (difference: number | null): Money => money(new Decimal(difference ?? 0).times(worse.base).times(price))
  return { lost: money(cross.times(price).dividedBy(better.base)), lower: limit(lower), upper: limit(upper), ...more }
}

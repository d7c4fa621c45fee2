import { Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertPlain } from '../../internal/guards.js'
import type { Plan } from '../models/cycle.js'

/** Expected progress of a plan at an elapsed share of a span of days; exact. */
export function planCurve(plan: Plan, elapsed: Decimal, spanDays: number): Decimal {
  assertPlain(plan, 'plan')
  switch (plan.kind) {
    case 'linear':
      return elapsed
    case 'step':
      return new Decimal(elapsed.greaterThanOrEqualTo(1) ? 1 : 0)
    case 'lag':
      return afterLag(plan.days, elapsed, spanDays)
    case 'phased':
      return throughPoints(readPoints(plan.points), elapsed)
    default:
      return fail('INVALID_PLAN', 'plan.kind', 'must be linear, step, lag or phased', 'an unknown kind')
  }
}

function afterLag(days: number, elapsed: Decimal, spanDays: number): Decimal {
  if (!Number.isInteger(days) || days < 0 || days >= spanDays) {
    fail('INVALID_PLAN', 'plan.days', 'must be whole days from 0, below the span', days)
  }
  const lag = new Decimal(days).div(spanDays)
  return elapsed.lessThanOrEqualTo(lag) ? new Decimal(0) : elapsed.minus(lag).div(new Decimal(1).minus(lag))
}

interface Point {
  elapsed: Decimal
  expected: Decimal
}

function readPoints(points: unknown): Point[] {
  assertArray(points, 'plan.points')
  const read = points.map((point, index) => {
    assertPlain(point, `plan.points[${index}]`)
    return {
      elapsed: toDecimal(point['elapsed'], `plan.points[${index}].elapsed`),
      expected: toDecimal(point['expected'], `plan.points[${index}].expected`),
    }
  })
  const [first, last] = [read[0], read.at(-1)]
  const startsAndEnds = first?.elapsed.isZero() === true && last?.elapsed.equals(1) === true && last.expected.equals(1)
  const climbs = read.every(({ elapsed, expected }, index) => {
    const before = read[index - 1]
    if (before === undefined) return expected.greaterThanOrEqualTo(0)
    return elapsed.greaterThan(before.elapsed) && expected.greaterThanOrEqualTo(before.expected)
  })
  if (!startsAndEnds || !climbs) {
    fail('INVALID_PLAN', 'plan.points', 'must climb from elapsed 0 to elapsed 1, expected 1', 'other points')
  }
  return read
}

function throughPoints(points: readonly Point[], elapsed: Decimal): Decimal {
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]]
    if (from === undefined || to === undefined || elapsed.greaterThan(to.elapsed)) continue
    const share = elapsed.minus(from.elapsed).div(to.elapsed.minus(from.elapsed))
    return from.expected.plus(to.expected.minus(from.expected).times(share))
  }
  return new Decimal(1)
}

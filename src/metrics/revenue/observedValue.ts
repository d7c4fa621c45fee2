import { Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertFinite, assertInteger, assertPlain } from '../../internal/guards.js'

/** What a lifetime is valued with. */
export interface LifetimeTerms {
  margin: Decimal
  discount: Decimal
  /** Whether the payment made at once counts. */
  isFirst: boolean
}

/** The shares of customers still there by time, as given. */
interface ObservedCurve {
  readonly survival?: unknown
  readonly horizon?: unknown
}

interface Curve {
  points: { time: number; survival: Decimal }[]
  horizon: number
}

function readCurve({ survival, horizon }: ObservedCurve): Curve {
  if (survival === undefined) fail('INVALID_OPTION', 'options.survival', 'is required by the method', survival)
  assertInteger(horizon, { minimum: 1, maximum: 36_600 }, 'options.horizon')
  assertArray(survival, 'options.survival')
  const points = survival.map((point, index) => {
    const path = `options.survival[${index}]`
    assertPlain(point, path)
    assertFinite(point['time'], `${path}.time`)
    const share = toDecimal(point['survival'], `${path}.survival`, 'RATE_OUT_OF_RANGE')
    if (share.lessThan(0) || share.greaterThan(1)) {
      fail('RATE_OUT_OF_RANGE', `${path}.survival`, 'must be between 0 and 1', 'out of range')
    }
    return { time: point['time'], survival: share }
  })
  return { points: points.sort((a, b) => a.time - b.time || b.survival.comparedTo(a.survival)), horizon }
}

/** The discounted sum under a curve that holds between its points. */
export function observedValue(curve: ObservedCurve, { margin, discount, isFirst }: LifetimeTerms): Decimal {
  const { points, horizon } = readCurve(curve)
  let sum: Decimal = new Decimal(0)
  let alive: Decimal = new Decimal(1)
  let factor: Decimal = new Decimal(1)
  let next = 0
  for (let time = 0; time < horizon; time += 1) {
    for (; next < points.length && (points[next]?.time ?? 0) <= time; next += 1) alive = points[next]?.survival ?? alive
    if (time > 0 || isFirst) sum = sum.plus(alive.times(factor))
    factor = factor.dividedBy(discount.plus(1))
  }
  return sum.times(margin)
}

import { compareDecimal, Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Unit } from '../../measurement.js'
import type { Domain, Quantity, Target } from '../models/quantity.js'
import { readQuantity } from '../readQuantity.js'
import { unitDomains } from './unitDomains.js'

/** What a target is resolved from. */
export interface TargetInput {
  readonly baseline: Quantity | null | undefined
  readonly target: Target
  readonly scale?: 'ratio' | 'interval' | undefined
  readonly domain?: Domain | undefined
  readonly unit?: Unit | undefined
}

/** A target as an exact number; null when it needs a baseline that is not known. */
export function readTarget(input: TargetInput): Decimal | null {
  const { target, scale = 'ratio', unit } = input
  assertOneOf(scale, ['ratio', 'interval'], 'scale', 'INVALID_INPUT')
  if (unit !== undefined) assertOneOf(unit, Object.keys(unitDomains) as Unit[], 'unit', 'INVALID_INPUT')
  const baseline = readQuantity(input.baseline, 'baseline').value
  const resolved = typeof target === 'object' ? fromBaseline(target, baseline, scale) : toDecimal(target, 'target')
  const domain = input.domain ?? (unit === undefined ? {} : unitDomains[unit])
  if (resolved !== null) assertInDomain(resolved, domain)
  return resolved
}

function fromBaseline(target: object, baseline: Decimal | null, scale: 'ratio' | 'interval'): Decimal | null {
  assertPlain(target, 'target')
  const [name, ...others] = Object.keys(target)
  if (others.length > 0 || (name !== 'relativeChange' && name !== 'pointsChange')) {
    fail('INVALID_INPUT', 'target', 'must have either relativeChange or pointsChange', 'another shape')
  }
  if ('pointsChange' in target) {
    const points = toDecimal(target['pointsChange'], 'target.pointsChange')
    return baseline === null ? null : baseline.plus(points)
  }
  const share = toDecimal(target['relativeChange'], 'target.relativeChange')
  if (scale === 'interval') {
    fail('RELATIVE_ON_INTERVAL_SCALE', 'target', 'a scale without a true zero knows no shares', 'relative target')
  }
  if (baseline === null) return null
  if (!baseline.greaterThan(0)) {
    fail('RELATIVE_NEEDS_POSITIVE_BASELINE', 'baseline', 'must be above 0 for a relative target', toDouble(baseline))
  }
  return baseline.times(new Decimal(1).plus(share))
}

function assertInDomain(target: Decimal, { min, max }: Domain): void {
  const below = min !== undefined && compareDecimal(target, toDecimal(min, 'domain.min')) < 0
  const above = max !== undefined && compareDecimal(target, toDecimal(max, 'domain.max')) > 0
  if (below || above) fail('TARGET_OUT_OF_DOMAIN', 'target', 'must lie in the domain', toDouble(target))
}

/** A target with its distance and direction from the baseline. */
export interface ResolvedTarget {
  target: number | null
  change: number | null
  direction: 'increase' | 'decrease' | 'none' | null
  reason?: 'no_baseline'
}

/** Resolves a target against its baseline. */
export function resolveTarget(input: TargetInput): ResolvedTarget {
  const target = readTarget(input)
  const baseline = readQuantity(input.baseline, 'baseline').value
  if (target === null) return { target: null, change: null, direction: null, reason: 'no_baseline' }
  if (baseline === null) return { target: toDouble(target), change: null, direction: null }
  const order = compareDecimal(target, baseline)
  return {
    target: toDouble(target),
    change: toDouble(target.minus(baseline)),
    direction: order > 0 ? 'increase' : order < 0 ? 'decrease' : 'none',
  }
}

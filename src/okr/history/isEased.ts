import { compareDecimal, Decimal } from '../../internal/decimal.js'
import type { KeyResult } from '../models/keyResult.js'
import { readQuantity } from '../readQuantity.js'
import { readTarget } from '../scoring/resolveTarget.js'

/**
 * Whether a later definition of a change is easier than an earlier one: the old target lies beyond the new one, seen from
 * the new baseline. Null when a target or the new baseline is unknown, or the new range is empty.
 */
export function isTargetEased(
  earlier: Extract<KeyResult, { kind: 'change' }>,
  later: Extract<KeyResult, { kind: 'change' }>,
): boolean | null {
  const baseline = readQuantity(later.baseline, 'baseline').value
  const [oldTarget, newTarget] = [readTarget(earlier), readTarget(later)]
  if (baseline === null || oldTarget === null || newTarget === null) return null
  if (compareDecimal(newTarget, baseline) === 0) return null
  return compareDecimal(oldTarget.minus(baseline).div(newTarget.minus(baseline)), new Decimal(1)) > 0
}

/** Whether the later of two definitions is easier, with the progress that a reading has by each. */
export function isEased(
  earlier: KeyResult,
  later: KeyResult,
  progress: { readonly earlier: Decimal | null; readonly later: Decimal | null },
): boolean | null {
  if (earlier.kind !== later.kind) return null
  if (earlier.kind === 'change' && later.kind === 'change') return isTargetEased(earlier, later)
  if (progress.earlier === null || progress.later === null) return null
  return compareDecimal(progress.later, progress.earlier) > 0
}

import { compareDecimal, type Decimal, toDecimal, toDouble } from '../../../internal/decimal.js'
import { unitDomains } from '../../scoring/unitDomains.js'
import { firesWhen } from '../firesWhen.js'
import type { Evidence, LintedKeyResult, LintRule } from '../lintModel.js'
import { isChange } from './isChange.js'
import { keyResultRule } from './keyResultRule.js'
import { onAll } from './onAll.js'

function isAimed(linted: LintedKeyResult): boolean {
  return isChange(linted) && linted.keyResult.target !== undefined
}

/** Order of two known numbers of a change; null when one is unknown. */
function direction({ baseline, target }: LintedKeyResult): number | null {
  return baseline === null || target === null ? null : compareDecimal(target, baseline)
}

function bothNumbers({ baseline, target }: LintedKeyResult): Evidence {
  return { baseline: baseline === null ? null : toDouble(baseline), target: target === null ? null : toDouble(target) }
}

function lacksTarget({ kind, target, condition, commit, stretch }: LintedKeyResult['keyResult']): boolean {
  if (kind === 'maintain') return condition === undefined
  return target === undefined || (kind === 'zones' && (commit === undefined || stretch === undefined))
}

function contradicts(linted: LintedKeyResult): boolean {
  const order = direction(linted)
  if (order === null || order === 0) return false
  const { direction: said, operator, metricRef } = linted.keyResult
  const wanted = [
    said === undefined ? 0 : said === 'increase' ? 1 : -1,
    operator === undefined ? 0 : operator.startsWith('g') ? 1 : -1,
    metricRef?.polarity === undefined ? 0 : metricRef.polarity === 'higher_is_better' ? 1 : -1,
  ]
  return wanted.includes(-order)
}

/** A ratio with a target below 0: a change that says neither relative nor points. */
function isAmbiguous({ keyResult: { unit, target } }: LintedKeyResult): boolean {
  return (
    unit === 'ratio' && typeof target !== 'object' && target !== undefined && toDecimal(target, 'target').lessThan(0)
  )
}

function isUndefinedShare({ keyResult: { target, scale }, baseline }: LintedKeyResult): boolean {
  if (typeof target !== 'object' || !('relativeChange' in target)) return false
  return scale === 'interval' || (baseline !== null && !baseline.greaterThan(0))
}

function leavesDomain(linted: LintedKeyResult): Evidence | null {
  const { keyResult, target } = linted
  if (target === null || isAmbiguous(linted)) return null
  const { min, max } = keyResult.domain ?? (keyResult.unit === undefined ? {} : unitDomains[keyResult.unit])
  const below = min !== undefined && compareDecimal(target, toDecimal(min, 'domain.min')) < 0
  const above = max !== undefined && compareDecimal(target, toDecimal(max, 'domain.max')) > 0
  return below || above ? { target: toDouble(target) } : null
}

/** Whether it says from where to where, by when, and without contradicting itself. */
export const definitionRules: readonly LintRule[] = [
  keyResultRule('no_baseline', isChange, ({ keyResult: { baseline } }) =>
    firesWhen(baseline === undefined || baseline === null),
  ),
  keyResultRule(
    'no_target',
    ({ keyResult: { kind } }) => ['change', 'maintain', 'zones'].includes(kind),
    ({ keyResult }) => firesWhen(lacksTarget(keyResult)),
  ),
  keyResultRule('no_due_day', onAll, ({ lastDay }) => firesWhen(lastDay === undefined)),
  keyResultRule('degenerate', isAimed, (linted) => (direction(linted) === 0 ? bothNumbers(linted) : null)),
  keyResultRule('direction_mismatch', isAimed, (linted) => (contradicts(linted) ? bothNumbers(linted) : null)),
  keyResultRule('relative_ambiguous', isAimed, (linted) =>
    isAmbiguous(linted) ? { target: toDouble(linted.target as Decimal) } : null,
  ),
  keyResultRule('relative_undefined', isAimed, (linted) => firesWhen(isUndefinedShare(linted))),
  keyResultRule('target_out_of_domain', isAimed, leavesDomain),
]

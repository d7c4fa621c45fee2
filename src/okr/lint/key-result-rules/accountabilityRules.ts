import { firesWhen } from '../firesWhen.js'
import type { LintedKeyResult, LintRule } from '../lintModel.js'
import { keyResultRule } from './keyResultRule.js'
import { onAll } from './onAll.js'

function hasSource({ keyResult }: LintedKeyResult): boolean {
  const parts = [keyResult, ...(keyResult.kind === 'composite' ? (keyResult.components ?? []) : [])]
  return parts.some(({ metricRef, evidenceSource }) => metricRef !== undefined || evidenceSource !== undefined)
}

/** Whether one person answers for it, and somebody can look its number up. */
export const accountabilityRules: readonly LintRule[] = [
  keyResultRule('no_owner', onAll, ({ owner }) => firesWhen(owner === undefined)),
  keyResultRule('many_owners', onAll, ({ keyResult: { contributors = [] } }) => {
    const accountable = contributors.filter((one) => one.accountable === true).map(({ id }) => id)
    return accountable.length === 0 ? null : { accountable }
  }),
  keyResultRule('no_source', onAll, (linted) => firesWhen(!hasSource(linted))),
]

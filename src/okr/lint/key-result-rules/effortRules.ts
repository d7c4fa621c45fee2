import { firesWhen } from '../firesWhen.js'
import type { Evidence, LintContext, LintedKeyResult, LintRule } from '../lintModel.js'
import { isWritten, wordsIn } from '../titleWords.js'
import { keyResultRule } from './keyResultRule.js'

/** Effort is counted, and nothing else of the objective is a number that weighs. */
function countsEffort(linted: LintedKeyResult, { effortWords }: LintContext): Evidence | null {
  const words = wordsIn(linted.keyResult.title, effortWords)
  if (words.length === 0) return null
  const measures = linted.objective.keyResults.some((other) => {
    const { kind, unit, title } = other.keyResult
    if (other === linted || !other.weighs || !['change', 'maintain', 'zones'].includes(kind)) return false
    return unit !== 'count' || wordsIn(title, effortWords).length === 0
  })
  return measures ? null : { words }
}

/** Whether it is an outcome, and not work that is done or counted. */
export const effortRules: readonly LintRule[] = [
  keyResultRule(
    'activity',
    ({ keyResult: { kind, title } }) => ['milestone', 'checklist', 'ordinal'].includes(kind) && isWritten(title),
    ({ keyResult: { title } }, { activityWords }) => {
      const words = wordsIn(title, activityWords)
      return words.length === 0 ? null : { words }
    },
  ),
  keyResultRule(
    'activity_count',
    ({ keyResult: { kind, unit, title } }) =>
      ['change', 'maintain', 'zones'].includes(kind) && unit === 'count' && isWritten(title),
    countsEffort,
  ),
  keyResultRule(
    'vanity_count',
    ({ keyResult: { kind, unit } }) => kind === 'change' && unit === 'count',
    ({ keyResult: { target, baseline } }) => {
      const relative = typeof target === 'object' && 'relativeChange' in target
      return firesWhen(relative && baseline !== undefined && baseline !== null && typeof baseline !== 'object')
    },
  ),
]

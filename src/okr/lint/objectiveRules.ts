import { firesWhen } from './firesWhen.js'
import type { LintedKeyResult, LintedObjective, LintLimits, LintRule } from './lintModel.js'
import { type SubjectRuleParts, subjectRule } from './subjectRule.js'
import { isWritten, numbersIn } from './titleWords.js'

/** A rule over the objectives that it applies to. */
function rule(
  code: string,
  applies: (linted: LintedObjective) => boolean,
  fires: SubjectRuleParts<LintedObjective>['fires'],
  limits: readonly (keyof LintLimits)[] = [],
): LintRule {
  return subjectRule({
    code: `objective.${code}`,
    subjectsOf: ({ objectives }) => objectives.filter(applies),
    idOf: ({ objective }) => objective.id,
    fires,
    limits,
  })
}

const every = (): boolean => true

/** Key results that are results, whatever they weigh. */
function resultsOf({ keyResults }: LintedObjective): LintedKeyResult[] {
  return keyResults.filter(({ keyResult }) => (keyResult.role ?? 'result') === 'result')
}

/** The rules of objectives, in their order. */
export const objectiveRules: readonly LintRule[] = [
  rule(
    'all_lagging',
    ({ keyResults }) => keyResults.some(({ weighs }) => weighs),
    ({ keyResults }) =>
      firesWhen(keyResults.filter(({ weighs }) => weighs).every(({ keyResult }) => keyResult.indicator === 'lagging')),
  ),
  rule('no_key_result', every, (linted) => firesWhen(resultsOf(linted).length === 0)),
  rule('one_key_result', every, (linted) => firesWhen(resultsOf(linted).length === 1)),
  rule(
    'too_many_key_results',
    every,
    (linted, { limits }) => {
      const count = resultsOf(linted).length
      return count > limits.maximumKeyResults ? { count } : null
    },
    ['maximumKeyResults'],
  ),
  rule(
    'has_number',
    ({ objective: { title } }) => isWritten(title),
    ({ objective: { title } }) => {
      const found = numbersIn(title)
      return found.length === 0 ? null : { found }
    },
  ),
  rule('not_sufficient', every, ({ objective: { sufficiency } }) => firesWhen(sufficiency !== 'confirmed')),
]

import type { Evidence, LintContext, LintedKeyResult, LintedObjective, LintLimits, LintRule } from './lintModel.js'
import { isWritten, numbersIn } from './titleWords.js'

/** A rule over the objectives that it applies to. */
function rule(
  code: string,
  applies: (linted: LintedObjective) => boolean,
  fires: (linted: LintedObjective, context: LintContext) => Evidence | null,
  limits: readonly (keyof LintLimits)[] = [],
): LintRule {
  return {
    code: `objective.${code}`,
    limits,
    look: (context) =>
      context.objectives.filter(applies).map((linted) => {
        const evidence = fires(linted, context)
        return evidence === null ? null : { subject: linted.objective.id, evidence }
      }),
  }
}

const every = (): boolean => true
const when = (fires: boolean): Evidence | null => (fires ? {} : null)

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
      when(keyResults.filter(({ weighs }) => weighs).every(({ keyResult }) => keyResult.indicator === 'lagging')),
  ),
  rule('no_key_result', every, (linted) => when(resultsOf(linted).length === 0)),
  rule('one_key_result', every, (linted) => when(resultsOf(linted).length === 1)),
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
  rule('not_sufficient', every, ({ objective: { sufficiency } }) => when(sufficiency !== 'confirmed')),
]

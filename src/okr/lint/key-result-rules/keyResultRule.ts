import type { LintedKeyResult, LintLimits, LintRule } from '../lintModel.js'
import { type SubjectRuleParts, subjectRule } from '../subjectRule.js'

/** A rule over the key results that it applies to. */
export function keyResultRule(
  code: string,
  applies: (linted: LintedKeyResult) => boolean,
  fires: SubjectRuleParts<LintedKeyResult>['fires'],
  limits: readonly (keyof LintLimits)[] = [],
): LintRule {
  return subjectRule({
    code: `key_result.${code}`,
    subjectsOf: ({ keyResults }) => keyResults.filter(applies),
    idOf: ({ keyResult }) => keyResult.id,
    fires,
    limits,
  })
}

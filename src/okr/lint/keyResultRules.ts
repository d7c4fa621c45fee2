import { accountabilityRules } from './key-result-rules/accountabilityRules.js'
import { ambitionRules } from './key-result-rules/ambitionRules.js'
import { definitionRules } from './key-result-rules/definitionRules.js'
import { effortRules } from './key-result-rules/effortRules.js'
import { soundnessRules } from './key-result-rules/soundnessRules.js'
import type { LintRule } from './lintModel.js'

/** The rules of key results, in their order. */
export const keyResultRules: readonly LintRule[] = [
  ...definitionRules,
  ...accountabilityRules,
  ...effortRules,
  ...ambitionRules,
  ...soundnessRules,
]

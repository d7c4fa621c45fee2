import { type Aim, aimOfCondition } from '../evidence/attainmentEvidence.js'
import type { KeyResult } from '../models/keyResult.js'
import type { KeyResultScore } from '../scoring/keyResultScore.js'
import { readTarget } from '../scoring/resolveTarget.js'

/** What the number of a key result must satisfy; null when nobody can say. */
export function aimOfKeyResult(definition: KeyResult, { operator = null }: KeyResultScore): Aim | null {
  if (definition.kind === 'maintain') return aimOfCondition(definition.condition)
  if (definition.kind !== 'change') return null
  const bound = readTarget(definition)
  return bound === null || operator === null ? null : [{ operator, bound }]
}

import { fail } from '../../internal/fail.js'
import { assertInteger, assertOneOf } from '../../internal/guards.js'
import type { CommitmentOptions } from './model.js'

/** The options that say when a promise is due and kept, for the check of unknown ones. */
export const commitmentOptionNames = ['dueBasis', 'graceDays', 'countEarly', 'earlyToleranceDays', 'unit'] as const

/** When a promise is due and kept, with every default. */
export interface CommitmentRules {
  dueBasis: 'original' | 'latest'
  graceDays: number
  countEarly: boolean
  earlyToleranceDays?: number
  unit: 'commitment' | 'group'
}

/** Checks the options and fills their defaults in. */
export function readCommitmentOptions(options: CommitmentOptions): CommitmentRules {
  const { dueBasis = 'original', graceDays = 0, countEarly = false, earlyToleranceDays, unit = 'commitment' } = options
  assertOneOf(dueBasis, ['original', 'latest'], 'options.dueBasis')
  assertOneOf(unit, ['commitment', 'group'], 'options.unit')
  assertInteger(graceDays, { minimum: 0, maximum: 36_600 }, 'options.graceDays')
  if (typeof countEarly !== 'boolean') {
    fail('INVALID_OPTION', 'options.countEarly', 'must be true or false', countEarly)
  }
  if (earlyToleranceDays === undefined) return { dueBasis, graceDays, countEarly, unit }
  assertInteger(earlyToleranceDays, { minimum: 0, maximum: 36_600 }, 'options.earlyToleranceDays')
  return { dueBasis, graceDays, countEarly, earlyToleranceDays, unit }
}

import { compareDecimal, Decimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions } from '../../internal/guards.js'
import type { RepeatedLimits } from './model.js'

/** The limits from which an objection is a pattern, with their defaults. */
export interface ReadLimits {
  share: number
  prospects: number
  mentions: number
}

/** Checks the limits and fills their defaults in. */
export function readRepeatedLimits(given: RepeatedLimits): ReadLimits {
  assertKnownOptions(given, ['share', 'prospects', 'mentions'], 'options.repeated')
  const { share = 0.3, prospects = 3, mentions = 5 } = given
  if (typeof share !== 'number' || !(share >= 0 && share <= 1)) {
    fail('INVALID_OPTION', 'options.repeated.share', 'must be from 0 to 1', share)
  }
  assertInteger(prospects, { minimum: 1, maximum: 36_600 }, 'options.repeated.prospects')
  assertInteger(mentions, { minimum: 1, maximum: 36_600 }, 'options.repeated.mentions')
  return { share, prospects, mentions }
}

/** Whether a theme reaches all three limits, its share of so many mentions compared exactly. */
export function isRepeated(theme: { mentions: number; prospects: number }, all: number, limits: ReadLimits): boolean {
  if (theme.prospects < limits.prospects || theme.mentions < limits.mentions) return false
  return compareDecimal(new Decimal(theme.mentions).dividedBy(all), new Decimal(limits.share)) >= 0
}

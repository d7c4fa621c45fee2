import { decodeInstant } from '../../calendar/readInstant.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import { isRow } from '../mapping/cells.js'
import type { MapStripeSubscriptionOptions } from './stripeOptions.js'

/** Checks the options of subscriptions of Stripe. */
export function checkStripeOptions(options: MapStripeSubscriptionOptions): void {
  const { temporaryDiscounts, includeMetered, minorUnitDecimals, laterTrials } = options
  if (temporaryDiscounts !== undefined) {
    assertOneOf(temporaryDiscounts, ['ignore', 'deduct'], 'options.temporaryDiscounts')
  }
  if (laterTrials !== undefined) assertOneOf(laterTrials, ['paying', 'pause'], 'options.laterTrials')
  if (includeMetered !== undefined && typeof includeMetered !== 'boolean') {
    fail('INVALID_OPTION', 'options.includeMetered', 'must be true or false', includeMetered)
  }
  assertMembers(minorUnitDecimals, 'options.minorUnitDecimals', 'whole numbers from 0 to 4 by currency', isDecimals)
  assertMembers(options.pastDueSince, 'options.pastDueSince', 'instants by subscription', isInstant)
  assertMembers(options.pausedSince, 'options.pausedSince', 'instants by subscription', isInstant)
}

function isDecimals(value: unknown, currency: string): boolean {
  return /^[A-Za-z]{3}$/.test(currency) && typeof value === 'number' && [0, 1, 2, 3, 4].includes(value)
}

function isInstant(value: unknown): boolean {
  return !Number.isNaN(decodeInstant(value, 'UTC'))
}

function assertMembers(
  value: unknown,
  path: string,
  rule: string,
  isValid: (member: unknown, name: string) => boolean,
): void {
  if (value === undefined) return
  if (!isRow(value)) fail('INVALID_OPTION', path, `must be ${rule}`, value)
  for (const [name, member] of Object.entries(value)) {
    if (!isValid(member, name)) fail('INVALID_OPTION', path, `must be ${rule}`, member)
  }
}

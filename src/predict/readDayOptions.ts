import { assertTimeZone } from '../calendar/assertTimeZone.js'
import { assertOneOf } from '../internal/guards.js'
import type { PurchaseDaysDefinition } from '../tally/columnTallies.js'
import type { TallyPurchaseDaysOptions } from './dayOptions.js'

/** The options that shape purchase days, with defaults filled in. */
export function readDayOptions(options: TallyPurchaseDaysOptions): PurchaseDaysDefinition {
  const { timeZone = 'UTC', zeroValue = 'exclude', fullyRefunded = 'exclude' } = options
  assertTimeZone(timeZone)
  assertOneOf(zeroValue, ['exclude', 'count'], 'options.zeroValue')
  assertOneOf(fullyRefunded, ['exclude', 'count'], 'options.fullyRefunded')
  return { timeZone, zeroValue, fullyRefunded }
}

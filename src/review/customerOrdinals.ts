import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { CustomerPresence } from '../signals/model.js'

/**
 * Names customers by ordinals: `customer-17` is the 17th by first day, then by id; others stand behind, group by group, by id.
 *
 * The ordinal of a customer stays the same from review to review as long as nobody with an earlier first day is added.
 */
export function customerOrdinals(
  customers: readonly CustomerPresence[],
  ...others: readonly (readonly string[])[]
): (customerId: string) => string {
  const known = [...customers]
    .sort((a, b) => compareCodeUnits(a.since ?? '', b.since ?? '') || compareCodeUnits(a.customerId, b.customerId))
    .map(({ customerId }) => customerId)
  const ordinals = new Map(
    [...new Set([...known, ...others.flatMap((ids) => [...ids].sort(compareCodeUnits))])].map((id, index) => [
      id,
      index + 1,
    ]),
  )
  return (customerId) => `customer-${ordinals.get(customerId)}`
}

import {
  type CustomerDetectorOptions,
  type CustomerEvent,
  detectPurchaseFrequencyFall,
} from '../../../src/signals/index.js'

/** Customers of a call. */
export const crowdSize = 250
const dayLength = 86_400_000
/** Day of the verdicts. */
export const today = '2025-06-01'
const noon = Date.parse(`${today}T12:00:00Z`)

/** Events of a customer so many days ago. */
export function eventsAt(customerId: string, daysBefore: readonly number[]): CustomerEvent[] {
  return daysBefore.map((days) => ({ customerId, at: Math.round(noon - days * dayLength) }))
}

/** A call full of customers. */
export function crowdOf(daysBefore: () => readonly number[]): CustomerEvent[] {
  return Array.from({ length: crowdSize }, (_, id) => eventsAt(`${id}`, daysBefore())).flat()
}

/** How many customers are below each level, among those who were tested. */
export function flagged(events: CustomerEvent[], levels: readonly number[], options: Partial<CustomerDetectorOptions>) {
  const results = levels.map((level) =>
    detectPurchaseFrequencyFall(events, {
      asOf: today,
      triageLevel: level,
      alertLevel: level / 2,
      limit: crowdSize,
      ...options,
    }),
  )
  return { tested: results[0]?.comparisons ?? 0, flags: results.map(({ findings }) => findings.length) }
}

import * as z from 'zod'
import type { CustomerRevenue } from '../records/models/revenue.js'
import { amount, currency, text } from './fields.js'
import { strictRecord } from './shapes.js'

/** Members of {@link customerRevenueSchema}. */
export const customerRevenueFields = () => ({
  customerId: text(),
  start: amount(),
  end: amount(),
  currency: z.optional(currency()),
})

/**
 * Schema of a customer's revenue at both ends of a period.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { customerRevenueSchema } from 'retention-okr/schemas'
 *
 * const row = { customerId: 'c1', start: '49.00', end: 0 }
 * customerRevenueSchema.safeParse(row).success // => true
 * customerRevenueSchema.safeParse({ ...row, end: -1 }).success // => false
 * ```
 * @since 0.1.0
 */
export const customerRevenueSchema: z.ZodType<CustomerRevenue> = /* @__PURE__ */ strictRecord(customerRevenueFields)

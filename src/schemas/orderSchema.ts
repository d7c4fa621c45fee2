import * as z from 'zod'
import type { Order } from '../records/models/order.js'
import { amount, currency, emailKey, instant, numberWithin, text } from './fields.js'
import { extra, list, strictRecord } from './shapes.js'

/** Members of {@link orderSchema}. */
export const orderFields = () => ({
  id: text(),
  customerId: z.optional(text()),
  emailKey: z.optional(emailKey()),
  placedAt: instant(),
  status: z.enum(['open', 'paid', 'cancelled', 'failed']),
  total: amount(),
  refunded: z.optional(amount()),
  currency: currency(),
  isTest: z.optional(z.boolean()),
  lines: z.optional(
    list(
      strictRecord(() => ({
        quantity: numberWithin(0, Number.POSITIVE_INFINITY),
        amount: z.optional(amount()),
      })),
    ),
  ),
  extra: extra(),
})

/**
 * Schema of one order.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { orderSchema } from 'retention-okr/schemas'
 *
 * const row = { id: '1', placedAt: '2026-01-05T10:00:00Z', status: 'paid', total: '12.50', currency: 'EUR' }
 * orderSchema.safeParse(row).success // => true
 * orderSchema.safeParse({ ...row, status: 'refunded' }).success // => false
 * ```
 * @since 0.1.0
 */
export const orderSchema: z.ZodType<Order> = /* @__PURE__ */ strictRecord(orderFields)

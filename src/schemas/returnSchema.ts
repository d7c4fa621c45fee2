import * as z from 'zod'
import type { Return } from '../records/models/order.js'
import { amount, instant, numberWithin, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link returnSchema}. */
export const returnFields = () => ({
  id: text(),
  orderId: text(),
  customerId: z.optional(text()),
  createdAt: instant(),
  quantity: numberWithin(0, Number.POSITIVE_INFINITY),
  amount: z.optional(amount()),
  extra: extra(),
})

/**
 * Schema of one return of an order.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { returnSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'r1', orderId: '1', createdAt: '2026-01-05T10:00:00Z', quantity: 2 }
 * returnSchema.safeParse(row).success // => true
 * returnSchema.safeParse({ ...row, quantity: -2 }).success // => false
 * ```
 * @since 0.1.0
 */
export const returnSchema: z.ZodType<Return> = /* @__PURE__ */ strictRecord(returnFields)

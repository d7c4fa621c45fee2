import * as z from 'zod'
import type { Commitment } from '../records/models/service.js'
import { amount, instant, text, textOrNumber } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link commitmentSchema}. */
export const commitmentFields = () => ({
  id: text(),
  customerId: text(),
  madeAt: instant(),
  dueAt: z.optional(instant()),
  originalDueAt: z.optional(instant()),
  fulfilledAt: z.optional(instant()),
  promisedQuantity: z.optional(amount()),
  deliveredQuantity: z.optional(amount()),
  cancelledAt: z.optional(instant()),
  cancelledBy: z.optional(z.enum(['customer', 'us'])),
  groupId: z.optional(text()),
  topic: z.optional(text()),
  value: z.optional(textOrNumber()),
  unit: z.optional(text()),
  team: z.optional(text()),
  channel: z.optional(text()),
  supersedes: z.optional(text()),
  communicatedToCustomer: z.optional(z.boolean()),
  extra: extra(),
})

/**
 * Schema of one promise to a customer.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { commitmentSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'p1', customerId: 'c1', madeAt: '2026-01-05T10:00:00Z', dueAt: '2026-02-01' }
 * commitmentSchema.safeParse(row).success // => true
 * commitmentSchema.safeParse({ ...row, dueAt: '2026-02-31' }).success // => false
 * ```
 * @since 0.1.0
 */
export const commitmentSchema: z.ZodType<Commitment> = /* @__PURE__ */ strictRecord(commitmentFields)

import * as z from 'zod'
import type { Customer } from '../records/models/customer.js'
import { emailKey, instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link customerSchema}. */
export const customerFields = () => ({
  id: text(),
  createdAt: instant(),
  segment: z.optional(text()),
  ownerId: z.optional(text()),
  source: z.optional(text()),
  emailKey: z.optional(emailKey()),
  accountId: z.optional(text()),
  extra: extra(),
})

/**
 * Schema of a customer.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { customerSchema } from 'retention-okr/schemas'
 *
 * customerSchema.safeParse({ id: 'c1', createdAt: '2026-01-05T10:00:00Z' }).success // => true
 * customerSchema.safeParse({ id: 'c1', createdAt: '2026-02-31' }).success // => false
 * ```
 * @since 0.1.0
 */
export const customerSchema: z.ZodType<Customer> = /* @__PURE__ */ strictRecord(customerFields)

import * as z from 'zod'
import type { Lead } from '../records/models/sales.js'
import { instant, text } from './fields.js'
import { extra, members, strictRecord } from './shapes.js'

/** Members of {@link leadSchema}. */
export const leadFields = () => ({
  id: text(),
  createdAt: instant(),
  source: z.optional(text()),
  status: z.optional(text()),
  ownerId: z.optional(z.nullable(text())),
  assignedAt: z.optional(instant()),
  firstResponseAt: z.optional(instant()),
  acceptedAt: z.optional(instant()),
  rejectedAt: z.optional(instant()),
  convertedAt: z.optional(instant()),
  convertedCustomerId: z.optional(text()),
  optedOut: z.optional(z.boolean()),
  fields: members(),
  classification: z.optional(strictRecord(() => ({ actual: members(), reference: members() }))),
  extra: extra(),
})

/**
 * Schema of one lead.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { leadSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'l1', createdAt: '2026-01-05T10:00:00Z', ownerId: null, fields: { email: 'kim@example.org' } }
 * leadSchema.safeParse(row).success // => true
 * leadSchema.safeParse({ ...row, owner: 'u1' }).success // => false
 * ```
 * @since 0.1.0
 */
export const leadSchema: z.ZodType<Lead> = /* @__PURE__ */ strictRecord(leadFields)

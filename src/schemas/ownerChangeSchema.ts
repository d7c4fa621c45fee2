import * as z from 'zod'
import type { OwnerChange } from '../records/models/handoff.js'
import { instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link ownerChangeSchema}. */
export const ownerChangeFields = () => ({
  leadId: text(),
  at: instant(),
  to: z.optional(z.nullable(text())),
  reason: z.optional(text()),
  extra: extra(),
})

/**
 * Schema of one change of a lead's owner.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { ownerChangeSchema } from 'retention-okr/schemas'
 *
 * const row = { leadId: 'l1', at: '2026-01-05T10:00:00Z', to: null }
 * ownerChangeSchema.safeParse(row).success // => true
 * ownerChangeSchema.safeParse({ ...row, to: 7 }).success // => false
 * ```
 * @since 0.1.0
 */
export const ownerChangeSchema: z.ZodType<OwnerChange> = /* @__PURE__ */ strictRecord(ownerChangeFields)

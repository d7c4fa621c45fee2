import * as z from 'zod'
import type { Objection } from '../records/models/sales.js'
import { instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link objectionSchema}. */
export const objectionFields = () => ({
  prospectId: text(),
  at: instant(),
  theme: text(),
  opportunityId: z.optional(text()),
  stage: z.optional(text()),
  team: z.optional(text()),
  extra: extra(),
})

/**
 * Schema of one objection of a prospect.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { objectionSchema } from 'retention-okr/schemas'
 *
 * const row = { prospectId: 'p1', at: '2026-01-05T10:00:00Z', theme: 'price' }
 * objectionSchema.safeParse(row).success // => true
 * objectionSchema.safeParse({ ...row, theme: '' }).success // => false
 * ```
 * @since 0.1.0
 */
export const objectionSchema: z.ZodType<Objection> = /* @__PURE__ */ strictRecord(objectionFields)

import * as z from 'zod'
import type { Handoff } from '../records/models/handoff.js'
import { count, instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link handoffSchema}. */
export const handoffFields = () => ({
  id: text(),
  leadId: text(),
  fromTeam: text(),
  toTeam: text(),
  handedAt: instant(),
  assignedTo: z.optional(text()),
  assignedAt: z.optional(instant()),
  attempt: z.optional(count(1)),
  decision: z.optional(
    strictRecord(() => ({
      outcome: z.enum(['accepted', 'rejected', 'recycled']),
      at: instant(),
      reason: z.optional(text()),
    })),
  ),
  extra: extra(),
})

/**
 * Schema of one hand-over of a lead.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { handoffSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'h1', leadId: 'l1', fromTeam: 'marketing', toTeam: 'sales', handedAt: '2026-01-05T10:00:00Z' }
 * handoffSchema.safeParse(row).success // => true
 * handoffSchema.safeParse({ ...row, decision: { outcome: 'accepted' } }).success // => false
 * ```
 * @since 0.1.0
 */
export const handoffSchema: z.ZodType<Handoff> = /* @__PURE__ */ strictRecord(handoffFields)

import * as z from 'zod'
import type { Interaction } from '../records/models/service.js'
import { instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link interactionSchema}. */
export const interactionFields = () => ({
  id: z.optional(text()),
  leadId: z.optional(text()),
  customerId: z.optional(text()),
  opportunityId: z.optional(text()),
  at: instant(),
  direction: z.enum(['in', 'out']),
  channel: text(),
  isAutomated: z.optional(z.boolean()),
  isPublic: z.optional(z.boolean()),
  bounced: z.optional(z.boolean()),
  answered: z.optional(z.boolean()),
  extra: extra(),
})

/**
 * Schema of one contact with a lead, customer or deal.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { interactionSchema } from 'retention-okr/schemas'
 *
 * const row = { leadId: 'l1', at: '2026-01-05T10:00:00Z', direction: 'out', channel: 'call' }
 * interactionSchema.safeParse(row).success // => true
 * interactionSchema.safeParse({ ...row, direction: 'outbound' }).success // => false
 * ```
 * @since 0.1.0
 */
export const interactionSchema: z.ZodType<Interaction> = /* @__PURE__ */ strictRecord(interactionFields)

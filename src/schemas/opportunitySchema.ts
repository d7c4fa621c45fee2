import * as z from 'zod'
import type { Opportunity } from '../records/models/sales.js'
import { amount, currency, instant, numberWithin, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link opportunitySchema}. */
export const opportunityFields = () => ({
  id: text(),
  customerId: z.optional(text()),
  leadId: z.optional(text()),
  createdAt: instant(),
  stage: z.optional(text()),
  stageChangedAt: z.optional(instant()),
  amount: z.optional(amount()),
  currency: z.optional(currency()),
  status: z.enum(['open', 'won', 'lost']),
  closedAt: z.optional(instant()),
  expectedCloseAt: z.optional(instant()),
  lostReason: z.optional(text()),
  probability: z.optional(numberWithin(0, 1)),
  ownerId: z.optional(text()),
  extra: extra(),
})

/**
 * Schema of one deal.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { opportunitySchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'o1', createdAt: '2026-01-05T10:00:00Z', status: 'open', probability: 0.4 }
 * opportunitySchema.safeParse(row).success // => true
 * opportunitySchema.safeParse({ ...row, probability: 40 }).success // => false
 * ```
 * @since 0.1.0
 */
export const opportunitySchema: z.ZodType<Opportunity> = /* @__PURE__ */ strictRecord(opportunityFields)

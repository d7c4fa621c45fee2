import * as z from 'zod'
import type { Ticket } from '../records/models/service.js'
import { count, instant, numberWithin, text } from './fields.js'
import { pause } from './pause.js'
import { extra, list, strictRecord } from './shapes.js'

/** Members of {@link ticketSchema}. */
export const ticketFields = () => ({
  id: text(),
  customerId: text(),
  createdAt: instant(),
  status: text(),
  createdBy: z.optional(z.enum(['customer', 'agent'])),
  firstReplyAt: z.optional(instant()),
  replies: z.optional(
    list(
      strictRecord(() => ({
        at: instant(),
        author: z.enum(['agent', 'customer', 'bot']),
        isPublic: z.optional(z.boolean()),
      })),
    ),
  ),
  firstResolvedAt: z.optional(instant()),
  resolvedAt: z.optional(instant()),
  reopenCount: z.optional(count()),
  statusHistory: z.optional(list(strictRecord(() => ({ at: instant(), status: text() })))),
  pauses: z.optional(list(pause())),
  priority: z.optional(text()),
  category: z.optional(text()),
  isComplaint: z.optional(z.boolean()),
  target: z.optional(numberWithin(0, Number.POSITIVE_INFINITY)),
  publicAgentReplies: z.optional(count()),
  customerReplies: z.optional(count()),
  agentCount: z.optional(count()),
  confirmedFirstContact: z.optional(z.boolean()),
  extra: extra(),
})

/**
 * Schema of one support ticket.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { ticketSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 't1', customerId: 'c1', createdAt: '2026-01-05T10:00:00Z', status: 'open' }
 * ticketSchema.safeParse(row).success // => true
 * ticketSchema.safeParse({ ...row, reopenCount: -1 }).success // => false
 * ```
 * @since 0.1.0
 */
export const ticketSchema: z.ZodType<Ticket> = /* @__PURE__ */ strictRecord(ticketFields)

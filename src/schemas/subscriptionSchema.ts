import * as z from 'zod'
import type { Subscription } from '../records/models/revenue.js'
import { amount, currency, instant, text } from './fields.js'
import { pause } from './pause.js'
import { extra, list, strictRecord } from './shapes.js'

/** Members of {@link subscriptionSchema}. */
export const subscriptionFields = () => ({
  id: text(),
  customerId: text(),
  startedAt: instant(),
  endedAt: z.optional(instant()),
  mrr: amount(),
  currency: currency(),
  isTrial: z.optional(z.boolean()),
  cancelRequestedAt: z.optional(instant()),
  statusEndedAt: z.optional(instant()),
  pastDueSince: z.optional(instant()),
  pauses: z.optional(list(pause())),
  terms: z.optional(list(strictRecord(() => ({ endsAt: instant(), renewed: z.boolean() })))),
  endReason: z.optional(z.enum(['voluntary', 'involuntary', 'completed', 'unknown'])),
  extra: extra(),
})

/**
 * Schema of one price of one plan.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { subscriptionSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 's1', customerId: 'c1', startedAt: '2026-01-05T10:00:00Z', mrr: '49.00', currency: 'EUR' }
 * subscriptionSchema.safeParse(row).success // => true
 * subscriptionSchema.safeParse({ ...row, mrr: '49,00' }).success // => false
 * ```
 * @since 0.1.0
 */
export const subscriptionSchema: z.ZodType<Subscription> = /* @__PURE__ */ strictRecord(subscriptionFields)

import * as z from 'zod'
import type { ActivityEvent } from '../records/models/customer.js'
import { instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link activityEventSchema}. */
export const activityEventFields = () => ({
  id: z.optional(text()),
  customerId: text(),
  at: instant(),
  type: z.optional(text()),
  extra: extra(),
})

/**
 * Schema of one log-in, visit or use.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { activityEventSchema } from 'retention-okr/schemas'
 *
 * activityEventSchema.safeParse({ customerId: 'c1', at: '2026-01-05T10:00:00Z' }).success // => true
 * activityEventSchema.safeParse({ at: '2026-01-05T10:00:00Z' }).success // => false
 * ```
 * @since 0.1.0
 */
export const activityEventSchema: z.ZodType<ActivityEvent> = /* @__PURE__ */ strictRecord(activityEventFields)

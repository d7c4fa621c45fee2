import type * as z from 'zod'
import type { Participation } from '../records/models/customer.js'
import { instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link participationSchema}. */
export const participationFields = () => ({
  customerId: text(),
  programmeId: text(),
  at: instant(),
  extra: extra(),
})

/**
 * Schema of one participation in a programme.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { participationSchema } from 'retention-okr/schemas'
 *
 * const row = { customerId: 'c1', programmeId: 'club', at: '2026-01-05T10:00:00Z' }
 * participationSchema.safeParse(row).success // => true
 * participationSchema.safeParse({ ...row, at: '10:00' }).success // => false
 * ```
 * @since 0.1.0
 */
export const participationSchema: z.ZodType<Participation> = /* @__PURE__ */ strictRecord(participationFields)

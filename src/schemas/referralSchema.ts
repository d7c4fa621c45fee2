import * as z from 'zod'
import type { Referral } from '../records/models/customer.js'
import { instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link referralSchema}. */
export const referralFields = () => ({
  id: text(),
  referrerId: text(),
  refereeKey: text(),
  at: instant(),
  convertedCustomerId: z.optional(text()),
  extra: extra(),
})

/**
 * Schema of one referral.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { referralSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'f1', referrerId: 'c1', refereeKey: 'kim@example.org', at: '2026-01-05T10:00:00Z' }
 * referralSchema.safeParse(row).success // => true
 * referralSchema.safeParse({ ...row, convertedCustomerId: '' }).success // => false
 * ```
 * @since 0.1.0
 */
export const referralSchema: z.ZodType<Referral> = /* @__PURE__ */ strictRecord(referralFields)

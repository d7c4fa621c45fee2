import * as z from 'zod'
import type { MrrMovement } from '../records/models/revenue.js'
import { currency, instant, signedAmount, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link mrrMovementSchema}. */
export const mrrMovementFields = () => ({
  customerId: text(),
  at: instant(),
  type: z.enum(['new', 'expansion', 'contraction', 'churn', 'reactivation', 'fx']),
  delta: signedAmount(),
  currency: currency(),
  endReason: z.optional(z.enum(['voluntary', 'involuntary', 'completed', 'unknown'])),
  extra: extra(),
})

/**
 * Schema of one line of an MRR ledger.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { mrrMovementSchema } from 'retention-okr/schemas'
 *
 * const row = { customerId: 'c1', at: '2026-01-05T10:00:00Z', type: 'new', delta: '49.00', currency: 'EUR' }
 * mrrMovementSchema.safeParse(row).success // => true
 * mrrMovementSchema.safeParse({ ...row, type: 'upgrade' }).success // => false
 * ```
 * @since 0.1.0
 */
export const mrrMovementSchema: z.ZodType<MrrMovement> = /* @__PURE__ */ strictRecord(mrrMovementFields)

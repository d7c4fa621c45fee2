import * as z from 'zod'
import type { KeyResultVersion } from '../okr/models/checkIn.js'
import { day, text } from './fields.js'
import { keyResultSchema } from './keyResultSchema.js'
import { strictRecord } from './shapes.js'

/** Members of {@link keyResultVersionSchema}. */
export const keyResultVersionFields = () => ({
  effectiveFrom: day(),
  keyResult: keyResultSchema,
  reason: z.optional(text()),
  external: z.optional(z.boolean()),
  author: z.optional(text()),
})

/**
 * Schema of a definition of a key result and the day from which it holds.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues.
 *
 * @example
 * ```ts
 * import { keyResultVersionSchema } from 'retention-okr/schemas'
 *
 * const keyResult = { id: 'kr1', kind: 'milestone', title: 'New onboarding live' }
 * const row = { effectiveFrom: '2026-02-01', keyResult, reason: 'The vendor is late' }
 * keyResultVersionSchema.safeParse(row).success // => true
 * keyResultVersionSchema.safeParse({ ...row, effectiveFrom: '2026-02' }).success // => false
 * ```
 * @since 0.1.0
 */
export const keyResultVersionSchema: z.ZodType<KeyResultVersion> = /* @__PURE__ */ strictRecord(keyResultVersionFields)

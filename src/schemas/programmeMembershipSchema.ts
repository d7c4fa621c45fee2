import * as z from 'zod'
import type { ProgrammeMembership } from '../records/models/customer.js'
import { instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link programmeMembershipSchema}. */
export const programmeMembershipFields = () => ({
  customerId: text(),
  programmeId: text(),
  startedAt: instant(),
  endedAt: z.optional(instant()),
  extra: extra(),
})

/**
 * Schema of membership of a programme.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { programmeMembershipSchema } from 'retention-okr/schemas'
 *
 * const row = { customerId: 'c1', programmeId: 'club', startedAt: '2026-01-05' }
 * programmeMembershipSchema.safeParse(row).success // => true
 * programmeMembershipSchema.safeParse({ ...row, endedAt: null }).success // => false
 * ```
 * @since 0.1.0
 */
export const programmeMembershipSchema: z.ZodType<ProgrammeMembership> =
  /* @__PURE__ */ strictRecord(programmeMembershipFields)

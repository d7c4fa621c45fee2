import * as z from 'zod'
import type { ResponsibilityMatrix } from '../records/models/handoff.js'
import { text } from './fields.js'
import { list, strictRecord } from './shapes.js'

/** Members of {@link responsibilityMatrixSchema}. */
export const responsibilityMatrixFields = () => ({
  activities: list(text()),
  roles: z.optional(list(text())),
  assignments: list(strictRecord(() => ({ activity: text(), role: text(), duty: z.enum(['R', 'A', 'C', 'I']) }))),
})

/**
 * Schema of who is responsible, accountable, consulted and informed.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { responsibilityMatrixSchema } from 'retention-okr/schemas'
 *
 * const row = { activities: ['qualify'], assignments: [{ activity: 'qualify', role: 'sales', duty: 'A' }] }
 * responsibilityMatrixSchema.safeParse(row).success // => true
 * responsibilityMatrixSchema.safeParse({ ...row, activities: 'qualify' }).success // => false
 * ```
 * @since 0.1.0
 */
export const responsibilityMatrixSchema: z.ZodType<ResponsibilityMatrix> =
  /* @__PURE__ */ strictRecord(responsibilityMatrixFields)

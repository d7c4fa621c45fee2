import * as z from 'zod'
import type { Cycle } from '../okr/models/cycle.js'
import { day, text } from './fields.js'
import { strictRecord } from './shapes.js'

/** Members of {@link cycleSchema}. */
export const cycleFields = () => ({
  id: text(),
  kind: z.enum(['month', 'quarter', 'half_year', 'year', 'custom']),
  firstDay: day(),
  lastDay: day(),
})

/**
 * Schema of a time for which objectives are set.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues.
 *
 * @example
 * ```ts
 * import { cycleSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' }
 * cycleSchema.safeParse(row).success // => true
 * cycleSchema.safeParse({ ...row, lastDay: '2026-03-32' }).success // => false
 * ```
 * @since 0.1.0
 */
export const cycleSchema: z.ZodType<Cycle> = /* @__PURE__ */ strictRecord(cycleFields)

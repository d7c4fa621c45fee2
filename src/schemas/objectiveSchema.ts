import * as z from 'zod'
import type { Objective } from '../okr/models/objective.js'
import { day, text } from './fields.js'
import { keyResultSchema } from './keyResultSchema.js'
import { cadence, closing, commitment, contributor, person } from './okrFields.js'
import { list, strictRecord } from './shapes.js'

/** Members of {@link objectiveSchema}. */
export const objectiveFields = () => ({
  id: text(),
  title: text(),
  cycleId: text(),
  level: z.optional(z.enum(['company', 'department', 'team', 'individual'])),
  parentIds: z.optional(list(text())),
  contribution: z.optional(text()),
  origin: z.optional(z.enum(['top_down', 'bottom_up'])),
  owner: z.optional(person()),
  contributors: z.optional(list(contributor())),
  reviewer: z.optional(person()),
  commitment: z.optional(commitment()),
  cadence: z.optional(cadence()),
  firstDay: z.optional(day()),
  lastDay: z.optional(day()),
  keyResults: list(keyResultSchema),
  rollUp: z.optional(z.enum(['mean', 'min', 'allAttained'])),
  statusMethod: z.optional(z.enum(['worst', 'fromProgress'])),
  sufficiency: z.optional(z.literal('confirmed')),
  closing: z.optional(closing()),
})

/**
 * Schema of an objective with its key results.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues. It checks the shape; what the
 * members mean together is checked by the functions that score.
 *
 * @example
 * ```ts
 * import { objectiveSchema } from 'retention-okr/schemas'
 *
 * const keyResult = { id: 'kr1', kind: 'milestone', title: 'New onboarding live' }
 * const row = { id: 'o1', title: 'Customers stay', cycleId: 'q1', keyResults: [keyResult] }
 * objectiveSchema.safeParse(row).success // => true
 * objectiveSchema.safeParse({ ...row, keyResults: keyResult }).success // => false
 * ```
 * @since 0.1.0
 */
export const objectiveSchema: z.ZodType<Objective> = /* @__PURE__ */ strictRecord(objectiveFields)

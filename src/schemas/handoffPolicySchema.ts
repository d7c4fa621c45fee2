import * as z from 'zod'
import type { HandoffPolicy } from '../metrics/handoff/models/policy.js'
import { businessCalendarSchema } from './businessCalendarSchema.js'
import { amountsByName } from './byName.js'
import { checked } from './checked.js'
import { amount, numberWithin, text } from './fields.js'
import { isPlain } from './isPlain.js'
import { list, strictRecord } from './shapes.js'

type Calendars = HandoffPolicy['calendars']
type Aliases = NonNullable<HandoffPolicy['aliases']>

/** Members of {@link handoffPolicySchema}. */
export const handoffPolicyFields = () => ({
  calendars: calendars(),
  requiredFields: z.optional(list(requiredField())),
  missingTokens: z.optional(list(z.string())),
  dimensions: z.optional(amountsByName()),
  aliases: z.optional(aliases()),
  acceptTarget: z.optional(numberWithin(0, Number.POSITIVE_INFINITY)),
  responseTarget: z.optional(numberWithin(0, Number.POSITIVE_INFINITY)),
  operator: z.optional(z.enum(['lte', 'lt'])),
  neutralRejectReasons: z.optional(list(text())),
  neutralReassignmentReasons: z.optional(list(text())),
  weights: z.optional(weights()),
  uncontactableCap: z.optional(numberWithin(0, 100)),
  minimumCoverage: z.optional(numberWithin(0, 1)),
})

/**
 * Schema of what a good hand-off is in a house, as it is kept in a file.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues. What stands by team, dimension
 * or alias is checked as a whole, since those names are text of whoever wrote them.
 *
 * @example
 * ```ts
 * import { handoffPolicySchema } from 'retention-okr/schemas'
 *
 * const row = { calendars: { sales: null }, requiredFields: [{ field: 'email', validator: 'email' }] }
 * handoffPolicySchema.safeParse(row).success // => true
 * handoffPolicySchema.safeParse({ ...row, minimumCoverage: 50 }).success // => false
 * ```
 * @since 0.1.0
 */
export const handoffPolicySchema: z.ZodType<HandoffPolicy> = /* @__PURE__ */ strictRecord(handoffPolicyFields)

function requiredField() {
  return strictRecord(() => ({
    field: text(),
    weight: z.optional(amount()),
    validator: z.optional(z.enum(['email', 'phone'])),
    zeroIsMissing: z.optional(z.boolean()),
    when: z.optional(strictRecord(() => ({ field: text(), equals: z.unknown() }))),
  }))
}

function weights() {
  return strictRecord(() => ({
    completeness: z.optional(amount()),
    classification: z.optional(amount()),
    timeliness: z.optional(amount()),
    acceptance: z.optional(amount()),
    stability: z.optional(amount()),
    uniqueness: z.optional(amount()),
  }))
}

function calendars() {
  return checked<Calendars>(
    (value) =>
      isPlain(value) &&
      Object.values(value as object).every(
        (calendar) => calendar === null || businessCalendarSchema.safeParse(calendar).success,
      ),
    'INVALID_INPUT',
    'must be calendars, or null, by team',
  ).overwrite((value) => ({ ...value }))
}

function aliases() {
  return checked<Aliases>(
    (value) =>
      isPlain(value) &&
      Object.values(value as object).every(
        (names: unknown) => isPlain(names) && Object.values(names as object).every((name) => typeof name === 'string'),
      ),
    'INVALID_INPUT',
    'must be texts by alias, by dimension',
  ).overwrite((value) => ({ ...value }))
}

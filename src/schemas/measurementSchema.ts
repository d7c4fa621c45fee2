import * as z from 'zod'
import type { Measurement } from '../measurement.js'
import { checked } from './checked.js'
import { count, number, numberWithin, text, unit } from './fields.js'
import { interval } from './interval.js'
import { isPlain } from './isPlain.js'
import { strictInput } from './shapes.js'

type Excluded = NonNullable<Measurement['excluded']>

/** Members of {@link measurementSchema}. */
export const measurementFields = () => ({
  metric: text(),
  value: z.nullable(number()),
  unit: unit(),
  numerator: z.optional(number()),
  denominator: z.optional(number()),
  sampleSize: numberWithin(0, Number.POSITIVE_INFINITY),
  interval: z.optional(interval()),
  reason: z.optional(
    z.enum(['empty_base', 'zero_denominator', 'insufficient_data', 'not_mature', 'unbounded', 'mixed_currency']),
  ),
  pending: z.optional(count()),
  excluded: z.optional(excluded()),
  definition: definition(),
})

/**
 * Schema of a measurement, e.g. one that was stored or made elsewhere.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues. That the value is null exactly
 * when a reason is present is checked by whoever uses it.
 *
 * @example
 * ```ts
 * import { measurementSchema } from 'retention-okr/schemas'
 *
 * const row = { metric: 'churn-rate', value: 0.09, unit: 'ratio', sampleSize: 100, definition: {} }
 * measurementSchema.safeParse(row).success // => true
 * measurementSchema.safeParse({ ...row, unit: '%' }).success // => false
 * ```
 * @since 0.1.0
 */
// A schema admits an optional member that is written as undefined, which plain JSON never has.
export const measurementSchema: z.ZodType<Measurement> = /* @__PURE__ */ strictInput(
  measurementFields,
) as z.ZodType<Measurement>

/** Counts by reason, checked at once: the names are text of whoever wrote them. */
function excluded() {
  return checked<Excluded>(
    (value) => isPlain(value) && Object.values(value as object).every((member) => count().safeParse(member).success),
    'INVALID_COUNT',
    'must be counts by reason',
  ).overwrite((value) => ({ ...value }))
}

function definition() {
  return checked<Measurement['definition']>(isDefinition, 'INVALID_INPUT', 'must be options by name').overwrite(
    (value) => ({ ...value }),
  )
}

function isDefinition(value: unknown): boolean {
  if (!isPlain(value)) return false
  const { caveats } = value as { caveats?: unknown }
  return caveats === undefined || (Array.isArray(caveats) && caveats.every((caveat) => typeof caveat === 'string'))
}

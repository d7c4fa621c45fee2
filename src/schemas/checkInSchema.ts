import * as z from 'zod'
import type { CheckIn } from '../okr/models/checkIn.js'
import type { CompositeReading } from '../okr/models/reading.js'
import { checked } from './checked.js'
import { amount, count, day, text } from './fields.js'
import { interval } from './interval.js'
import { isPlain } from './isPlain.js'
import { quantity } from './okrFields.js'
import { list, strictRecord } from './shapes.js'

type Components = CompositeReading['components']

/** Members of {@link checkInSchema}. */
export const checkInFields = () => ({
  id: text(),
  keyResultId: text(),
  on: day(),
  recordedOn: z.optional(day()),
  reading: z.union([...simpleReadings(), strictRecord(() => ({ components: components() }))]),
  confidence: z.optional(amount()),
  reported: z.optional(strictRecord(() => ({ status: z.enum(['on_track', 'at_risk', 'off_track']), reason: text() }))),
  blockers: z.optional(list(blocker())),
  learnings: z.optional(list(text())),
  decision: z.optional(
    strictRecord(() => ({
      action: z.enum(['keep', 'modify', 'drop']),
      reason: z.optional(text()),
      by: z.optional(text()),
    })),
  ),
  author: z.optional(text()),
  supersedes: z.optional(text()),
})

/**
 * Schema of a report on a key result.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues. The readings of the parts of a
 * composite are checked as a whole, and are none of a composite.
 *
 * @example
 * ```ts
 * import { checkInSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'c1', keyResultId: 'kr1', on: '2026-02-01', reading: { value: 0.025 } }
 * checkInSchema.safeParse(row).success // => true
 * checkInSchema.safeParse({ ...row, reading: 0.025 }).success // => false
 * ```
 * @since 0.1.0
 */
export const checkInSchema: z.ZodType<CheckIn> = /* @__PURE__ */ strictRecord(checkInFields)

function simpleReadings() {
  return [
    strictRecord(() => ({
      value: z.nullable(quantity()),
      reason: z.optional(text()),
      interval: z.optional(interval()),
      sampleSize: z.optional(count()),
      source: z.optional(checked<object>(isPlain, 'INVALID_READING', 'must be a plain object')),
    })),
    strictRecord(() => ({ doneOn: z.nullable(day()) })),
    strictRecord(() => ({ done: list(text()) })),
    strictRecord(() => ({ zone: z.nullable(z.enum(['fail', 'commit', 'target', 'stretch'])) })),
  ] as const
}

function components() {
  return checked<Components>(isComponents, 'INVALID_READING', 'must be readings by part').overwrite((value) => ({
    ...value,
  }))
}

function isComponents(value: unknown): boolean {
  const reading = z.union(simpleReadings())
  return isPlain(value) && Object.values(value as object).every((member) => reading.safeParse(member).success)
}

function blocker() {
  return strictRecord(() => ({
    type: z.enum(['dependency', 'capacity', 'decision', 'data', 'external', 'other']),
    openedOn: day(),
    closedOn: z.optional(day()),
    owner: z.optional(text()),
    nextAction: z.optional(text()),
  }))
}

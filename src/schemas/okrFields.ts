import * as z from 'zod'
import type { Closing } from '../okr/models/closing.js'
import type { Cadence } from '../okr/models/cycle.js'
import type { Contributor, Person } from '../okr/models/person.js'
import type { CommitmentKind } from '../okr/models/status.js'
import { amount, count, day, signedAmount, text } from './fields.js'
import { strictRecord } from './shapes.js'

/** A person. */
export function person() {
  return strictRecord(() => ({
    id: text(),
    name: z.optional(text()),
    team: z.optional(text()),
  })) satisfies z.ZodType<Person>
}

/** A person who contributes. */
export function contributor() {
  return strictRecord(() => ({
    id: text(),
    name: z.optional(text()),
    team: z.optional(text()),
    accountable: z.optional(z.boolean()),
  })) satisfies z.ZodType<Contributor>
}

/** What is promised. */
export function commitment() {
  return z.enum(['committed', 'aspirational', 'learning', 'compliance']) satisfies z.ZodType<CommitmentKind>
}

/** How often people check in. */
export function cadence() {
  return z.union([
    z.enum(['weekly', 'biweekly', 'monthly', 'quarterly']),
    strictRecord(() => ({ days: count(1) })),
  ]) satisfies z.ZodType<Cadence>
}

/** How a key result or an objective was closed. */
export function closing() {
  return strictRecord(() => ({
    on: day(),
    outcome: z.enum(['achieved', 'partial', 'missed', 'dropped']),
    decision: z.enum(['keep', 'modify', 'drop']),
    rootCause: z.optional(text()),
    missReason: z.optional(text()),
    learning: z.optional(z.enum(['validated', 'invalidated', 'partly', 'insufficient'])),
    override: z.optional(strictRecord(() => ({ score: amount(), reason: text(), by: text(), at: day() }))),
  })) satisfies z.ZodType<Closing>
}

/** A number, or a quotient that stays exact. */
export function quantity() {
  return z.union([signedAmount(), strictRecord(() => ({ numerator: signedAmount(), denominator: amount() }))])
}

import * as z from 'zod'
import type { KeyResult } from '../okr/models/keyResult.js'
import { textsByName } from './byName.js'
import { amount, count, currency, day, number, signedAmount, text, unit } from './fields.js'
import { cadence, closing, commitment, contributor, person, quantity } from './okrFields.js'
import { list, members, strictRecord, strictUnion } from './shapes.js'

/** Kinds of {@link keyResultSchema}. */
export const keyResultKinds = () => [...partKinds(() => ({})), composite()] as const

/**
 * Schema of a key result of any kind.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues. It checks the shape; what the
 * members mean together is checked by the functions that score.
 *
 * @example
 * ```ts
 * import { keyResultSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'kr1', kind: 'change', title: 'Churn below 2 %', baseline: 0.03, target: 0.02 }
 * keyResultSchema.safeParse(row).success // => true
 * keyResultSchema.safeParse({ ...row, kind: 'number' }).success // => false
 * ```
 * @since 0.1.0
 */
export const keyResultSchema: z.ZodType<KeyResult> = /* @__PURE__ */ strictUnion('kind', keyResultKinds)

/** Every kind but the composite, with further members. */
function partKinds<S extends z.ZodRawShape>(more: () => S) {
  const zone = () => z.optional(z.enum(['commit', 'target', 'stretch']))
  return [
    z
      .strictObject({
        ...base(),
        ...more(),
        kind: z.literal('change'),
        baseline: z.nullable(quantity()),
        target: target(),
        operator: z.optional(operator()),
        direction: z.optional(z.enum(['increase', 'decrease'])),
      })
      .readonly(),
    z
      .strictObject({
        ...base(),
        ...more(),
        kind: z.literal('maintain'),
        condition: condition(),
        every: z.optional(z.enum(['week', 'biweek', 'month', 'quarter'])),
        requiredShare: z.optional(amount()),
      })
      .readonly(),
    z.strictObject({ ...base(), ...more(), kind: z.literal('milestone') }).readonly(),
    z.strictObject({ ...base(), ...more(), kind: z.literal('checklist'), items: list(item()) }).readonly(),
    z.strictObject({ ...base(), ...more(), kind: z.literal('ordinal'), attainedFrom: zone() }).readonly(),
    z
      .strictObject({
        ...base(),
        ...more(),
        kind: z.literal('zones'),
        baseline: quantity(),
        commit: quantity(),
        target: quantity(),
        stretch: quantity(),
        attainedFrom: zone(),
      })
      .readonly(),
    z.strictObject({ ...base(), ...more(), kind: z.literal('baseline') }).readonly(),
  ] as const
}

function composite() {
  return z
    .strictObject({
      ...base(),
      kind: z.literal('composite'),
      require: z.enum(['all', 'any']),
      components: list(strictUnion('kind', () => partKinds(() => ({ gatedBy: z.optional(text()) })))),
    })
    .readonly()
}

function base() {
  return {
    id: text(),
    title: text(),
    role: z.optional(z.enum(['result', 'guardrail'])),
    weight: z.optional(amount()),
    commitment: z.optional(commitment()),
    indicator: z.optional(z.enum(['leading', 'lagging'])),
    effect: z.optional(z.enum(['growth', 'speed', 'volume', 'quality'])),
    nature: z.optional(z.enum(['cumulative', 'level', 'rate'])),
    owner: z.optional(person()),
    contributors: z.optional(list(contributor())),
    reviewer: z.optional(person()),
    metricRef: z.optional(metricReference()),
    evidenceSource: z.optional(text()),
    unit: z.optional(unit()),
    currency: z.optional(currency()),
    scale: z.optional(z.enum(['ratio', 'interval'])),
    domain: z.optional(strictRecord(() => ({ min: z.optional(signedAmount()), max: z.optional(signedAmount()) }))),
    firstDay: z.optional(day()),
    lastDay: z.optional(day()),
    plan: z.optional(plan()),
    cadence: z.optional(cadence()),
    observableOn: z.optional(day()),
    outcomeWindowDays: z.optional(number()),
    expectedSampleSize: z.optional(number()),
    closing: z.optional(closing()),
  }
}

function metricReference() {
  return strictRecord(() => ({
    metric: text(),
    polarity: z.optional(z.enum(['higher_is_better', 'lower_is_better'])),
    definition: z.optional(members()),
    complement: z.optional(z.boolean()),
    segment: z.optional(textsByName()),
    settlementLagDays: z.optional(number()),
  }))
}

function target() {
  return z.union([
    signedAmount(),
    strictRecord(() => ({ relativeChange: signedAmount() })),
    strictRecord(() => ({ pointsChange: signedAmount() })),
  ])
}

function operator() {
  return z.enum(['gt', 'gte', 'lt', 'lte'])
}

function condition() {
  return strictUnion(
    'operator',
    () =>
      [
        z.strictObject({ operator: operator(), bound: signedAmount(), risk: z.optional(signedAmount()) }).readonly(),
        z
          .strictObject({
            operator: z.literal('between'),
            lower: signedAmount(),
            upper: signedAmount(),
            exclusive: z.optional(z.boolean()),
            riskLower: z.optional(signedAmount()),
            riskUpper: z.optional(signedAmount()),
          })
          .readonly(),
      ] as const,
  )
}

function plan() {
  const point = () => strictRecord(() => ({ elapsed: amount(), expected: amount() }))
  return strictUnion(
    'kind',
    () =>
      [
        z.strictObject({ kind: z.literal('linear') }).readonly(),
        z.strictObject({ kind: z.literal('step') }).readonly(),
        z.strictObject({ kind: z.literal('lag'), days: count() }).readonly(),
        z.strictObject({ kind: z.literal('phased'), points: list(point()) }).readonly(),
      ] as const,
  )
}

function item() {
  return strictRecord(() => ({ id: text(), title: z.optional(text()), weight: z.optional(amount()) }))
}

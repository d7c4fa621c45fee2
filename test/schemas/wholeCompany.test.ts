import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { makeCafeRoble } from '../../docs/examples/cafe-roble/makeCafeRoble.js'
import { cycle, makeObjectives, policy } from '../../docs/examples/cafe-roble/objectives.js'
import * as schemas from '../../src/schemas/index.js'
import { readCases } from '../conformance/cases.js'

const company = makeCafeRoble()

describe('the example company', () => {
  it.each<[keyof typeof company, z.ZodType<unknown>]>([
    ['customers', schemas.customerSchema],
    ['subscriptions', schemas.subscriptionSchema],
    ['orders', schemas.orderSchema],
    ['returns', schemas.returnSchema],
    ['activities', schemas.activityEventSchema],
    ['memberships', schemas.programmeMembershipSchema],
    ['participations', schemas.participationSchema],
    ['invites', schemas.surveyInviteSchema],
    ['responses', schemas.surveyResponseSchema],
    ['tickets', schemas.ticketSchema],
    ['commitments', schemas.commitmentSchema],
    ['leads', schemas.leadSchema],
    ['handoffs', schemas.handoffSchema],
    ['ownerChanges', schemas.ownerChangeSchema],
    ['interactions', schemas.interactionSchema],
    ['opportunities', schemas.opportunitySchema],
    ['stageEntries', schemas.stageEntrySchema],
    ['objections', schemas.objectionSchema],
  ])('passes with its %s', (name, schema) => {
    const rows = company[name].slice(0, 2000)
    const { records, bad } = schemas.parseRecords(rows, { schema })
    expect(bad).toEqual([])
    expect(records).toHaveLength(rows.length)
  })

  it('passes with its objectives, check-ins, cycle and policy', () => {
    const { objectives, checkIns } = makeObjectives('en')
    expect(schemas.parseRecords(objectives, { schema: schemas.objectiveSchema }).records).toEqual(objectives)
    expect(schemas.parseRecords(checkIns, { schema: schemas.checkInSchema }).records).toEqual(checkIns)
    expect(schemas.parseRecords([cycle], { schema: schemas.cycleSchema }).records).toEqual([cycle])
    expect(schemas.parseRecords([policy.handoff], { schema: schemas.handoffPolicySchema }).records).toEqual([
      policy.handoff,
    ])
  })
})

describe('the reference cases of objectives', () => {
  const cases = readCases('test/reference/okr.jsonl').filter(
    ({ expected }) => !Object.hasOwn(Object(expected) as object, 'error'),
  )
  it.each<[string, z.ZodType<unknown>]>([
    ['keyResult', schemas.keyResultSchema],
    ['objective', schemas.objectiveSchema],
    ['cycle', schemas.cycleSchema],
  ])('pass with every %s', (member, schema) => {
    const rows = cases.flatMap(({ input }) => (input as Record<string, unknown>)[member] ?? [])
    const { bad } = schemas.parseRecords(rows, { schema })
    expect(rows.length).toBeGreaterThan(5)
    expect(bad).toEqual([])
  })
})

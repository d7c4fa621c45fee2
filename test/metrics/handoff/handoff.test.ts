import { describe, expect, it } from 'vitest'
import {
  assessHandoff,
  classificationAccuracy,
  cleanHandoffRate,
  countReassignments,
  findDuplicateLeads,
  type Handoff,
  type HandoffPolicy,
  type Interaction,
  type Lead,
  leadAcceptanceRate,
  leadCompleteness,
  leadHandoffQuality,
  measureLeadHandoffQuality,
  mergeTallies,
  scoreHandoff,
  tallyHandoffs,
} from '../../../src/index.js'

const hour = 3_600_000
const asOf = '2025-04-01'
const policy: HandoffPolicy = { calendars: { sales: null }, requiredFields: [{ field: 'email', validator: 'email' }] }
const lead: Lead = { id: 'L1', createdAt: '2025-03-12T08:00:00Z', fields: { email: 'ana@example.org' } }
const handoff: Handoff = {
  id: 'H1',
  leadId: 'L1',
  fromTeam: 'marketing',
  toTeam: 'sales',
  handedAt: '2025-03-12T09:00:00Z',
}
const call: Interaction = { leadId: 'L1', at: '2025-03-12T10:00:00Z', direction: 'out', channel: 'call' }

function broken(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

function assess(change: Partial<Handoff>, more: object = {}, members: Partial<HandoffPolicy> = {}) {
  const data = { lead, handoff: { ...handoff, ...change }, interactions: [], ownerChanges: [], ...more }
  return assessHandoff(data, { asOf, policy: { ...policy, ...members } })
}

describe('leadCompleteness', () => {
  const present = (value: unknown, more: object = {}) =>
    leadCompleteness({ x: value }, { requiredFields: [{ field: 'x', ...more }] }).value

  it.each([
    ['null', null, 0],
    ['NaN', Number.NaN, 0],
    ['a placeholder with spaces', '  N/A ', 0],
    ['an empty list', [], 0],
    ['an empty object', {}, 0],
    ['false', false, 1],
    ['the number 0', 0, 1],
    ['a Date', new Date(0), 1],
  ])('reads %s', (_name, value, expected) => {
    expect(present(value)).toBe(expected)
  })

  it('takes the number 0 for missing when told so, the text 0 never', () => {
    expect([present(0, { zeroIsMissing: true }), present('0', { zeroIsMissing: true })]).toEqual([0, 1])
  })

  it('looks at own fields only', () => {
    expect(leadCompleteness({}, { requiredFields: [{ field: 'toString' }] }).missing).toEqual(['toString'])
  })

  it.each([
    ['ana@example.org', 1],
    ['ana@example.o', 0],
    ['ana@@example.org', 0],
    ['@example.org', 0],
    ['ana@.org', 0],
    ['an a@example.org', 0],
    [`${'a'.repeat(243)}@example.org`, 0],
    [`${'a'.repeat(242)}@example.org`, 1],
  ])('judges the e-mail %s', (value, expected) => {
    expect(present(value, { validator: 'email' })).toBe(expected)
  })

  it.each([
    ['123456', 0],
    ['123-4567', 1],
    ['123456789012345', 1],
    ['1234567890123456', 0],
    [600_000_000, 1],
  ])('judges the phone %s', (value, expected) => {
    expect(present(value, { validator: 'phone' })).toBe(expected)
  })

  it.each([
    [{ field: 'x', weight: -1 }, 'INVALID_WEIGHT', 'options.requiredFields[0].weight'],
    [{ field: 'x', wieght: 1 }, 'INVALID_OPTION', 'options.requiredFields[0]'],
    [{ field: 'x', validator: 'url' }, 'INVALID_OPTION', 'options.requiredFields[0].validator'],
    [{ field: '' }, 'INVALID_OPTION', 'options.requiredFields[0].field'],
  ])('refuses %j', (field, code, path) => {
    expect(() => leadCompleteness({}, { requiredFields: [field as never] })).toThrow(broken(code, path))
  })
})

describe('classificationAccuracy', () => {
  it('is null without weight or reference', () => {
    const classification = { actual: { a: 'x' }, reference: { a: 'x' } }
    expect(classificationAccuracy(classification, { dimensions: { a: 0 } }).reason).toBe('empty_base')
    expect(classificationAccuracy(classification, { dimensions: {} }).reason).toBe('empty_base')
  })

  it('refuses an alias map that is none', () => {
    const options = { dimensions: { a: 1 }, aliases: { a: 'x' } }
    const call = () => classificationAccuracy({ actual: {}, reference: {} }, options as never)
    expect(call).toThrow(broken('INVALID_INPUT', 'options.aliases.a'))
  })
})

describe('findDuplicateLeads', () => {
  const at = (id: string, createdAt: string, email: string): Lead => ({ id, createdAt, fields: { email } })

  it('breaks ties in time by id and never lists the first', () => {
    const leads = [at('b', '2025-01-01', 'x@example.org'), at('a', '2025-01-01', 'X@example.org')]
    expect(findDuplicateLeads(leads)).toEqual([{ leadId: 'b', duplicateOf: 'a', keys: ['email'] }])
  })

  it('takes a lead given twice once and refuses two contents', () => {
    const one = at('a', '2025-01-01T00:00:00Z', 'x@example.org')
    expect(findDuplicateLeads([one, { ...one, createdAt: '2025-01-01T01:00:00+01:00' }])).toEqual([])
    const other = at('a', '2025-01-01T00:00:00Z', 'y@example.org')
    expect(() => findDuplicateLeads([one, other])).toThrow(broken('CONFLICTING_RECORDS', 'leads[1].id'))
  })

  it('refuses a limit of 0', () => {
    expect(() => findDuplicateLeads([], { maximumKeyHits: 0 })).toThrow(
      broken('INVALID_OPTION', 'options.maximumKeyHits'),
    )
  })
})

describe('countReassignments', () => {
  it('counts what is known, and a change without a new owner always', () => {
    const changes = [
      { at: '2025-03-01', reason: 'bounced' },
      { at: '2025-03-02', reason: 'bounced' },
      { at: '2025-05-01', to: 'x', reason: 'bounced' },
    ]
    expect(countReassignments({ firstOwner: 'a', changes }, { asOf })).toEqual({
      counted: 2,
      neutral: 0,
      pingPong: 0,
      stability: 0.25,
      owner: null,
    })
  })

  it('lets a stated reason decide over a return', () => {
    const changes = [
      { at: '2025-03-01', to: 'b', reason: 'ooo_cover' },
      { at: '2025-03-02', to: 'a', reason: 'bounced' },
    ]
    expect(countReassignments({ firstOwner: 'a', changes }, { asOf })).toMatchObject({ counted: 1, pingPong: 1 })
  })

  it('refuses a missing instant of knowledge', () => {
    expect(() => countReassignments({ firstOwner: null, changes: [] }, {} as never)).toThrow(
      broken('INVALID_OPTION', 'options.asOf'),
    )
  })
})

describe('scoreHandoff', () => {
  it('has no mark when nothing is known, whatever the least coverage', () => {
    expect(scoreHandoff({ components: {} }, { minimumCoverage: 0 })).toEqual({
      value: null,
      reason: 'insufficient_data',
      raw: null,
      coverage: 0,
      status: 'insufficient',
      capped: false,
      lost: [],
    })
  })

  it('does not raise a low mark to the cap', () => {
    const score = scoreHandoff({ components: { completeness: 0.2, classification: 0.2 }, contactable: false })
    expect([score.value, score.capped]).toEqual([20, false])
  })

  it.each([
    [{ components: { completeness: 2 } }, {}, 'RATE_OUT_OF_RANGE', 'data.components.completeness'],
    [{ components: { speed: 1 } }, {}, 'INVALID_INPUT', 'data.components.speed'],
    [{ components: {} }, { uncontactableCap: 101 }, 'INVALID_OPTION', 'options.uncontactableCap'],
    [{ components: {} }, { minimumCoverage: -0.1 }, 'INVALID_OPTION', 'options.minimumCoverage'],
    [{ components: {} }, { weights: { speed: 1 } }, 'INVALID_OPTION', 'options.weights'],
    [{ components: {} }, { weights: {} }, 'INVALID_WEIGHT', 'options.weights'],
  ])('refuses %j %j', (data, options, code, path) => {
    expect(() => scoreHandoff(data as never, options as never)).toThrow(broken(code, path))
  })
})

describe('assessHandoff', () => {
  it.each<[string, Partial<Interaction>, string]>([
    ['a message of ours', {}, 'met'],
    ['a message that bounced', { bounced: true }, 'met'],
    ['a meeting they booked', { direction: 'in', channel: 'meeting' }, 'met'],
    ['a call of theirs that somebody took', { direction: 'in', answered: true }, 'met'],
    ['a call of theirs that nobody took', { direction: 'in' }, 'breached'],
    ['a machine', { isAutomated: true }, 'breached'],
    ['a touch before the hand-over', { at: '2025-03-12T08:59:59Z' }, 'breached'],
    ['a touch of another lead', { leadId: 'L2' }, 'breached'],
    ['a touch that is not known yet', { at: '2025-04-02' }, 'breached'],
  ])('with %s is %s', (_name, change, state) => {
    expect(assess({}, { interactions: [{ ...call, ...change }] }).response.state).toBe(state)
  })

  it('treats exactly the target as the operator says', () => {
    const decision = { outcome: 'accepted', at: '2025-03-12T13:00:00Z' } as const
    expect(assess({ decision }).acceptance).toMatchObject({ state: 'met', elapsed: 4 * hour })
    expect(assess({ decision }, {}, { operator: 'lt' }).acceptance.state).toBe('breached')
  })

  it('leaves what comes with or after the next hand-off to that', () => {
    const decision = { outcome: 'accepted', at: '2025-03-12T12:00:00Z' } as const
    const ownerChanges = [{ leadId: 'L1', at: '2025-03-12T12:00:00Z', to: 'x', reason: 'bounced' }]
    const assessed = assess({ decision }, { ownerChanges, nextHandoffAt: '2025-03-12T12:00:00Z' })
    expect(assessed.acceptance.state).toBe('not_applicable')
    expect(assessed.components.acceptance).toBeNull()
    expect(assessed.reassignments.counted).toBe(0)
  })

  it('takes a rejection for a fault as judgement, not as a defect', () => {
    const decision = { outcome: 'rejected', at: '2025-03-12T10:00:00Z', reason: 'not_icp' } as const
    const assessed = assess({ decision })
    expect([assessed.components.acceptance, assessed.defects, assessed.receiverDefects]).toEqual([0, [], []])
    const unexplained = assess({ decision: { ...decision, reason: ' ' } })
    expect(unexplained.receiverDefects).toEqual([{ kind: 'missing_reject_reason' }])
  })

  it.each<[string, object, string, string]>([
    ['calendars', { calendars: undefined }, 'INVALID_OPTION', 'policy.calendars'],
    ['a team', { calendars: { other: null } }, 'INVALID_OPTION', 'policy.calendars.sales'],
    ['a target', { operator: 'lt', responseTarget: 0 }, 'INVALID_OPTION', 'policy.responseTarget'],
    ['reasons', { neutralRejectReasons: 'x' }, 'INVALID_OPTION', 'policy.neutralRejectReasons'],
    ['a weight', { dimensions: { a: Number.NaN } }, 'INVALID_WEIGHT', 'policy.dimensions.a'],
  ])('refuses a policy with wrong %s', (_name, members, code, path) => {
    expect(() => assess({}, {}, members)).toThrow(broken(code, path))
  })

  it('refuses the hand-off of another lead', () => {
    expect(() => assess({ leadId: 'L2' })).toThrow(broken('INVALID_INPUT', 'data.handoff.leadId'))
  })
})

describe('counts', () => {
  it('refuses more clean ones than handed', () => {
    expect(() => cleanHandoffRate({ clean: 2, handed: 1 })).toThrow(broken('COUNT_EXCEEDS_BASE', 'counts.clean'))
    expect(cleanHandoffRate({ clean: 0, handed: 0 })).toMatchObject({ value: null, reason: 'empty_base' })
  })

  it('is not mature while leads are undecided or pending', () => {
    expect(leadAcceptanceRate({ accepted: 0, rejected: 0, undecided: 1 }).reason).toBe('not_mature')
    expect(leadAcceptanceRate({ accepted: 0, rejected: 0, pending: 1 }).reason).toBe('not_mature')
    expect(leadAcceptanceRate({ accepted: 0, rejected: 0 }).reason).toBe('empty_base')
    expect(() => leadAcceptanceRate({ accepted: 1, rejected: 1, rejectedWithReason: 2 })).toThrow(
      broken('COUNT_EXCEEDS_BASE', 'counts.rejectedWithReason'),
    )
  })
})

describe('tallyHandoffs and its measure', () => {
  const records = { leads: [lead], handoffs: [handoff], interactions: [call] }

  it('counts a record given twice once and refuses two contents', () => {
    const again = { ...handoff, handedAt: '2025-03-12T10:00:00+01:00' }
    const quality = measureLeadHandoffQuality({ ...records, handoffs: [handoff, again] }, { asOf, policy })
    expect([quality.handoffs, quality.excluded]).toEqual([1, { duplicate: 1 }])
    const other = { ...handoff, assignedTo: 'ana' }
    expect(() => tallyHandoffs({ ...records, handoffs: [handoff, other] }, { asOf, policy })).toThrow(
      broken('CONFLICTING_RECORDS', 'records.handoffs[1].id'),
    )
  })

  it('leaves out what is not known, by reason', () => {
    const handoffs = [handoff, { ...handoff, id: 'H2', leadId: 'L9' }, { ...handoff, id: 'H3', handedAt: '2025-05-01' }]
    const opportunities = [{ id: 'O', leadId: 'L1', createdAt: '2025-03-13', status: 'won' as const }]
    const { excluded } = tallyHandoffs({ ...records, handoffs, opportunities }, { asOf, policy })
    expect(excluded).toEqual({ future: 1, missing_close_date: 1, unknown_lead: 1 })
  })

  it('counts by given periods; what lies outside still ends the clocks', () => {
    const next = { ...handoff, id: 'H2', handedAt: '2025-03-12T10:30:00Z' }
    const periods = [{ start: '2025-03-12T00:00:00Z', end: '2025-03-12T10:00:00Z' }]
    const { cells } = tallyHandoffs({ ...records, handoffs: [handoff, next] }, { asOf, policy, periods })
    expect(cells.map(({ counts }) => [counts['handed'], counts['acceptanceNotApplicable']])).toEqual([[1, 1]])
    const overlapping = [...periods, ...periods]
    expect(() => tallyHandoffs(records, { asOf, policy, periods: overlapping })).toThrow(
      broken('INVALID_PERIOD', 'options.periods[1]'),
    )
  })

  it('merges declared parts of whole leads and nothing else', () => {
    const part = (name: string) => {
      const own = { leads: [{ ...lead, id: name }], handoffs: [{ ...handoff, leadId: name }], duplicates: [] }
      return tallyHandoffs(own, { asOf, policy, partition: { name: 'leads', part: name } })
    }
    const merged = mergeTallies(part('1'), part('2'))
    expect(leadHandoffQuality(merged).handoffs).toBe(2)
    expect(merged.partition).toEqual({ name: 'leads', parts: ['1', '2'] })
    const undeclared = tallyHandoffs(records, { asOf, policy })
    expect(() => mergeTallies(undeclared, undeclared)).toThrow(broken('TALLY_NOT_MERGEABLE', 'partition'))
  })

  it('measures a tally with the options that made it, in any notation', () => {
    const tally = tallyHandoffs(records, { asOf, policy })
    const wanted = leadHandoffQuality(tally)
    expect(measureLeadHandoffQuality(tally)).toEqual(wanted)
    expect(measureLeadHandoffQuality(tally, { asOf: '2025-04-01T00:00:00Z', policy })).toEqual(wanted)
    expect(() => measureLeadHandoffQuality(tally, { asOf: '2025-04-02' })).toThrow(
      broken('TALLY_MISMATCH', 'options.asOf'),
    )
    expect(() => measureLeadHandoffQuality(tally, { timeZone: 'Europe/Madrid' })).toThrow(
      broken('TALLY_MISMATCH', 'options.timeZone'),
    )
  })

  it('has no figure without hand-offs', () => {
    const quality = measureLeadHandoffQuality({ leads: [], handoffs: [] }, { asOf, policy })
    expect([quality.cleanHandoffRate.reason, quality.score.reason, quality.scoreMedian]).toEqual([
      'empty_base',
      'empty_base',
      null,
    ])
  })

  it('requires the policy', () => {
    expect(() => measureLeadHandoffQuality(records, { asOf } as never)).toThrow(
      broken('INVALID_OPTION', 'options.policy'),
    )
  })
})

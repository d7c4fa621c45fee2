import { describe, expect, it } from 'vitest'
import {
  type KeyResultStatus,
  type KeyResultStatusData,
  keyResultStatus,
  type ObjectiveStatusOptions,
  objectiveStatus,
  statusOrder,
} from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

const quarter = { firstDay: '2026-01-01', lastDay: '2026-03-31' }
const condition = { operator: 'gte', bound: '0.85', risk: '0.8' } as const

describe('keyResultStatus', () => {
  const half = { progress: '0.5', attained: false }
  const silent = { cadence: 'weekly', lastCheckIn: '2026-01-02' } as const
  const reported = { status: 'off_track', reason: 'supplier' } as const
  const kept = { progress: 1, attained: true }

  // Every row would be decided by a later row of the table too: the first that applies wins.
  it.each<[string, Partial<KeyResultStatusData>, string, KeyResultStatus]>([
    ['closed', { closed: 'partial', ...silent, score: half }, '2025-12-01', 'partial'],
    ['not_started', { ...silent, score: kept, reported }, '2025-12-31', 'not_started'],
    ['ended', { ...silent, score: kept, reported, observableOn: '2026-06-01' }, '2026-04-01', 'achieved'],
    ['ended', { score: half, observableOn: '2026-06-01' }, '2026-05-31', 'awaiting_outcome'],
    ['ended', { score: half, observableOn: '2026-06-01' }, '2026-06-01', 'missed'],
    ['ended', {}, '2026-04-01', 'missed'],
    ['stale', { ...silent, score: kept, reported }, '2026-02-14', 'stale'],
    ['no_data', { reported }, '2026-02-14', 'no_data'],
    ['no_data', { maintain: { condition, value: null } }, '2026-02-14', 'no_data'],
    ['attained', { score: kept, reported }, '2026-02-14', 'attained'],
    ['reported', { score: half, reported }, '2026-02-14', 'off_track'],
    ['reported', { score: kept, reported, maintain: { condition, value: '0.9' } }, '2026-02-14', 'off_track'],
    ['maintain', { score: kept, maintain: { condition, value: '0.9' } }, '2026-02-14', 'on_track'],
    ['maintain', { score: null, maintain: { condition, value: '0.82' } }, '2026-02-14', 'at_risk'],
    ['pace', { score: half }, '2026-02-14', 'on_track'],
    ['pace', { score: half, plan: { kind: 'step' } }, '2026-03-30', 'on_track'],
    ['pace', { score: half }, '2026-03-31', 'off_track'],
  ])('is decided by %s: %j on %s is %s', (decidedBy, data, asOf, status) => {
    expect(keyResultStatus(frozen({ ...quarter, ...data }), { asOf })).toMatchObject({ status, decidedBy })
  })

  it('keeps what the rules say when a person says otherwise', () => {
    const told = keyResultStatus({ ...quarter, score: half, reported }, { asOf: '2026-02-14' })
    expect(told).toMatchObject({ status: 'off_track', computed: 'on_track', reported: 'off_track', staleness: null })
    expect(told.pace).toMatchObject({ expected: 44 / 89, status: 'on_track' })
  })

  it('has no pace without progress and for a condition', () => {
    expect(keyResultStatus(quarter, { asOf: '2026-02-14' })).toMatchObject({ pace: null, computed: 'no_data' })
    const maintain = { condition, value: '0.7' }
    expect(keyResultStatus({ ...quarter, maintain }, { asOf: '2026-02-14' })).toMatchObject({
      pace: null,
      computed: 'off_track',
    })
  })

  it.each<[string, Partial<KeyResultStatusData>, object, string, string]>([
    ['an outcome', { closed: 'won' as never }, {}, 'INVALID_INPUT', 'closed'],
    ['a report', { reported: { status: 'fine' as never, reason: '' } }, {}, 'INVALID_INPUT', 'reported.status'],
    ['a rule', {}, { rule: 'lenient' }, 'INVALID_OPTION', 'options.rule'],
    ['a progress', { score: { progress: 'half', attained: false } }, {}, 'INVALID_NUMBER', 'score.progress'],
    ['an order of days', { lastDay: '2025-12-31' }, {}, 'INVALID_PERIOD', 'lastDay'],
    [
      'a condition',
      { maintain: { condition: { ...condition, risk: 1 }, value: 1 } },
      {},
      'INVALID_CONDITION',
      'condition.risk',
    ],
  ])('refuses %s that is none', (_, data, options, code, path) => {
    const call = (): unknown => keyResultStatus({ ...quarter, ...data }, { asOf: '2026-02-14', ...options })
    expect(call).toThrow(errorAt(code, path))
  })
})

describe('objectiveStatus', () => {
  const told = (statuses: KeyResultStatus[], more: object = {}, options: ObjectiveStatusOptions = {}) => {
    const { status, decidedBy } = objectiveStatus(
      frozen({ keyResults: statuses.map((one) => ({ status: one })), ...more }),
      options,
    )
    return [status, decidedBy]
  }

  it.each<[KeyResultStatus[], KeyResultStatus, string]>([
    [[], 'no_data', 'no_key_results'],
    [['dropped', 'dropped'], 'dropped', 'dropped'],
    [['not_started', 'not_started'], 'not_started', 'not_started'],
    [['not_started', 'on_track'], 'on_track', 'worst'],
    [['dropped', 'on_track'], 'on_track', 'worst'],
    [['on_track', 'stale', 'at_risk'], 'stale', 'worst'],
    [['missed', 'on_track'], 'off_track', 'worst'],
    [['partial', 'attained'], 'at_risk', 'worst'],
    [['awaiting_outcome', 'attained'], 'on_track', 'worst'],
    [['achieved', 'not_started'], 'attained', 'worst'],
    [['achieved', 'partial'], 'partial', 'worst'],
    [['missed', 'achieved'], 'missed', 'worst'],
    [['achieved', 'awaiting_outcome'], 'awaiting_outcome', 'worst'],
  ])('of %j is %s, by %s', (statuses, status, decidedBy) => expect(told(statuses)).toEqual([status, decidedBy]))

  it('hears neither guardrails nor what has no weight', () => {
    const keyResults = [
      { status: 'on_track' },
      { status: 'off_track', role: 'guardrail' },
      { status: 'missed', weight: '0' },
    ] as const
    expect(objectiveStatus({ keyResults }).status).toBe('on_track')
  })

  it('is off track with a breached guardrail, and missed once all has ended', () => {
    expect(told(['on_track'], { guardrailBreached: true })).toEqual(['off_track', 'guardrail'])
    expect(told(['achieved'], { guardrailBreached: true })).toEqual(['missed', 'guardrail'])
    expect(told(['achieved', 'not_started'], { guardrailBreached: true })).toEqual(['off_track', 'guardrail'])
    expect(told(['not_started'], { guardrailBreached: true })).toEqual(['not_started', 'not_started'])
  })

  it.each<[KeyResultStatus[], object, KeyResultStatus]>([
    [['off_track', 'on_track'], { progress: '0.48', expected: '0.5' }, 'on_track'],
    [['off_track', 'on_track'], { progress: null, expected: '0.5' }, 'no_data'],
    [['achieved', 'missed'], { progress: '0.999999999999', expected: 1 }, 'missed'],
    [['achieved', 'missed'], { progress: 1, expected: 1 }, 'achieved'],
    [['achieved', 'missed'], {}, 'missed'],
    [['achieved', 'awaiting_outcome'], { progress: 1 }, 'awaiting_outcome'],
  ])('from progress: %j with %j is %s', (statuses, more, status) => {
    expect(told(statuses, more, { method: 'fromProgress' })).toEqual([status, 'fromProgress'])
  })

  it('knows every status once', () => expect(new Set(statusOrder).size).toBe(12))

  it('refuses a status, a method and a weight that are none', () => {
    expect(() => told(['fine' as never])).toThrow(errorAt('INVALID_INPUT', 'keyResults[0].status'))
    expect(() => told(['missed'], {}, { method: 'best' as never })).toThrow(errorAt('INVALID_OPTION', 'options.method'))
    const keyResults = [{ status: 'missed', weight: -1 }] as const
    expect(() => objectiveStatus({ keyResults })).toThrow(errorAt('INVALID_WEIGHT', 'keyResults[0].weight'))
  })
})

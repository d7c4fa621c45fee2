import { describe, expect, it } from 'vitest'
import {
  aggregateQuantities,
  assessKeyResult,
  assessObjective,
  type CheckIn,
  gradeBand,
  isAttained,
  type KeyResult,
  keyResultStatus,
  objectiveStatus,
  paceStatus,
  readingAsOf,
  rollUpAlignment,
  rollUpProgress,
  scoreAsOf,
  scoreChange,
  scoreKeyResult,
} from '../../src/okr/index.js'

const cycle = { id: 'q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' } as const
const buyers = { id: 'k', title: 'Repeat buyers', kind: 'change', baseline: 8, target: 14 } as const
const read = (id: string, on: string, value: number, more: Partial<CheckIn> = {}): CheckIn => ({
  id,
  keyResultId: 'k',
  on,
  reading: { value },
  ...more,
})

describe('mistakes that other tools were seen to make', () => {
  it('credit for moving the wrong way', () => {
    expect(scoreChange({ baseline: 50, target: 10, value: 70 })).toMatchObject({
      progress: 0,
      raw: -0.5,
      regressed: true,
    })
  })

  it('averages of ratios', () => {
    const teams = [
      { numerator: 9, denominator: 10 },
      { numerator: 30, denominator: 90 },
    ]
    expect(aggregateQuantities(teams, { method: 'pooledRatio' }).value).toBe(0.39)
  })

  it('values rounded before rolling up', () => {
    const third = { ...buyers, baseline: 0, target: 3 }
    const score = scoreKeyResult({ keyResult: third, reading: { value: 1 } }).progress
    expect(rollUpProgress([{ progress: score }, { progress: 0 }]).progress).toBe(1 / 6)
    const objectives = [
      { id: 'top', keyResults: [{ progress: '0.27' }, { progress: '0.18' }] },
      { id: 'child', parentIds: ['top'], keyResults: [{ progress: '0.85' }, { progress: '0.60' }] },
    ]
    expect(rollUpAlignment(objectives, { mode: 'keyResultsAndChildren' })[0]?.progress).toBe(47 / 120)
  })

  it('roll-ups that skip missing key results', () => {
    expect(rollUpProgress([{ progress: 1 }, { progress: null }]).progress).toBe(0.5)
  })

  it('the start value in place of a missing one', () => {
    const score = scoreKeyResult({ keyResult: buyers, reading: { value: null } })
    expect(score).toMatchObject({ progress: null, reason: 'not_measured', attained: null, value: null })
  })

  it('history rewritten when a target is edited', () => {
    const versions = [
      { effectiveFrom: '2026-01-01', keyResult: buyers },
      { effectiveFrom: '2026-01-31', keyResult: { ...buyers, target: 12 } },
    ]
    const checkIns = [read('c1', '2026-01-20', 11)]
    expect(scoreAsOf({ versions, checkIns }, { asOf: '2026-01-25' }).progress).toBe(0.5)
    expect(scoreAsOf({ versions, checkIns }, { asOf: '2026-02-25' })).toMatchObject({
      progress: 0.75,
      goalpostsEased: true,
    })
  })

  it('health computed against another row than the latest', () => {
    const checkIns = [read('late', '2026-02-10', 13), read('early', '2026-01-10', 9, { recordedOn: '2026-02-12' })]
    expect(readingAsOf(checkIns, { asOf: '2026-02-14' }).checkInId).toBe('late')
    expect(assessKeyResult({ keyResult: buyers, cycle, checkIns }, { asOf: '2026-02-14' }).status).toBe('on_track')
  })

  it('what nobody measured counted as completed', () => {
    expect(
      keyResultStatus({ ...cycle, score: { progress: null, attained: null } }, { asOf: '2026-02-14' }).status,
    ).toBe('no_data')
    expect(keyResultStatus(cycle, { asOf: '2026-04-01' }).status).toBe('missed')
  })

  it('a guardrail averaged away', () => {
    const items = [{ progress: 0.9 }, { progress: 0.9 }, { progress: 0, attained: false, role: 'guardrail' as const }]
    expect(rollUpProgress(items)).toMatchObject({ progress: 0.9, guardrailBreached: true })
    expect(objectiveStatus({ keyResults: [{ status: 'on_track' }], guardrailBreached: true }).status).toBe('off_track')
  })

  it('a milestone far apart in two views of one number', () => {
    const keyResult: KeyResult = { id: 'k', title: 'Live', kind: 'milestone' }
    const checkIns: CheckIn[] = [{ id: 'c', keyResultId: 'k', on: '2026-02-10', reading: { doneOn: null } }]
    const objective = { id: 'o', title: 'o', cycleId: 'q1', keyResults: [keyResult] }
    const [one, all] = [
      assessKeyResult({ keyResult, cycle, checkIns }, { asOf: '2026-02-14' }),
      assessObjective({ objective, cycle, checkIns }, { asOf: '2026-02-14' }),
    ]
    expect([all.progress, all.expected, all.keyResults[0]]).toEqual([one.score.progress, one.expected, one])
  })

  it('one hundred per cent as the end when the metric can slip back', () => {
    const checkIns = [read('c1', '2026-01-20', 14), read('c2', '2026-02-10', 10)]
    const on = (asOf: string) => assessKeyResult({ keyResult: buyers, cycle, checkIns }, { asOf }).status
    expect([on('2026-01-20'), on('2026-02-14')]).toEqual(['attained', 'at_risk'])
  })

  it('a person who overrules silence', () => {
    const checkIns = [read('c1', '2026-01-05', 10, { reported: { status: 'on_track', reason: 'all well' } })]
    const assessed = assessKeyResult({ keyResult: buyers, cycle, checkIns, cadence: 'weekly' }, { asOf: '2026-02-14' })
    expect(assessed).toMatchObject({ status: 'stale', statusDetail: { reported: 'on_track', computed: 'at_risk' } })
  })
})

describe('what other tools show, with the options that give it', () => {
  it('control types whose equality is no success', () => {
    expect(isAttained({ value: 60, condition: { operator: 'gt', bound: 60 } })).toBe(false)
    const keyResult: KeyResult = { id: 'k', title: 'NPS', kind: 'maintain', condition: { operator: 'gt', bound: 60 } }
    expect(scoreKeyResult({ keyResult, reading: { value: 60 } }).progress).toBe(0)
  })

  it('uncapped percentages', () => {
    expect(scoreChange({ baseline: 100, target: 60, value: 50 }).raw).toBe(1.25)
  })

  it('zones at three and seven tenths of the way to the stretch goal, unrounded', () => {
    const zones = {
      id: 'k',
      title: 'z',
      kind: 'zones',
      baseline: '0.05',
      commit: '0.0485',
      target: '0.0465',
      stretch: '0.045',
    } as const
    expect(scoreKeyResult({ keyResult: zones, reading: { value: '0.0475' } })).toMatchObject({
      progress: 0.5,
      zone: 'commit',
    })
  })

  it('missing ones left out, and a ceiling above one', () => {
    expect(
      rollUpProgress([{ progress: '1.4' }, { progress: null }], { missing: 'exclude', ceiling: '1.2' }).progress,
    ).toBe(1.2)
  })

  it('a table of grades with gaps, closed by rounding', () => {
    expect([gradeBand('0.649', { scheme: 'rounded' }), gradeBand('0.65', { scheme: 'rounded' })]).toEqual([
      'amber',
      'green',
    ])
  })

  it.each([
    ['default', 'on_track'],
    ['viva', 'at_risk'],
    ['burningokr', 'on_track'],
    ['engagedly', 'on_track'],
    ['upraise', 'at_risk'],
    ['mooncamp', 'on_track'],
  ] as const)('0.47 of 0.52 by the rule of %s is %s', (rule, status) => {
    expect(paceStatus({ progress: '0.47', expected: '0.52' }, { rule }).status).toBe(status)
  })
})

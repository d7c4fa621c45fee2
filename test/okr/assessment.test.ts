import { describe, expect, it } from 'vitest'
import {
  type AssessKeyResultOptions,
  assessKeyResult,
  assessObjective,
  type CheckIn,
  type KeyResult,
  type KeyResultVersion,
  type Objective,
} from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

const cycle = { id: 'q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' } as const
const asOf = '2026-02-14'
const buyers: KeyResult = { id: 'kr', title: 'Repeat buyers', kind: 'change', baseline: 8, target: 14 }

function checkIn(on: string, reading: CheckIn['reading'], more: Partial<CheckIn> = {}): CheckIn {
  return { id: `c-${on}`, keyResultId: 'kr', on, reading, ...more }
}

function assess(
  keyResult: KeyResult,
  checkIns: CheckIn[],
  options: Partial<AssessKeyResultOptions> = {},
  more: { versions?: KeyResultVersion[]; cadence?: 'weekly' } = {},
) {
  return assessKeyResult(frozen({ keyResult, cycle, checkIns, ...more }), { asOf, ...options })
}

describe('assessKeyResult', () => {
  it('scores by the definition in force and shows the first one beside it', () => {
    const versions = [
      { effectiveFrom: '2026-01-01', keyResult: buyers },
      { effectiveFrom: '2026-01-31', keyResult: { ...buyers, kind: 'change' as const, baseline: 8, target: 12 } },
    ]
    const before = assess(buyers, [checkIn('2026-01-20', { value: 11 })], { asOf: '2026-01-30' }, { versions })
    expect(before.history).toEqual({ definitionIndex: 0, progressOriginal: 0.5, goalpostsEased: false })
    const after = assess(buyers, [checkIn('2026-01-20', { value: 11 })], {}, { versions })
    expect(after.score.progress).toBe(0.75)
    expect(after.history).toEqual({ definitionIndex: 1, progressOriginal: 0.5, goalpostsEased: true })
  })

  it('does not change with what was recorded or defined later', () => {
    const known = [checkIn('2026-01-20', { value: 11 })]
    const versions = [{ effectiveFrom: '2026-01-01', keyResult: buyers }]
    const later = checkIn('2026-01-25', { value: 14 }, { recordedOn: '2026-03-01' })
    const laterVersion = { effectiveFrom: '2026-03-01', keyResult: { ...buyers, title: 'Other' } }
    const then = assess(buyers, known, {}, { versions })
    expect(assess(buyers, [...known, later], {}, { versions: [...versions, laterVersion] })).toEqual(then)
    expect(assess(buyers, [...known, later], { knownOn: '2026-03-01' }).score.attained).toBe(true)
  })

  it('has no history before the first version, and scores by it', () => {
    const versions = [{ effectiveFrom: '2026-03-01', keyResult: buyers }]
    const early = assess(buyers, [checkIn('2026-01-20', { value: 11 })], {}, { versions })
    expect(early.score.progress).toBe(0.5)
    expect(early.history).toEqual({ definitionIndex: null, progressOriginal: null, goalpostsEased: null })
  })

  it('delays values by the lag of the metric, but not people', () => {
    const lagged: KeyResult = { ...buyers, metricRef: { metric: 'repeat-purchase-rate', settlementLagDays: 10 } }
    const checkIns = [
      checkIn('2026-02-01', { value: 11 }, { confidence: '0.7' }),
      checkIn('2026-02-10', { value: 14 }, { confidence: '0.4', reported: { status: 'at_risk', reason: 'late' } }),
    ]
    const assessed = assess(lagged, checkIns, {}, { cadence: 'weekly' })
    expect(assessed.score.value).toBe(11)
    expect(assessed).toMatchObject({ status: 'at_risk', confidence: 0.4, confidenceChange: -0.3 })
    expect(assessed.statusDetail.staleness?.due).toBe('2026-02-17')
  })

  it('closes from the day of its closing', () => {
    const closing = { on: '2026-02-14', outcome: 'dropped', decision: 'drop' } as const
    const checkIns = [checkIn('2026-01-20', { value: 11 })]
    expect(assess({ ...buyers, closing }, checkIns).status).toBe('dropped')
    expect(assess({ ...buyers, closing }, checkIns, { asOf: '2026-02-13' }).status).toBe('on_track')
  })

  it('expects nothing of a milestone before its last day', () => {
    const milestone: KeyResult = { id: 'kr', title: 'Portal live', kind: 'milestone' }
    const open = assess(milestone, [checkIn('2026-02-01', { doneOn: null })])
    expect(open).toMatchObject({ expected: 0, status: 'on_track', forecast: null, evidence: null, expectedValue: null })
    const done = assess(milestone, [checkIn('2026-02-01', { doneOn: '2026-01-30' })])
    expect(done).toMatchObject({ status: 'attained', score: { progress: 1, late: false } })
  })

  it('begins the forecast of a level at its baseline, that of a rate at its first reading', () => {
    const checkIns = ['01-08', '01-15', '01-22', '01-29'].map((day, index) =>
      checkIn(`2026-${day}`, { value: 9 + index }),
    )
    expect(assess(buyers, checkIns).forecast).toMatchObject({ model: 'drift', readings: 5, mean: expect.any(Number) })
    expect(assess({ ...buyers, nature: 'rate' }, checkIns).forecast).toMatchObject({
      model: 'trend',
      readings: 4,
      reason: 'insufficient_history',
    })
    const first = [checkIn('2026-01-01', { value: 7 }), ...checkIns]
    expect(assess(buyers, first).forecast?.readings).toBe(5)
  })

  it('has no forecast without a target, and says why', () => {
    const unknown: KeyResult = {
      id: 'kr',
      title: 'Churn',
      kind: 'change',
      baseline: null,
      target: { relativeChange: -0.1 },
    }
    expect(assess(unknown, []).forecast).toMatchObject({ probability: null, reason: 'no_baseline', readings: 0 })
    expect(assess({ ...buyers, baseline: 14 } as KeyResult, []).forecast).toMatchObject({ reason: 'degenerate_range' })
  })

  it('has evidence of counts and of intervals only', () => {
    const share: KeyResult = { id: 'kr', title: 'SLA', kind: 'change', unit: 'ratio', baseline: '0.7', target: '0.85' }
    const counted = assess(share, [checkIn('2026-02-01', { value: { numerator: 184, denominator: 200 } })])
    expect(counted.evidence).toMatchObject({ verdict: 'attained_clear', attained: true })
    expect(assess(share, [checkIn('2026-02-01', { value: '0.92' })]).evidence).toBeNull()
    const interval = { lower: 0.8, upper: 0.95, level: 0.95, method: 'bootstrap' }
    const stated = assess(share, [checkIn('2026-02-01', { value: '0.92', interval })])
    expect(stated.evidence).toMatchObject({ verdict: 'attained_uncertain', interval })
    const money = assess({ ...share, unit: 'money' }, [
      checkIn('2026-02-01', { value: { numerator: 184, denominator: 200 } }),
    ])
    expect(money.evidence).toBeNull()
  })

  describe('of a condition that is to be kept', () => {
    const kept: KeyResult = { id: 'kr', title: 'CSAT', kind: 'maintain', condition: { operator: 'gte', bound: 8 } }
    const checkIns = [
      checkIn('2026-01-15', { value: 9 }),
      checkIn('2026-02-15', { value: 7 }),
      checkIn('2026-03-01', { value: 9 }),
      checkIn('2026-04-02', { value: 1 }),
    ]

    it('counts its latest reading while it runs', () => {
      expect(assess(kept, checkIns, { asOf: '2026-02-20' })).toMatchObject({
        score: { progress: 0, attained: false },
        status: 'off_track',
        expected: 1,
      })
    })

    it('counts the days on which it was met once it has ended', () => {
      const ended = assess(kept, checkIns, { asOf: '2026-04-01' })
      expect(ended.score).toMatchObject({ progress: 62 / 76, attained: false, coverage: 1, value: 9 })
      expect(ended.status).toBe('missed')
      const enough = assess({ ...kept, requiredShare: '0.8' } as KeyResult, checkIns, { asOf: '2026-04-01' })
      expect(enough).toMatchObject({ score: { attained: true }, status: 'achieved' })
    })

    it('counts declared periods by their last reading', () => {
      const monthly = { ...kept, every: 'month' } as KeyResult
      const ended = assess(monthly, checkIns, { asOf: '2026-04-01' })
      expect(ended.score).toMatchObject({ progress: 2 / 3, attained: false })
      expect(ended.history.progressOriginal).toBe(2 / 3)
    })

    it('is not measured without a reading', () => {
      expect(assess(kept, [], { asOf: '2026-04-01' }).score).toMatchObject({
        progress: null,
        reason: 'not_measured',
        coverage: 0,
      })
    })
  })

  it('reads a list by every version of it', () => {
    const list = (ids: string[]): KeyResult => ({
      id: 'kr',
      title: 'List',
      kind: 'checklist',
      items: ids.map((id) => ({ id })),
    })
    const versions = [
      { effectiveFrom: '2026-01-01', keyResult: list(['a', 'b']) },
      { effectiveFrom: '2026-02-01', keyResult: list(['b', 'c']) },
    ]
    const assessed = assess(list(['b', 'c']), [checkIn('2026-02-10', { done: ['a', 'c'] })], {}, { versions })
    expect(assessed.score.progress).toBe(0.5)
    expect(assessed.history).toMatchObject({ progressOriginal: 0.5, goalpostsEased: false })
    expect(() => assess(list(['b', 'c']), [checkIn('2026-02-10', { done: ['x'] })], {}, { versions })).toThrow(
      errorAt('INVALID_READING', 'reading.done'),
    )
  })

  it('compares nothing when the kind has changed', () => {
    const versions: KeyResultVersion[] = [
      { effectiveFrom: '2026-01-01', keyResult: { id: 'kr', title: 'Live', kind: 'milestone' } },
      { effectiveFrom: '2026-02-01', keyResult: buyers },
    ]
    const assessed = assess(buyers, [checkIn('2026-02-10', { value: 11 })], {}, { versions })
    expect(assessed.history).toEqual({ definitionIndex: 1, progressOriginal: null, goalpostsEased: null })
  })

  it('takes the parts of a composite by every version of it', () => {
    const parts = (ids: string[]): KeyResult => ({
      id: 'kr',
      title: 'Both',
      kind: 'composite',
      require: 'all',
      components: ids.map((id) => ({ id, title: id, kind: 'milestone' as const })),
    })
    const versions = [
      { effectiveFrom: '2026-01-01', keyResult: parts(['a']) },
      { effectiveFrom: '2026-02-01', keyResult: parts(['a', 'b']) },
    ]
    const done = { doneOn: '2026-02-01' }
    const reading = { components: { a: done, b: { doneOn: null } } }
    const assessed = assess(parts(['a', 'b']), [checkIn('2026-02-10', reading)], {}, { versions })
    expect(assessed.score.progress).toBe(0)
    expect(assessed.history).toMatchObject({ progressOriginal: 1, goalpostsEased: false })
  })

  it.each<[string, () => unknown, string, string | undefined]>([
    [
      'a check-in of another',
      () => assess({ ...buyers, id: 'x' }, [checkIn('2026-02-01', { value: 1 })]),
      'UNKNOWN_KEY_RESULT',
      'checkIns[0].keyResultId',
    ],
    ['no versions', () => assess(buyers, [], {}, { versions: [] }), 'INVALID_DEFINITION', 'versions'],
    ['a level', () => assess(buyers, [], { forecastLevel: 1 }), 'INVALID_OPTION', 'options.forecastLevel'],
    [
      'a level of evidence',
      () => assess(buyers, [], { evidenceLevel: '0' }),
      'INVALID_OPTION',
      'options.evidenceLevel',
    ],
    ['an option', () => assess(buyers, [], { missing: 'zero' } as never), 'INVALID_OPTION', 'options'],
    [
      'a confidence',
      () => assess(buyers, [checkIn('2026-02-01', { value: 9 }, { confidence: 70 })]),
      'INVALID_NUMBER',
      'checkIns.confidence',
    ],
  ])('refuses %s', (_, call, code, path) => expect(call).toThrow(errorAt(code, path)))
})

describe('assessObjective', () => {
  const objective: Objective = {
    id: 'o1',
    title: 'Customers stay',
    cycleId: 'q1',
    keyResults: [
      { ...buyers, weight: 3 } as KeyResult,
      { id: 'live', title: 'Portal live', kind: 'milestone' },
      { id: 'csat', title: 'CSAT', kind: 'maintain', role: 'guardrail', condition: { operator: 'gte', bound: 8 } },
    ],
  }
  const checkIns: CheckIn[] = [
    checkIn('2026-02-10', { value: 11 }),
    { id: 'l', keyResultId: 'live', on: '2026-02-10', reading: { doneOn: null } },
    { id: 'g', keyResultId: 'csat', on: '2026-02-10', reading: { value: 9 } },
  ]

  it('rolls up results by weight, with their expectation', () => {
    const assessed = assessObjective(frozen({ objective, cycle, checkIns }), { asOf })
    expect(assessed).toMatchObject({
      progress: 0.375,
      expected: 33 / 89,
      status: 'on_track',
      decidedBy: 'worst',
      guardrailBreached: false,
    })
    expect(assessed.keyResults.map(({ keyResultId }) => keyResultId)).toEqual(['kr', 'live', 'csat'])
  })

  it('does not depend on the order of the check-ins', () => {
    const data = { objective, cycle, checkIns }
    expect(assessObjective({ ...data, checkIns: [...checkIns].reverse() }, { asOf })).toEqual(
      assessObjective(data, { asOf }),
    )
  })

  it('gives its days and cadence to its key results', () => {
    const own: Objective = { ...objective, firstDay: '2026-02-01', lastDay: '2026-02-28', cadence: 'weekly' }
    const assessed = assessObjective({ objective: own, cycle, checkIns }, { asOf })
    expect(assessed.keyResults[0]).toMatchObject({
      elapsed: 13 / 27,
      statusDetail: { staleness: { due: '2026-02-17' } },
    })
  })

  it('has its status from its progress when it says so', () => {
    const from: Objective = { ...objective, statusMethod: 'fromProgress' }
    const assessed = assessObjective(
      { objective: from, cycle, checkIns: checkIns.slice(0, 1) },
      { asOf, missing: 'exclude' },
    )
    expect(assessed).toMatchObject({ progress: 0.5, coverage: 0.75, decidedBy: 'fromProgress', status: 'on_track' })
  })

  it('expects nothing when nothing has weight', () => {
    const tracked: Objective = { ...objective, keyResults: [{ ...buyers, weight: 0 } as KeyResult] }
    const assessed = assessObjective({ objective: tracked, cycle, checkIns: [] }, { asOf })
    expect(assessed).toMatchObject({ expected: null, progress: null, reason: 'no_weight', decidedBy: 'no_key_results' })
  })

  it('gives plain JSON', () => {
    const assessed = assessObjective({ objective, cycle, checkIns }, { asOf })
    expect(JSON.parse(JSON.stringify(assessed))).toEqual(assessed)
  })

  it.each<[string, () => unknown, string, string]>([
    [
      'a check-in of nothing',
      () =>
        assessObjective(
          { objective, cycle, checkIns: [checkIn('2026-02-01', { value: 1 }, { keyResultId: 'x' })] },
          { asOf },
        ),
      'UNKNOWN_KEY_RESULT',
      'checkIns[0].keyResultId',
    ],
    [
      'versions of nothing',
      () => assessObjective({ objective, cycle, checkIns, versions: [{ keyResultId: 'x', versions: [] }] }, { asOf }),
      'UNKNOWN_KEY_RESULT',
      'versions[0].keyResultId',
    ],
    [
      'an id twice',
      () =>
        assessObjective({ objective: { ...objective, keyResults: [buyers, buyers] }, cycle, checkIns: [] }, { asOf }),
      'DUPLICATE_ID',
      'objective.keyResults[1].id',
    ],
  ])('refuses %s', (_, call, code, path) => expect(call).toThrow(errorAt(code, path)))
})

import { describe, expect, it } from 'vitest'
import { checkAlignment } from '../../src/okr/alignment/checkAlignment.js'
import {
  type CheckIn,
  type KeyResultDraft,
  type LintData,
  type LintObjectivesOptions,
  lintObjectives,
  lintRules,
  type ObjectiveDraft,
} from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

const cycle = { id: 'q1', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' } as const
const ana = { id: 'ana', team: 'success' }
const leo = { id: 'leo', team: 'sales' }

/** A key result that no rule fires on. */
function kr(id: string, more: Partial<KeyResultDraft> = {}): KeyResultDraft {
  return {
    id,
    title: 'Customers who stay',
    kind: 'change',
    unit: 'ratio',
    baseline: '0.05',
    target: '0.045',
    indicator: 'leading',
    metricRef: { metric: `metric-${id}` },
    ...more,
  }
}

/** An objective that no rule fires on. */
function objective(
  id: string,
  keyResults = [kr(`${id}1`), kr(`${id}2`)],
  more: Partial<ObjectiveDraft> = {},
): ObjectiveDraft {
  return { id, title: 'Customers stay', cycleId: 'q1', owner: ana, sufficiency: 'confirmed', keyResults, ...more }
}

type Case = [data: Partial<LintData>, options?: LintObjectivesOptions]
const one = (keyResult: Partial<KeyResultDraft>, more: Partial<ObjectiveDraft> = {}): Case => [
  { objectives: [objective('o', [kr('k', keyResult), kr('other')], more)] },
]
const set = (more: Partial<ObjectiveDraft>): Case => [{ objectives: [objective('o', undefined, more)] }]
const estimated = (estimate: object, keyResult: Partial<KeyResultDraft> = {}): Case => [
  { ...one(keyResult)[0], estimates: [{ keyResultId: 'k', ...estimate }] },
]

const version = (effectiveFrom: string, target: string, more: object = {}) => ({
  effectiveFrom,
  keyResult: { id: 'k', title: 'k', kind: 'change' as const, baseline: 8, target },
  ...more,
})
const told = (on: string, value: number | null, status: 'on_track' | 'at_risk' = 'on_track'): CheckIn => ({
  id: on,
  keyResultId: 'k',
  on,
  reading: { value },
  reported: { status, reason: '' },
})
const history = (versions: ReturnType<typeof version>[], checkIns: CheckIn[] = []): LintData['histories'] => [
  { keyResultId: 'k', versions, checkIns },
]
const stalled = (checkIns: CheckIn[], keyResult: Partial<KeyResultDraft> = {}): Case => [
  { ...one(keyResult)[0], histories: history([], checkIns) },
  { asOf: '2026-03-01' },
]
const funnel = {
  stages: ['lead', 'deal', 'client'],
  handoffs: [{ from: 'lead', to: 'deal', metric: 'metric-k' }],
}

const cases: [code: string, subject: string, evidence: object, fires: Case, silent: Case[]][] = [
  [
    'key_result.no_baseline',
    'k',
    {},
    one({ baseline: null }),
    [one({}), one({ kind: 'baseline', baseline: undefined })],
  ],
  [
    'key_result.no_target',
    'k',
    {},
    one({ target: undefined }),
    [
      one({}),
      one({ kind: 'zones', baseline: 0, commit: 1, target: 2, stretch: 3 }),
      one({ kind: 'maintain', condition: { operator: 'gt', bound: 1 } }),
    ],
  ],
  ['key_result.no_target', 'k', {}, one({ kind: 'zones', target: 2, commit: 1 }), []],
  ['key_result.no_target', 'k', {}, one({ kind: 'maintain', target: undefined }), []],
  [
    'key_result.no_due_day',
    'k',
    {},
    [{ objectives: [objective('o', [kr('k')], { cycleId: 'q9' })] }],
    [[{ objectives: [objective('o', [kr('k', { lastDay: '2026-02-01' })], { cycleId: 'q9' })] }], one({})],
  ],
  [
    'key_result.degenerate',
    'k',
    { baseline: 0.05, target: 0.05 },
    one({ target: '0.05' }),
    [one({}), one({ baseline: null })],
  ],
  ['key_result.degenerate', 'k', {}, one({ target: { pointsChange: 0 } }), []],
  [
    'key_result.direction_mismatch',
    'k',
    { baseline: 0.05, target: 0.045 },
    one({ direction: 'increase' }),
    [one({ direction: 'decrease', operator: 'lte' }), one({ direction: 'increase', target: '0.05' })],
  ],
  ['key_result.direction_mismatch', 'k', {}, one({ operator: 'gt' }), []],
  ['key_result.direction_mismatch', 'k', {}, one({ metricRef: { metric: 'm', polarity: 'higher_is_better' } }), []],
  [
    'key_result.relative_ambiguous',
    'k',
    { target: -0.1 },
    one({ target: '-0.10' }),
    [one({ target: { relativeChange: '-0.10' } }), one({ unit: 'points', baseline: 10, target: '-10' })],
  ],
  [
    'key_result.relative_undefined',
    'k',
    {},
    one({ scale: 'interval', target: { relativeChange: '0.1' } }),
    [one({ target: { relativeChange: '-0.1' } }), one({ baseline: null, target: { relativeChange: '-0.1' } })],
  ],
  ['key_result.relative_undefined', 'k', {}, one({ baseline: 0, target: { relativeChange: '0.1' } }), []],
  [
    'key_result.target_out_of_domain',
    'k',
    { target: 1.2 },
    one({ domain: { min: 0, max: 1 }, target: '1.2' }),
    [one({ target: '1.2' }), one({ target: '-0.1' }), one({ domain: {}, unit: 'points', target: 500 })],
  ],
  ['key_result.target_out_of_domain', 'k', { target: -0.05 }, one({ target: { pointsChange: '-0.1' } }), []],
  [
    'key_result.no_owner',
    'k',
    {},
    one({}, { owner: undefined }),
    [
      [{ objectives: [objective('o', [kr('k', { owner: leo }), kr('x', { owner: ana })], { owner: undefined })] }],
      one({}),
    ],
  ],
  [
    'key_result.many_owners',
    'k',
    { accountable: ['leo'] },
    one({ contributors: [{ id: 'mia' }, { ...leo, accountable: true }] }),
    [one({ contributors: [leo] })],
  ],
  [
    'key_result.no_source',
    'k',
    {},
    one({ metricRef: undefined }),
    [
      one({ metricRef: undefined, evidenceSource: 'crm' }),
      one({
        kind: 'composite',
        metricRef: undefined,
        components: [{ id: 'a', title: 'a', kind: 'milestone', evidenceSource: 'crm' }],
      }),
    ],
  ],
  [
    'key_result.no_source',
    'k',
    {},
    one({ kind: 'composite', metricRef: undefined, components: [{ id: 'a', title: 'a', kind: 'milestone' }] }),
    [],
  ],
  [
    'key_result.activity',
    'k',
    { words: ['lanzar', 'help'] },
    one({ kind: 'milestone', title: 'LANZÁR, help & help' }),
    [
      one({ title: 'Launch' }),
      one({ kind: 'milestone', title: 'Helpful answers' }),
      one({ kind: 'milestone', title: 'template.launch' }),
    ],
  ],
  [
    'key_result.activity_count',
    'k',
    { words: ['calls'] },
    [
      {
        objectives: [
          objective('o', [
            kr('k', { unit: 'count', baseline: 1, target: 9, title: '100 Calls' }),
            kr('m', { kind: 'milestone' }),
          ]),
        ],
      },
    ],
    [
      one({ unit: 'count', baseline: 1, target: 9, title: '100 calls' }),
      one({ title: 'calls' }),
      one({ unit: 'count', baseline: 1, target: 9, title: 'Recalls' }),
    ],
  ],
  [
    'key_result.activity_count',
    'k',
    {},
    [
      {
        objectives: [
          objective('o', [
            kr('k', { unit: 'count', baseline: 1, target: 9, title: 'llamadas' }),
            kr('m', { unit: 'count', baseline: 1, target: 9, title: 'reuniones' }),
            kr('z', { weight: 0 }),
          ]),
        ],
      },
    ],
    [],
  ],
  [
    'key_result.vanity_count',
    'k',
    {},
    one({ unit: 'count', baseline: 150, target: { relativeChange: '-0.2' } }),
    [
      one({ unit: 'count', baseline: 150, target: 120 }),
      one({ unit: 'count', baseline: { numerator: 150, denominator: 1 }, target: { relativeChange: '-0.2' } }),
      one({ unit: 'count', baseline: null, target: { relativeChange: '-0.2' } }),
      one({ target: { relativeChange: '-0.2' } }),
    ],
  ],
  [
    'key_result.business_as_usual',
    'k',
    { noChangeProbability: 0.51, trendProbability: 0.6 },
    estimated({ noChangeProbability: 0.51, trendProbability: '0.6', forecastProbability: 0.5 }),
    [
      estimated({ noChangeProbability: 0.5 }),
      estimated({ confidence: 0.9 }),
      estimated({ confidence: 1 }, { commitment: 'committed' }),
    ],
  ],
  ['key_result.business_as_usual', 'k', { confidence: 0.91 }, estimated({ confidence: '0.91' }), []],
  [
    'key_result.moonshot',
    'k',
    { noChangeProbability: 0.01 },
    estimated({ noChangeProbability: 0.01 }),
    [
      estimated({ noChangeProbability: 0.02 }),
      estimated({ noChangeProbability: 0.01, trendProbability: 0.02 }),
      estimated({ confidence: 0.25 }),
    ],
  ],
  ['key_result.moonshot', 'k', { confidence: 0.24 }, estimated({ confidence: 0.24 }), []],
  [
    'key_result.committed_low_confidence',
    'k',
    { confidence: 0.69 },
    estimated({ confidence: '0.69' }, { commitment: 'committed' }),
    [estimated({ confidence: '0.7' }, { commitment: 'committed' }), estimated({ confidence: '0.5' })],
  ],
  [
    'key_result.no_guardrail',
    'k',
    { effect: 'speed' },
    one({ effect: 'speed' }),
    [
      one({ effect: 'quality' }),
      [{ objectives: [objective('o', [kr('k', { effect: 'growth' }), kr('g', { role: 'guardrail' }), kr('x')])] }],
      [{ objectives: [objective('o', [kr('k', { effect: 'volume' }), kr('g', { effect: 'quality' })])] }],
    ],
  ],
  [
    'key_result.unobservable',
    'k',
    { observableOn: '2026-06-29' },
    one({ outcomeWindowDays: 90 }),
    [
      one({ outcomeWindowDays: 90, observableOn: '2026-06-29' }),
      one({ outcomeWindowDays: 28, lastDay: '2026-03-03' }),
      one({ outcomeWindowDays: 90 }, { cycleId: 'q9', lastDay: '2026-03-31' }),
    ],
  ],
  [
    'key_result.small_sample',
    'k',
    { distance: 0.005 },
    one({ expectedSampleSize: 1000 }),
    [
      one({ expectedSampleSize: 100_000 }),
      one({ expectedSampleSize: 0 }),
      one({ expectedSampleSize: 10, baseline: null }),
      one({ expectedSampleSize: 10, target: undefined }),
    ],
  ],
  [
    'key_result.plan_missing',
    'k',
    {},
    one({ unit: 'money' }),
    [one({ unit: 'money', plan: { kind: 'linear' } }), one({})],
  ],
  ['key_result.plan_missing', 'k', {}, one({ metricRef: { metric: 'close-rate' } }), []],
  [
    'objective.all_lagging',
    'o',
    {},
    [
      {
        objectives: [
          objective('o', [
            kr('a', { indicator: 'lagging' }),
            kr('b', { indicator: 'leading', weight: 0 }),
            kr('c', { indicator: 'lagging' }),
          ]),
        ],
      },
    ],
    [one({ indicator: 'lagging' })],
  ],
  [
    'objective.no_key_result',
    'o',
    {},
    [{ objectives: [objective('o', [kr('g', { role: 'guardrail' })])] }],
    [one({ weight: 0 })],
  ],
  [
    'objective.one_key_result',
    'o',
    {},
    [{ objectives: [objective('o', [kr('k')])] }],
    [one({}), [{ objectives: [objective('o', [])] }]],
  ],
  [
    'objective.too_many_key_results',
    'o',
    { count: 6 },
    [
      {
        objectives: [
          objective(
            'o',
            ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => kr(id)),
          ),
        ],
      },
    ],
    [
      [
        {
          objectives: [
            objective(
              'o',
              ['a', 'b', 'c', 'd', 'e'].map((id) => kr(id)),
            ),
          ],
        },
      ],
    ],
  ],
  [
    'objective.has_number',
    'o',
    { found: ['1.5', 'v2', 'Q5'] },
    set({ title: 'Reach 1.5 of v2 in Q5, q1 H2 2026, T4' }),
    [set({ title: 'Q1 T4 H2 S1 1999 2026' }), set({ title: 'template.retention.2' })],
  ],
  ['objective.not_sufficient', 'o', {}, set({ sufficiency: undefined }), [set({})]],
  [
    'set.too_many_objectives',
    'success',
    { cycleId: 'q1', count: 6 },
    [{ objectives: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => objective(id)) }],
    [
      [
        {
          objectives: ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) =>
            objective(id, undefined, index === 0 ? { owner: leo } : {}),
          ),
        },
      ],
    ],
  ],
  [
    'set.duplicate_metric',
    'm',
    { keyResultIds: ['a1', 'b1'] },
    [
      {
        additiveRollUp: true,
        objectives: [
          objective('a', [kr('a1', { metricRef: { metric: 'm' } }), kr('a2')]),
          objective('b', [kr('b1', { metricRef: { metric: 'm' } }), kr('b2')], { owner: leo }),
        ],
      },
    ],
    [
      [
        {
          objectives: [
            objective('a', [kr('a1', { metricRef: { metric: 'm' } }), kr('a2')]),
            objective('b', [kr('b1', { metricRef: { metric: 'm' } }), kr('b2')], { owner: leo }),
          ],
        },
      ],
      [
        {
          additiveRollUp: true,
          objectives: [
            objective('a', [kr('a1', { metricRef: { metric: 'm' } }), kr('a2', { metricRef: { metric: 'm' } })]),
          ],
        },
      ],
      [
        {
          additiveRollUp: true,
          objectives: [
            objective('a', [kr('a1', { metricRef: { metric: 'm', segment: { plan: 'pro' } } }), kr('a2')]),
            objective('b', [kr('b1', { metricRef: { metric: 'm' } }), kr('b2')], { owner: leo }),
          ],
        },
      ],
    ],
  ],
  [
    'set.metric_conflict',
    'm',
    { keyResultIds: ['a1', 'a2'] },
    [
      {
        objectives: [
          objective('a', [
            kr('a1', { metricRef: { metric: 'm' } }),
            kr('a2', { metricRef: { metric: 'm' }, target: '0.06' }),
            kr('a3', { metricRef: { metric: 'm' }, target: '0.05' }),
          ]),
        ],
      },
    ],
    [
      [
        {
          objectives: [
            objective('a', [
              kr('a1', { metricRef: { metric: 'm' } }),
              kr('a2', { metricRef: { metric: 'm', complement: true }, baseline: '0.94', target: '0.95' }),
            ]),
          ],
        },
      ],
      [
        {
          objectives: [
            objective('a', [
              kr('a1', { metricRef: { metric: 'm' } }),
              kr('a2', { metricRef: { metric: 'm', segment: { plan: 'pro' } }, target: '0.06' }),
            ]),
          ],
        },
      ],
    ],
  ],
  [
    'set.handoff_gap',
    'deal>client',
    { metrics: [] },
    [{ ...one({})[0], funnel }],
    [[{ ...one({})[0], funnel: { ...funnel, stages: ['lead', 'deal'] } }]],
  ],
  [
    'set.handoff_gap',
    'lead>deal',
    { metrics: ['metric-k'] },
    [{ ...one({}, { owner: { id: 'ana' } })[0], funnel: { ...funnel, stages: ['lead', 'deal'] } }],
    [],
  ],
  [
    'set.alignment_cycle',
    'a',
    { ring: ['a', 'b'] },
    [
      {
        objectives: [objective('b', undefined, { parentIds: ['a'] }), objective('a', undefined, { parentIds: ['b'] })],
      },
    ],
    [[{ objectives: [objective('a'), objective('b', undefined, { parentIds: ['a'] })] }]],
  ],
  ['set.unknown_parent', 'o', { parentId: 'x' }, set({ parentIds: ['x'] }), [set({})]],
  [
    'set.orphan',
    'o',
    {},
    set({ level: 'team' }),
    [set({ level: 'company' }), set({ level: 'team', contribution: 'keeps customers' }), set({})],
  ],
  [
    'set.closed_parent',
    'b',
    { parentId: 'a' },
    [
      {
        objectives: [
          objective('a', undefined, { closing: { outcome: 'missed' } }),
          objective('b', undefined, { parentIds: ['a'] }),
        ],
      },
    ],
    [
      [
        {
          objectives: [
            objective('a', undefined, { closing: {} }),
            objective('b', undefined, { parentIds: ['a'], closing: {} }),
          ],
        },
      ],
    ],
  ],
  [
    'set.double_count',
    'b',
    { parentId: 'a', metric: 'metric-k' },
    [
      {
        additiveRollUp: true,
        objectives: [objective('a', [kr('k'), kr('x')]), objective('b', [kr('k'), kr('y')], { parentIds: ['a'] })],
      },
    ],
    [[{ objectives: [objective('a', [kr('k'), kr('x')]), objective('b', [kr('k'), kr('y')], { parentIds: ['a'] })] }]],
  ],
  [
    'set.date_mismatch',
    'o',
    { keyResultIds: ['k'] },
    one({ lastDay: '2026-04-01' }),
    [one({ firstDay: '2026-01-01', lastDay: '2026-03-31' }), one({ lastDay: '2026-04-01' }, { cycleId: 'q9' })],
  ],
  ['set.date_mismatch', 'o', { keyResultIds: [] }, set({ firstDay: '2025-12-31' }), []],
  [
    'set.all_top_down',
    'set',
    { share: 1 },
    set({ origin: 'top_down' }),
    [
      set({}),
      [
        {
          objectives: ['a', 'b', 'c', 'd', 'e'].map((id, index) =>
            objective(id, undefined, { origin: index === 0 ? 'bottom_up' : 'top_down' }),
          ),
        },
      ],
    ],
  ],
  [
    'history.goalposts_eased',
    'k',
    { since: '2026-02-01', oldTarget: 14, newTarget: 12 },
    [
      {
        ...one({})[0],
        histories: history([version('2026-03-01', '10'), version('2026-01-01', '14'), version('2026-02-01', '12')]),
      },
    ],
    [
      [
        {
          ...one({})[0],
          histories: history([version('2026-01-01', '14'), version('2026-02-01', '12', { external: true })]),
        },
      ],
      [{ ...one({})[0], histories: history([version('2026-01-01', '14'), version('2026-02-01', '16')]) }],
      [
        { ...one({})[0], histories: history([version('2026-01-01', '14'), version('2026-02-01', '12')]) },
        { asOf: '2026-01-31' },
      ],
      [{ ...one({})[0], histories: history([]) }],
    ],
  ],
  [
    'history.stalled_on_track',
    'k',
    { since: '2026-01-15', value: 9 },
    stalled([told('2026-01-01', 8), told('2026-01-15', 9), told('2026-02-01', 9), told('2026-02-12', 9)]),
    [
      stalled([told('2026-01-15', 9), told('2026-02-11', 9)]),
      stalled([told('2026-01-15', 9), told('2026-02-01', 10), told('2026-02-20', 9)]),
      stalled([told('2026-01-15', 9), told('2026-02-12', 9, 'at_risk')]),
      stalled([told('2026-01-15', null), told('2026-02-20', null)]),
      stalled([told('2026-01-15', 9), told('2026-02-20', 9)], { cadence: 'monthly' }),
      stalled([told('2026-01-15', 9), told('2026-02-20', 9)], { cadence: { days: 20 } }),
    ],
  ],
  [
    'history.confidence_contradicted',
    'k',
    { confidence: 0.7, forecastProbability: 0.39 },
    estimated({ confidence: '0.7', forecastProbability: 0.39 }),
    [
      estimated({ confidence: '0.7', forecastProbability: 0.4 }),
      estimated({ confidence: '0.5', forecastProbability: 0.9 }),
    ],
  ],
  ['history.confidence_contradicted', 'k', {}, estimated({ confidence: '0.3', forecastProbability: 0.7 }), []],
  ['use.personal_appraisal', 'set', {}, [{ ...set({})[0], personalAppraisal: true }], [set({})]],
]

const lint = ([data, options]: Case) => lintObjectives(frozen({ objectives: [], cycles: [cycle], ...data }), options)

describe('lintObjectives', () => {
  it.each(cases)('%s fires on %s with %j', (code, subject, evidence, fires) => {
    const found = lint(fires).findings.filter((finding) => finding.code === code && finding.subject === subject)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ code, subject, severity: lintRules[code], evidence, method: 'rule' })
  })

  it.each(cases.flatMap(([code, , , , silent]) => silent.map((quiet, index) => [code, index, quiet] as const)))(
    '%s is silent on set %i',
    (code, _, quiet) => expect(lint(quiet).findings.filter((finding) => finding.code === code)).toEqual([]),
  )

  it('has a set for every rule', () => {
    expect([...new Set(cases.map(([code]) => code))]).toEqual(Object.keys(lintRules))
  })

  it('has nothing to say of a good set', () => {
    expect(lint([{ objectives: [objective('o')] }]).findings).toEqual([])
  })

  it('reads a draft of almost nothing', () => {
    const bare = { id: 'o', title: 'o' }
    expect(lint([{ objectives: [bare] }]).findings.map(({ code }) => code)).toEqual([
      'objective.no_key_result',
      'objective.not_sufficient',
    ])
    const kinds = ['change', 'maintain', 'milestone', 'checklist', 'ordinal', 'zones', 'composite', 'baseline'] as const
    const keyResults = kinds.map((kind) => ({ id: kind, title: kind, kind }))
    expect(lint([{ objectives: [{ ...bare, keyResults }] }]).checked['key_result.no_owner']).toBe(8)
  })

  it('tells how much it looked at, and nothing of rules that were disabled', () => {
    const { checked } = lint([{ objectives: [objective('o')] }, { disable: ['set.orphan'] }])
    expect(checked).toMatchObject({ 'key_result.no_owner': 2, 'objective.has_number': 1, 'set.metric_conflict': 1 })
    expect(checked).not.toHaveProperty('set.orphan')
    expect(checked).not.toHaveProperty('set.handoff_gap')
    expect(checked).not.toHaveProperty('history.stalled_on_track')
  })

  it('shows the limits that it used', () => {
    const crowded: Case = [{ objectives: [objective('o')] }, { limits: { maximumKeyResults: 1 } }]
    expect(lint(crowded).findings).toMatchObject([{ params: { maximumKeyResults: 1 }, evidence: { count: 2 } }])
  })

  it('adds words to its own, without case and accents', () => {
    const keyResults = [kr('k', { kind: 'milestone', title: 'Reunión anual' }), kr('x')]
    const words = { activity: ['REUNION'] }
    expect(lint([{ objectives: [objective('o', keyResults)] }, { words }]).findings).toMatchObject([
      { code: 'key_result.activity', evidence: { words: ['reunion'] } },
    ])
  })

  it('dates what it can date', () => {
    const eased = cases.find(([code]) => code === 'history.goalposts_eased')
    expect(lint(eased?.[3] ?? [{}]).findings[0]?.since).toBe('2026-02-01')
  })

  it('ignores estimates and histories of key results that are not in the set', () => {
    const strangers = {
      estimates: [{ keyResultId: 'x', confidence: 1 }],
      histories: history([version('2026-01-01', '9')]),
    }
    expect(lint([{ objectives: [objective('o')], ...strangers }]).findings).toEqual([])
  })

  it.each<[string, Case, string, string]>([
    ['a rule', [{}, { disable: ['no.such'] }], 'INVALID_OPTION', 'options.disable[0]'],
    ['a limit', [{}, { limits: { maximum: 1 } as never }], 'INVALID_OPTION', 'options.limits'],
    ['a number of a limit', [{}, { limits: { stalledDays: -1 } }], 'INVALID_OPTION', 'options.limits.stalledDays'],
    ['an option', [{}, { strict: true } as never], 'INVALID_OPTION', 'options'],
    ['an objective twice', [{ objectives: [objective('o'), objective('o')] }], 'DUPLICATE_ID', 'objectives[1].id'],
    [
      'an estimate twice',
      [{ estimates: [{ keyResultId: 'k' }, { keyResultId: 'k' }] }],
      'DUPLICATE_ID',
      'estimates[1].keyResultId',
    ],
    ['a probability', estimated({ confidence: 70 }), 'INVALID_NUMBER', 'estimates.confidence'],
  ])('refuses %s that is none', (_, data, code, path) => expect(() => lint(data)).toThrow(errorAt(code, path)))
})

describe('checkAlignment', () => {
  it('gives its rules the severity of the lint', () => {
    const team = { level: 'team' } as const
    const findings = checkAlignment(
      {
        objectives: [
          objective('a', [kr('k'), kr('x')], { closing: {}, parentIds: ['a', 'x'] }),
          objective('b', [kr('k'), kr('y')], { parentIds: ['a'] }),
          objective('c', undefined, team),
        ],
      },
      { additiveRollUp: true },
    )
    expect(new Set(findings.map(({ code }) => code)).size).toBe(5)
    for (const { code, severity } of findings) expect(severity).toBe(lintRules[code])
  })
})

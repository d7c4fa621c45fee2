import { describe, expect, it } from 'vitest'
import {
  lintObjectives,
  type Objective,
  type Quantity,
  retentionObjective,
  salesCommunicationObjective,
  scoreObjective,
  supportObjective,
} from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

const base = { id: 'o', cycleId: 'quarter-2026-04-01' }
const retention = { churnRate: '0.05', netPromoterScore: '48', participationRate: '0.12' }
const support = { slaAttainment: '0.70', recurringComplaintRate: '0.15', firstResponseTime: 1800000 }
const sales = { handoffErrorRate: '0.40', leadResponseAttainment: '0.55', closeRate: '0.18' }
const targets = { handoffErrorRate: { relativeChange: '-0.5' }, leadResponseAttainment: '0.8', closeRate: '0.22' }

const objectives: [string, Objective][] = [
  ['retention', retentionObjective({ ...base, baselines: retention })],
  ['support', supportObjective({ ...base, baselines: support })],
  ['sales', salesCommunicationObjective({ ...base, baselines: sales, targets })],
]

describe.each(objectives)('the template of %s', (_, objective) => {
  it('scores 0 at the baseline and 1 at the target', () => {
    for (const keyResult of objective.keyResults) {
      if (keyResult.kind !== 'change') continue
      const score = (value: Quantity | null) =>
        scoreObjective({
          objective: { ...objective, keyResults: [keyResult] },
          readings: { [keyResult.id]: { value } },
        })
      expect(score(keyResult.baseline).progress).toBe(0)
      expect(score(score(keyResult.baseline).keyResults[0]?.target ?? null).progress).toBe(1)
    }
  })

  it('has nothing critical in it', () => {
    const cycle = { id: base.cycleId, kind: 'quarter', firstDay: '2026-04-01', lastDay: '2026-06-30' } as const
    const { findings } = lintObjectives({ objectives: [objective], cycles: [cycle] })
    expect(findings.filter(({ severity }) => severity === 'critical')).toEqual([])
  })

  it('is plain JSON', () => expect(JSON.parse(JSON.stringify(objective))).toEqual(objective))
})

describe('templates', () => {
  it('take people, parents, commitment, cadence and titles', () => {
    const owner = { id: 'ana' }
    const data = frozen({ ...base, owner, contributors: [{ id: 'leo' }], parentIds: ['p'], baselines: retention })
    const objective = retentionObjective(data, {
      commitment: 'committed',
      cadence: { days: 10 },
      titles: { objective: 'Se quedan', 'churn-rate': 'Cancelaciones' },
    })
    expect(objective).toMatchObject({ owner, contributors: [{ id: 'leo' }], parentIds: ['p'], commitment: 'committed' })
    expect(objective).toMatchObject({ cadence: { days: 10 }, title: 'Se quedan' })
    expect(objective.keyResults.map(({ title }) => title)).toEqual([
      'Cancelaciones',
      'template.retention.net-promoter-score',
      'template.retention.participation-rate',
    ])
  })

  it.each<[Quantity | null, 'change' | 'maintain']>([
    ['0.2999', 'change'],
    ['0.30', 'maintain'],
    [{ numerator: 1, denominator: 3 }, 'maintain'],
    [{ numerator: 1, denominator: 0 }, 'change'],
    [null, 'change'],
  ])('keep a number that is at its target or beyond: %j is a %s', (participationRate, kind) => {
    const objective = retentionObjective({ ...base, baselines: { ...retention, participationRate } })
    expect(objective.keyResults[2]?.kind).toBe(kind)
  })

  it('keep a score that stands exactly at what it should exceed', () => {
    const [, nps] = retentionObjective({ ...base, baselines: { ...retention, netPromoterScore: 60 } }).keyResults
    expect(nps).toMatchObject({ kind: 'maintain', condition: { operator: 'gt', bound: '60' } })
  })

  it('write a bound without trailing zeros, and a long one as a number', () => {
    const bounds = { ...sales, closeRate: '0.9', handoffErrorRate: '0.1' }
    const objective = salesCommunicationObjective({
      ...base,
      baselines: bounds,
      targets: { ...targets, closeRate: '0.20', handoffErrorRate: '0.30' },
    })
    expect(objective.keyResults[0]).toMatchObject({ kind: 'maintain', condition: { bound: '0.3' } })
    expect(objective.keyResults[2]).toMatchObject({ kind: 'maintain', condition: { bound: '0.2' } })
    const third = { ...sales, closeRate: { numerator: 1, denominator: 3 } }
    const kept = salesCommunicationObjective({
      ...base,
      baselines: third,
      targets: { ...targets, closeRate: { relativeChange: '-0.5' } },
    })
    expect(kept.keyResults[2]).toMatchObject({ kind: 'maintain', condition: { bound: 1 / 6 } })
  })

  it('give the close rate the plan that is asked for, and none when it is to be kept', () => {
    const closeRatePlan = { kind: 'lag', days: 30 } as const
    const made = salesCommunicationObjective({ ...base, baselines: sales, targets }, { closeRatePlan })
    expect(made.keyResults[2]).toMatchObject({ plan: closeRatePlan })
    const good = { ...base, baselines: { ...sales, closeRate: '0.5' }, targets }
    expect(salesCommunicationObjective(good, { closeRatePlan }).keyResults[2]).not.toHaveProperty('plan')
  })

  it.each<[string, () => unknown, string, string]>([
    [
      'a target left out',
      () =>
        salesCommunicationObjective({
          ...base,
          baselines: sales,
          targets: { ...targets, closeRate: undefined as never },
        }),
      'MISSING_TARGET',
      'targets.closeRate',
    ],
    [
      'a share above 1',
      () => retentionObjective({ ...base, baselines: retention }, { participationTarget: 30 }),
      'TARGET_OUT_OF_DOMAIN',
      'target',
    ],
    [
      'an unknown title',
      () => retentionObjective({ ...base, baselines: retention }, { titles: { churn: 'x' } }),
      'INVALID_OPTION',
      'options.titles',
    ],
    [
      'an option of another template',
      () => retentionObjective({ ...base, baselines: retention }, { responseLimit: 1 } as never),
      'INVALID_OPTION',
      'options',
    ],
    [
      'a cadence',
      () => supportObjective({ ...base, baselines: support }, { cadence: 'daily' as never }),
      'INVALID_OPTION',
      'options.cadence',
    ],
    [
      'a limit',
      () => supportObjective({ ...base, baselines: support }, { resolutionLimit: 0 }),
      'INVALID_OPTION',
      'options.resolutionLimit',
    ],
    ['no baselines', () => retentionObjective({ ...base } as never), 'INVALID_INPUT', 'baselines'],
  ])('refuse %s', (_, call, code, path) => expect(call).toThrow(errorAt(code, path)))
})

import { describe, expect, it } from 'vitest'
import {
  ambitionEvidence,
  confidenceCalibration,
  type GradeData,
  type GradeScheme,
  gradeBand,
  gradeKeyResult,
  summariseGrades,
} from '../../src/okr/index.js'
import { errorAt, frozen } from './errorAt.js'

describe('gradeBand', () => {
  it.each<[string | number, GradeScheme, string]>([
    ['0.399999999999', 'halfOpen', 'red'],
    ['0.4', 'halfOpen', 'amber'],
    ['0.699999999999', 'halfOpen', 'amber'],
    ['0.7', 'halfOpen', 'green'],
    ['0.349', 'rounded', 'red'],
    ['0.35', 'rounded', 'amber'],
    ['0.649', 'rounded', 'amber'],
    ['0.65', 'rounded', 'green'],
    ['0.895', 'servicenow', 'amber'],
    ['0.9', 'servicenow', 'green'],
    ['0.99', 'mooncampClosed', 'amber'],
    [1, 'mooncampClosed', 'green'],
    ['0.5', { amber: '0.5', green: '0.5' }, 'green'],
    ['0.245', { amber: '0.25', green: 1, decimals: 2 }, 'amber'],
  ])('of %s by %j is %s', (score, scheme, band) => expect(gradeBand(score, { scheme })).toBe(band))

  it('has none without a score', () => expect(gradeBand(null)).toBeNull())

  it.each<[GradeScheme, string]>([
    ['traffic' as never, 'options.scheme'],
    [{ amber: '0.8', green: '0.7' }, 'options.scheme.amber'],
    [{ amber: '0.1', green: '0.7', decimals: 13 }, 'options.scheme.decimals'],
    [{ amber: '0.1', green: '0.7', red: 0 } as never, 'options.scheme'],
  ])('refuses scheme %j', (scheme, path) => {
    expect(() => gradeBand(1, { scheme })).toThrow(errorAt('INVALID_OPTION', path))
    expect(() => gradeBand(null, { scheme })).toThrow(errorAt('INVALID_OPTION', path))
  })
})

describe('gradeKeyResult', () => {
  const asOf = '2026-04-01'
  const override = { score: '0.7', reason: 'outage', by: 'ana', at: asOf }
  const half = { progress: '0.5', attained: false }

  it.each<[GradeData, object]>([
    [{ score: { progress: '0.39', attained: false } }, { verdict: 'little', band: 'red' }],
    [{ score: { progress: '0.4', attained: false } }, { verdict: 'partial', band: 'amber' }],
    [{ score: { progress: '0.999', attained: false } }, { verdict: 'delivered', band: 'green' }],
    [{ score: { progress: 1, attained: true } }, { verdict: 'achieved', band: 'green' }],
    [{ score: { progress: null, attained: null } }, { verdict: 'not_measured', band: null, score: null }],
    [
      { score: half, override },
      { verdict: 'delivered', score: 0.7, computed: 0.5, overridden: true },
    ],
    [
      { commitment: 'committed', score: half },
      { verdict: 'missed', needsReason: true, band: 'amber' },
    ],
    [
      { commitment: 'committed', score: half, missReason: 'late' },
      { verdict: 'missed', needsReason: false },
    ],
    [{ commitment: 'committed', score: half, missReason: '' }, { needsReason: true }],
    [
      { commitment: 'committed', score: half, override },
      { verdict: 'missed', score: 0.7, computed: 0.5 },
    ],
    [
      { commitment: 'committed', score: { progress: null, attained: null } },
      { verdict: 'missed', score: null },
    ],
    [
      { commitment: 'compliance', score: { progress: 1, attained: true } },
      { verdict: 'met', band: null, score: 1 },
    ],
    [
      { commitment: 'learning', score: half },
      { verdict: 'insufficient', score: null, computed: null, band: null },
    ],
    [
      { commitment: 'learning', score: half, override, learning: 'partly' },
      { verdict: 'partly', overridden: true, score: null },
    ],
  ])('grades %j', (data, grade) => {
    const graded = gradeKeyResult(frozen(data), { asOf })
    expect(graded).toMatchObject(grade)
    expect(graded).not.toHaveProperty('observableOn')
  })

  it('defers what cannot be known yet, before anything else', () => {
    const data = { commitment: 'learning', score: half, override, observableOn: '2026-04-02' } as const
    const deferred = { verdict: 'deferred', score: null, computed: null, overridden: false, observableOn: '2026-04-02' }
    expect(gradeKeyResult(data, { asOf })).toMatchObject(deferred)
    expect(gradeKeyResult(data, { asOf: '2026-04-02' }).verdict).toBe('insufficient')
  })

  it.each<[Partial<GradeData>, string, string]>([
    [{ commitment: 'vague' as never }, 'INVALID_INPUT', 'commitment'],
    [{ override: { ...override, score: '1.1' } }, 'INVALID_NUMBER', 'override.score'],
    [{ override: { ...override, at: 'today' } }, 'INVALID_DAY', 'override.at'],
    [{ learning: 'good' as never }, 'INVALID_INPUT', 'learning'],
  ])('refuses %j', (more, code, path) => {
    expect(() => gradeKeyResult({ score: half, ...more }, { asOf })).toThrow(errorAt(code, path))
  })
})

describe('summariseGrades', () => {
  it('counts a deferred grade once, and what has no score apart', () => {
    const summary = summariseGrades(
      frozen([
        { commitment: 'aspirational', verdict: 'not_measured', score: null },
        { commitment: 'aspirational', verdict: 'achieved', score: '1' },
        { commitment: 'aspirational', verdict: 'deferred' },
        { commitment: 'compliance', verdict: 'met' },
        { commitment: 'compliance', verdict: 'missed' },
        { commitment: 'learning', verdict: 'partly' },
      ] as const),
    )
    expect(summary.aspirational).toMatchObject({ count: 2, graded: 1, mean: 1 })
    expect(summary.compliance).toEqual({ count: 2, met: 1, share: 0.5 })
    expect(summary.learning.partly).toBe(1)
    expect(summary.deferred).toBe(1)
  })

  it('refuses a verdict that the commitment does not have', () => {
    expect(() => summariseGrades([{ commitment: 'committed', verdict: 'delivered' }])).toThrow(
      errorAt('INVALID_INPUT', 'grades[0].verdict'),
    )
    expect(() => summariseGrades([{ commitment: 'none' as never, verdict: 'met' }])).toThrow(
      errorAt('INVALID_INPUT', 'grades[0].commitment'),
    )
  })
})

describe('ambitionEvidence', () => {
  const grades = (achieved: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      commitment: 'aspirational' as const,
      score: index < achieved ? 1 : '0.6',
    }))

  it.each([
    [4, 4, 0.96875, true],
    [3, 4, 0.8125, false],
    [7, 8, 0.98046875, true],
    [0, 1, 0.25, false],
  ])('of %i among %i gives %d', (achieved, count, probability, tooSafe) => {
    expect(ambitionEvidence(grades(achieved, count))).toMatchObject({ probability, tooSafe })
  })

  it('holds for many, and by symmetry', () => {
    expect(ambitionEvidence(grades(1000, 2000)).probability).toBeCloseTo(0.5, 12)
    const [few, many] = [ambitionEvidence(grades(980, 2000)), ambitionEvidence(grades(1020, 2000))]
    expect((few.probability ?? 0) + (many.probability ?? 0)).toBeCloseTo(1, 12)
  })

  it('hears aspirational scores only', () => {
    const others = [
      { commitment: 'committed', score: 1 },
      { commitment: 'aspirational', score: null },
    ] as const
    expect(ambitionEvidence(others)).toEqual({
      count: 0,
      achieved: 0,
      share: null,
      probability: null,
      tooSafe: false,
      reason: 'empty_base',
    })
  })
})

describe('confidenceCalibration', () => {
  it('has no answer without history', () => {
    expect(confidenceCalibration([])).toMatchObject({ brierScore: null, reason: 'empty_base', bands: [] })
  })

  it('is perfect for certainties that come true', () => {
    const history = [
      { confidence: 1, attained: true },
      { confidence: 0, attained: false },
    ]
    const calibration = confidenceCalibration(frozen(history), { level: '0.9' })
    expect(calibration.brierScore).toBe(0)
    expect(calibration.bands.map(({ band }) => band)).toEqual(['low', 'high'])
    expect(calibration.bands[0]?.interval.level).toBe(0.9)
  })

  it('refuses what is no outcome', () => {
    expect(() => confidenceCalibration([{ confidence: 1, attained: 'yes' as never }])).toThrow(
      errorAt('INVALID_INPUT', 'history[0].attained'),
    )
  })
})

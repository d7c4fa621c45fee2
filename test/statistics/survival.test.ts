import { describe, expect, it } from 'vitest'
import { cumulativeIncidence, kaplanMeier, logRankTest } from '../../src/statistics/index.js'

const refusal = (code: string, path: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ path }) })
const bad = (value: unknown) => value as never
const ended = (time: number) => Object.freeze({ time, event: true })
const running = (time: number) => Object.freeze({ time, event: false })

describe('kaplanMeier', () => {
  const ten = [ended(1), ended(2), running(2), ended(3), running(4), ended(4), running(5), ...[6, 6, 6].map(running)]

  it('keeps who is censored at a time at risk then', () => {
    const { steps, median, sampleSize } = kaplanMeier(ten)
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([10, 9, 7, 6])
    expect(steps.map(({ survival }) => Number(survival.toFixed(9)))).toEqual([0.9, 0.8, 0.685714286, 0.571428571])
    expect(steps[3]?.lower).toBeCloseTo(0.217192702382, 10)
    expect(steps[3]?.upper).toBeCloseTo(0.814572137921, 10)
    expect([median, sampleSize]).toEqual([null, 10])
  })

  it('has no steps without events', () => {
    const curve = kaplanMeier([running(3), running(0)], { horizon: 5 })
    expect(curve).toEqual({
      steps: [],
      median: null,
      restrictedMean: 5,
      restrictedMeanError: 0,
      sampleSize: 2,
      excluded: {},
    })
  })

  it('has no mean without observations, and none without a horizon', () => {
    expect(kaplanMeier([], { horizon: 5 })).toMatchObject({ restrictedMean: null, restrictedMeanError: null })
    expect(kaplanMeier([ended(1)])).not.toHaveProperty('restrictedMean')
  })

  it('has no limits at 0, and stays there', () => {
    const late = { time: 9, event: true, entry: 5 }
    const nothing = { survival: 0, standardError: null, lower: null, upper: null }
    expect(kaplanMeier([ended(2), late]).steps).toEqual([
      { time: 2, atRisk: 1, events: 1, ...nothing },
      { time: 9, atRisk: 1, events: 1, ...nothing },
    ])
  })

  it('leaves those out who ended at their entry', () => {
    const { excluded, sampleSize } = kaplanMeier([{ time: 2, event: true, entry: 2 }, ended(3)])
    expect([excluded, sampleSize]).toEqual([{ entry_after_time: 1 }, 1])
  })

  it('cuts the mean at the horizon, inside a step too', () => {
    const { restrictedMean } = kaplanMeier([ended(1), ended(2), ended(3), ended(4)], { horizon: 2.5 })
    expect(restrictedMean).toBeCloseTo(1 + 0.75 + 0.5 * 0.5, 12)
  })

  it('reads any iterable', () => {
    expect(kaplanMeier(new Set(ten))).toEqual(kaplanMeier(ten))
  })

  it.each([
    ['INVALID_NUMBER', 'observations[1].time', [ended(1), ended(-1)]],
    ['INVALID_NUMBER', 'observations[0].entry', [{ time: 1, event: true, entry: -1 }]],
    ['INVALID_NUMBER', 'observations[0].time', [{ time: Number.NaN, event: true }]],
    ['INVALID_INPUT', 'observations[0].event', [{ time: 1, event: 1 }]],
    ['INVALID_INPUT', 'observations[0]', [null]],
    ['INVALID_INPUT', 'observations', 'abc'],
  ])('refuses with %s at %s', (code, path, observations) => {
    expect(() => kaplanMeier(bad(observations))).toThrow(refusal(code, path))
  })

  it('refuses a horizon of 0', () => {
    expect(() => kaplanMeier([], { horizon: 0 })).toThrow(refusal('INVALID_OPTION', 'options.horizon'))
  })
})

describe('cumulativeIncidence', () => {
  const outcome = (time: number, how: string | null) => ({ time, outcome: how })

  it('reaches its median at one half', () => {
    const two = [outcome(3, 'won'), outcome(5, 'lost')]
    const { steps, median } = cumulativeIncidence(two, { event: 'won' })
    expect(steps).toEqual([
      { time: 3, atRisk: 2, events: 1, incidence: 0.5 },
      { time: 5, atRisk: 1, events: 0, incidence: 0.5 },
    ])
    expect(median).toBe(3)
  })

  it('is empty when nothing ended', () => {
    expect(cumulativeIncidence([outcome(3, null)], { event: 'won' })).toEqual({ steps: [], median: null })
  })

  it.each([
    ['INVALID_INPUT', 'observations[0].outcome', [{ time: 1 }]],
    ['INVALID_NUMBER', 'observations[0].time', [outcome(-1, null)]],
    ['INVALID_INPUT', 'observations', 5],
  ])('refuses with %s at %s', (code, path, observations) => {
    expect(() => cumulativeIncidence(bad(observations), { event: 'won' })).toThrow(refusal(code, path))
  })

  it('refuses to go without an event', () => {
    expect(() => cumulativeIncidence([], bad({}))).toThrow(refusal('INVALID_OPTION', 'options.event'))
  })
})

describe('logRankTest', () => {
  it.each([
    ['no groups', [], [], []],
    ['one group', [[ended(1)]], [1], [1]],
    ['no events', [[running(1)], [running(2)]], [0, 0], [0, 0]],
    ['one group gone before the first event', [[running(1)], [ended(2)]], [0, 1], [0, 1]],
  ])('has nothing to compare with %s', (_name, groups, observed, expected) => {
    expect(logRankTest(groups)).toEqual({ observed, expected, statistic: 0, df: 0, p: 1 })
  })

  it('leaves a group that was never at risk out of the degrees of freedom', () => {
    const groups = [[ended(5), running(8), ended(12)], [ended(2), ended(3), ended(4), running(9)], [running(1)]]
    const test = logRankTest(groups)
    expect(test.df).toBe(1)
    expect(test.p).toBeCloseTo(0.183100505096, 10)
  })

  it('finds no difference between groups that never met', () => {
    const later = { time: 9, event: true, entry: 5 }
    expect(logRankTest([[ended(1), ended(2)], [later]])).toMatchObject({ statistic: 0, df: 1, p: 1 })
  })

  it('says where the broken observation is', () => {
    expect(() => logRankTest([[ended(1)], [ended(-1)]])).toThrow(refusal('INVALID_NUMBER', 'groups[1][0].time'))
  })
})

import { describe, expect, it } from 'vitest'
import { compositeScore } from '../../../src/index.js'

function thrown(code: string, path: string) {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

const bands = [
  { band: 'red', from: 0, to: 50 },
  { band: 'green', from: 50, to: 100 },
]

describe('a composite score', () => {
  it('adds up exactly: contributions sum to the value', () => {
    const parts = [0.1, 0.2, 0.3].map((score, index) => ({ key: String(index), score, weight: '0.1' }))
    const { value, contributions } = compositeScore(parts, { scale: [0, 1] })
    expect(value).toBe(20)
    expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(20, 12)
  })

  it('fills the missing parts of a group that has one, and the group that has none', () => {
    const group = (key: string, ...scores: (number | null)[]) => ({
      key,
      weight: 1,
      components: scores.map((score, index) => ({ key: `${key}${index}`, score, weight: 1 })),
    })
    const parts = [group('half', 80, null), group('none', null)]
    expect(compositeScore(parts).value).toBe(80)
    expect(compositeScore(parts, { missing: 'neutral' }).value).toBe((65 + 50) / 2)
    expect(compositeScore(parts, { missing: 'neutral', neutralScore: 40 }).value).toBe((60 + 40) / 2)
    expect(compositeScore(parts, { missing: 'zero' }).value).toBe(20)
    expect(compositeScore(parts, { missing: 'zero' }).coverage).toBe(0.5)
  })

  it('without enough of its weight is null, whatever fills it', () => {
    const parts = [
      { key: 'a', score: 50, weight: 1 },
      { key: 'b', score: null, weight: 2 },
    ]
    expect(compositeScore(parts, { missing: 'zero', bands })).toMatchObject({
      value: null,
      reason: 'insufficient_data',
      contributions: [],
      band: null,
    })
    expect(compositeScore(parts, { minimumCoverage: 0.3333 }).value).toBe(50)
    expect(compositeScore([{ key: 'a', score: null, weight: 1 }], { minimumCoverage: 0 }).value).toBeNull()
    expect(compositeScore([])).toMatchObject({ value: null, reason: 'empty_base', coverage: 0 })
  })

  it('set by hand holds until its end, in the zone of days', () => {
    const override = { score: 30, until: '2024-07-01', reason: 'key user left' }
    const at = (asOf: string) =>
      compositeScore([{ key: 'a', score: 90, weight: 1 }], { override, asOf, timeZone: 'America/Mexico_City', bands })
    expect(at('2024-07-01T05:59:59Z')).toMatchObject({ value: 30, overridden: true, band: 'red', coverage: 1 })
    expect(at('2024-07-01T06:00:00Z')).toMatchObject({ value: 90, band: 'green' })
    expect(at('2024-07-01T06:00:00Z')).not.toHaveProperty('overridden')
  })

  it.each([
    [[{ key: 'a', score: -1, weight: 1 }], {}, 'SCORE_OUT_OF_SCALE', 'components[0].score'],
    [[{ key: 'a', score: Number.NaN, weight: 1 }], {}, 'SCORE_OUT_OF_SCALE', 'components[0].score'],
    [[{ key: 'a', score: 1, weight: -1 }], {}, 'INVALID_WEIGHT', 'components[0].weight'],
    [[{ key: 1, score: 1, weight: 1 }], {}, 'INVALID_INPUT', 'components[0].key'],
    [
      [{ key: 'g', weight: 1, components: [{ key: 'a', score: 101, weight: 1 }] }],
      {},
      'SCORE_OUT_OF_SCALE',
      'components[0].components[0].score',
    ],
    [[], { scale: [1, 1] }, 'INVALID_SCALE', 'options.scale'],
    [[], { minimumCoverage: 1.1 }, 'INVALID_OPTION', 'options.minimumCoverage'],
    [[], { neutralScore: -1 }, 'INVALID_OPTION', 'options.neutralScore'],
    [[], { bands: [{ band: 'x', from: 0, to: 0 }] }, 'INVALID_BANDS', 'options.bands[0].to'],
    [[], { override: { score: 101, until: '2024-07-01', reason: '' } }, 'SCORE_OUT_OF_SCALE', 'options.override.score'],
    [[], { override: { score: 10, until: '2024-07-01', reason: '' } }, 'INVALID_OPTION', 'options.asOf'],
    [[], { missing: 'drop' }, 'INVALID_OPTION', 'options.missing'],
  ])('%o with %o is %s', (parts, options, code, path) => {
    expect(() => compositeScore(parts as never, options as never)).toThrow(thrown(code, path))
  })
})

import { describe, expect, it } from 'vitest'
import { rfmSegment } from '../../../src/metrics/repeat-purchase/rfmSegment.js'
import { scoreRfm } from '../../../src/metrics/repeat-purchase/scoreRfm.js'
import { summariseRfm } from '../../../src/metrics/repeat-purchase/summariseRfm.js'
import { tallyPurchases } from '../../../src/metrics/repeat-purchase/tallyPurchases.js'
import type { Order } from '../../../src/records/model.js'

function refuses(call: () => unknown, code: string, path: string): void {
  expect(call).toThrowError(expect.objectContaining({ code, details: expect.objectContaining({ path }) }))
}

/** Customers that differ in frequency alone, in reversed order. */
function byFrequency(frequencies: number[]) {
  return frequencies
    .map((frequency, index) => ({
      customerId: `c${String(index).padStart(2, '0')}`,
      recencyDays: 10,
      frequency,
      monetary: 5,
    }))
    .reverse()
}

describe('scoreRfm', () => {
  it.each([
    ['midrank', [1, 1, 1, 1, 1, 1, 2, 2, 3, 9], [2, 2, 2, 2, 2, 2, 4, 4, 5, 5]],
    ['ntile', [1, 1, 1, 1, 1, 1, 2, 2, 3, 9], [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
    ['ntile', [1, 2, 3, 4, 5, 6, 7], [1, 1, 2, 2, 3, 4, 5]],
    ['ntile', [1, 2], [1, 2]],
    ['quantile', [1, 2, 3, 4, 5, 6], [1, 1, 2, 3, 4, 5]],
    ['midrank', [7], [3]],
  ] as const)('%s scores %j as %j', (scoring, frequencies, expected) => {
    const { rows } = scoreRfm(byFrequency([...frequencies]), { scoring, tieBreaker: 'customerId' })
    expect(rows.map(({ frequencyScore }) => frequencyScore)).toEqual(expected)
  })

  it('scores negative revenue lowest, and decimals exactly', () => {
    const rows = ['0.3', '-5', '0.30', '1000'].map((monetary, index) => ({
      customerId: String(index),
      recencyDays: 1,
      frequency: 1,
      monetary,
    }))
    const scored = scoreRfm(rows, { bins: 4 })
    expect(scored.rows.map(({ monetaryScore }) => monetaryScore)).toEqual([3, 1, 3, 4])
    expect(scored.rows[0]).not.toHaveProperty('segment')
  })

  it('reads cuts from the value on, those of recency against it', () => {
    const thresholds = { recency: [7, 30], frequency: [2, 4], monetary: ['20', '50.5'] }
    const rows = [
      { customerId: 'a', recencyDays: 6, frequency: 4, monetary: '50.5' },
      { customerId: 'b', recencyDays: 7, frequency: 2, monetary: '20' },
      { customerId: 'c', recencyDays: 30, frequency: 1, monetary: '19.99' },
    ]
    const scored = scoreRfm(rows, { scoring: 'thresholds', thresholds, bins: 3 }).rows
    expect(scored.map((row) => [row.recencyScore, row.frequencyScore, row.monetaryScore])).toEqual([
      [3, 3, 3],
      [2, 2, 2],
      [1, 1, 1],
    ])
  })

  it('counts a repeated row once', () => {
    const [row] = byFrequency([1])
    expect(scoreRfm([row, { ...row, monetary: '5.00' }] as never)).toMatchObject({ excluded: { duplicate: 1 } })
    refuses(() => scoreRfm([row, { ...row, monetary: 6 }] as never), 'CONFLICTING_RECORDS', 'rows[1].customerId')
    expect(scoreRfm([])).toMatchObject({ rows: [], reason: 'empty_base' })
  })

  const thresholds = { recency: [7, 30], frequency: [2, 4], monetary: [20, 50] }
  it.each([
    [{ scoring: 'rank' }, 'INVALID_OPTION', 'options.scoring'],
    [{ bins: 0 }, 'INVALID_OPTION', 'options.bins'],
    [{ scoring: 'ntile' }, 'TIE_BREAKER_REQUIRED', 'options.tieBreaker'],
    [{ tieBreaker: 'name' }, 'INVALID_OPTION', 'options.tieBreaker'],
    [{ scoring: 'thresholds' }, 'INVALID_OPTION', 'options.thresholds'],
    [{ thresholds }, 'INVALID_OPTION', 'options.thresholds'],
    [{ scoring: 'thresholds', thresholds, bins: 5 }, 'INVALID_OPTION', 'options.bins'],
    [
      { scoring: 'thresholds', thresholds: { ...thresholds, recency: [7, 7] } },
      'INVALID_OPTION',
      'options.thresholds.recency[1]',
    ],
    [
      { scoring: 'thresholds', thresholds: { ...thresholds, monetary: [] } },
      'INVALID_OPTION',
      'options.thresholds.monetary',
    ],
    [{ score: 1 }, 'INVALID_OPTION', 'options'],
  ])('refuses %j', (options, code, path) => {
    refuses(() => scoreRfm([], options as never), code, path)
  })

  it.each([
    [{ customerId: 1 }, 'INVALID_INPUT', 'rows[0].customerId'],
    [{ recencyDays: -1 }, 'INVALID_NUMBER', 'rows[0].recencyDays'],
    [{ frequency: 0.5 }, 'INVALID_COUNT', 'rows[0].frequency'],
    [{ monetary: '1e3' }, 'INVALID_AMOUNT', 'rows[0].monetary'],
  ])('refuses a row with %j', (fields, code, path) => {
    refuses(() => scoreRfm([{ ...byFrequency([1])[0], ...fields } as never]), code, path)
  })
})

describe('summariseRfm', () => {
  const order = { status: 'paid', currency: 'EUR' } as const
  const orders: Order[] = [
    { ...order, id: '1', customerId: 'a', placedAt: '2024-05-20', total: 10 },
    { ...order, id: '2', customerId: 'a', placedAt: '2024-06-10T23:30:00Z', total: 20, refunded: '2.5' },
    { ...order, id: '3', customerId: 'a', placedAt: '2024-06-10T10:00:00Z', total: 5 },
    { ...order, id: '4', customerId: 'b', placedAt: '2024-04-01', total: 99 },
    { ...order, id: '5', customerId: 'b', placedAt: '2024-04-02', total: 9, status: 'cancelled' },
  ]
  const june = { start: '2024-06-01', end: '2024-07-01' }

  it('counts local days, occasions and net money', () => {
    const { rows, excluded } = summariseRfm(orders, { asOf: '2024-06-30' })
    expect(rows).toMatchObject([
      { customerId: 'a', recencyDays: 20, frequency: 3, monetary: '32.50' },
      { customerId: 'b', recencyDays: 90, frequency: 1, monetary: '99.00' },
    ])
    expect(excluded).toEqual({ cancelled: 1 })
    const days = summariseRfm(orders, { asOf: '2024-06-30', occasion: 'day', timeZone: 'Europe/Madrid' })
    expect(days.rows[0]).toMatchObject({ recencyDays: 19, frequency: 3 })
  })

  it('lists the customers of a period alone, cut at the instant of knowledge', () => {
    const { rows, excluded, definition } = summariseRfm(orders, { asOf: '2024-06-30', period: june })
    expect(rows).toMatchObject([{ customerId: 'a', frequency: 2, monetary: '22.50' }])
    expect(excluded).toBeUndefined()
    expect(definition).toMatchObject({ period: { start: '2024-06-01T00:00:00.000Z' }, caveats: ['small_sample'] })
    expect(summariseRfm(orders, { asOf: '2024-06-10T12:00:00Z', period: june }).excluded).toEqual({ future: 1 })
  })

  it('summarises a tally like its orders', () => {
    const tally = tallyPurchases(orders, { asOf: '2024-06-30', occasion: 'day' })
    expect(summariseRfm(tally, {})).toEqual(summariseRfm(orders, { asOf: '2024-06-30', occasion: 'day' }))
    refuses(() => summariseRfm(tally, { occasion: 'order' }), 'TALLY_MISMATCH', 'options.occasion')
  })

  it('needs one currency among the orders of the period', () => {
    const mixed = [...orders, { ...order, id: '6', customerId: 'c', placedAt: '2024-01-05', total: 1, currency: 'USD' }]
    expect(summariseRfm(mixed, { asOf: '2024-06-30' })).toMatchObject({ rows: [], reason: 'mixed_currency' })
    expect(summariseRfm(mixed, { asOf: '2024-06-30', period: june }).rows).toHaveLength(1)
    refuses(
      () => summariseRfm([], { asOf: '2024-06-30T00:00:00Z', timeZone: 'Nope' }),
      'INVALID_TIME_ZONE',
      'options.timeZone',
    )
  })
})

describe('rfmSegment', () => {
  it('covers every pair of scores by default', () => {
    const scores = [1, 2, 3, 4, 5]
    const names = scores.map((recency) => scores.map((frequency) => rfmSegment({ recency, frequency })))
    expect(names.flat()).toHaveLength(25)
    expect(names[2]).toEqual(['about-to-sleep', 'about-to-sleep', 'need-attention', 'loyal', 'loyal'])
    expect(names[0]).toEqual(names[1])
  })

  const [away, here] = [
    { segment: 'away', recency: [1, 2], frequency: [1, 5] },
    { segment: 'here', recency: [3, 5], frequency: [1, 5] },
  ]
  it.each([
    [[away], 'options.segments'],
    [[away, here, away], 'options.segments[2]'],
    [[away, { ...here, recency: [2, 5] }], 'options.segments[1]'],
    [[away, { ...here, recency: [5, 3] }], 'options.segments[1].recency[1]'],
    [[away, { ...here, frequency: [0, 5] }], 'options.segments[1].frequency[0]'],
    [[away, { ...here, frequency: [1] }], 'options.segments[1].frequency'],
    [[away, { ...here, segment: 3 }], 'options.segments[1].segment'],
    ['rfm', 'options.segments'],
  ])('refuses the segments %j', (segments, path) => {
    refuses(() => rfmSegment({ recency: 1, frequency: 1 }, { segments } as never), 'INVALID_SEGMENTS', path)
  })

  it.each([[0], [6], [2.5]])('refuses the score %d', (recency) => {
    refuses(() => rfmSegment({ recency, frequency: 1 }), 'SCORE_OUT_OF_SCALE', 'scores.recency')
  })
})

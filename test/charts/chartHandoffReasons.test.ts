import { describe, expect, it } from 'vitest'
import { chartHandoffReasons } from '../../src/charts/index.js'
import { createMessages } from '../../src/locales/createMessages.js'
import { es } from '../../src/locales/es/es.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()

describe('chartHandoffReasons', () => {
  const chart = chartHandoffReasons({ b: 2, a: 2, most: 6, never: 0 }, { messages })

  it('has the most frequent first, equal ones by code, and the running share', () => {
    expect(chart.table.rows).toEqual([
      { reason: 'most', count: 6, cumulative: 0.6 },
      { reason: 'a', count: 2, cumulative: 0.8 },
      { reason: 'b', count: 2, cumulative: 1 },
    ])
    expect(chart.summary).toEqual({
      code: 'chart.handoffReasons',
      params: { total: 10, reasons: 3, first: 'most', share: 0.6 },
    })
  })

  it('has counts on the left and shares on the right', () => {
    const [bars, line] = layersOf(chart)
    expect(chart.spec['resolve']).toEqual({ scale: { y: 'independent' } })
    expect(bars?.encoding['y']).toMatchObject({ field: 'count', axis: { format: 'd', tickMinStep: 1 } })
    expect(line?.encoding['y']).toMatchObject({
      field: 'cumulative',
      scale: { domain: [0, 1] },
      axis: { orient: 'right' },
    })
    expect(rowsOf(chart, bars)[0]?.['alt']).toBe('most: 6 (60 %)')
  })

  it('has a running share of exactly 1 at the end', () => {
    const rows = chartHandoffReasons({ a: 1, b: 1, c: 1 }, { messages }).table.rows
    expect(rows.at(-1)?.['cumulative']).toBe(1)
  })

  it('shows a defect in words, any other reason as it is', () => {
    const spanish = createMessages(es)
    const counts = { 'missing:phone': 3, duplicate: 2, slow_response: 1 }
    const chart = chartHandoffReasons(counts, { messages: spanish })
    expect(rowsOf(chart, undefined).map(({ reason }) => reason)).toEqual(['falta: phone', 'duplicado', 'slow_response'])
  })

  it('refuses what is no count', () => {
    expect(() => chartHandoffReasons({ a: -1 }, { messages })).toThrow(errorAt('INVALID_COUNT', 'counts'))
    expect(() => chartHandoffReasons([] as never, { messages })).toThrow(errorAt('INVALID_INPUT', 'counts'))
  })
})

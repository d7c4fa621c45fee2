import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as charts from '../../src/charts/index.js'
import type { Chart, ChartOptions } from '../../src/charts/model.js'
import { examples } from './examples.js'
import { hostileExamples, hostileNames } from './hostile.js'
import { errorAt } from './read.js'
import { renderSvg } from './renderSvg.js'
import { forbiddenKeys, keysOf, schemaErrors, svgElements } from './validateSpec.js'
import { plainMessages } from './words.js'

const messages = plainMessages()
const rich = Object.entries(examples)
const hostile = Object.entries(hostileExamples)

const noCohorts = { cells: [], overall: [] }
const noControl = { metric: 'churn-rate', points: [], variation: 'common' as const, assurance: 'none' as const }
const noKeyResult = {
  title: 'Nothing yet',
  status: 'no_data',
  score: { progress: null },
  expected: 0,
  points: [],
  plan: [],
  forecast: null,
}

/** Every chart of nothing. */
const empty: [name: string, make: (options: ChartOptions) => Chart][] = [
  ['chartKeyResults', (options) => charts.chartKeyResults([], options)],
  ['chartTrajectory', (options) => charts.chartTrajectory(noKeyResult, options)],
  ['chartConfidence', (options) => charts.chartConfidence([], options)],
  ['chartCheckIns', (options) => charts.chartCheckIns([noKeyResult], options)],
  ['chartSignals', (options) => charts.chartSignals([{ findings: [], asOf: '2025-12-01' }], options)],
  ['chartCohorts', (options) => charts.chartCohorts(noCohorts, options)],
  ['chartNetPromoterScore', (options) => charts.chartNetPromoterScore([], options)],
  ['chartControl', (options) => charts.chartControl(noControl, options)],
  ['chartSurvival', (options) => charts.chartSurvival([], options)],
  ['chartSegments', (options) => charts.chartSegments([], options)],
  ['chartHandoffReasons', (options) => charts.chartHandoffReasons({ no_budget: 0 }, options)],
  [
    'chartResponseTimes',
    (options) => charts.chartResponseTimes({ value: null, completed: 0, open: 0, curve: [] }, options),
  ],
  ['chartContradictions', (options) => charts.chartContradictions([], options)],
]

/** Numbers in the data of the layers. */
function drawnNumbers(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (Array.isArray(value)) return value.flatMap(drawnNumbers)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(drawnNumbers) : []
}

function dataOf({ spec }: Chart): unknown[] {
  const layers = spec['layer'] as { data?: unknown }[]
  return [spec['data'], ...layers.map(({ data }) => data)]
}

describe('every chart', () => {
  it('is one of the exported functions', () => {
    const names = Object.keys(charts).filter((name) => name.startsWith('chart'))
    expect(names.sort()).toEqual(Object.keys(examples).sort())
    expect(empty.map(([name]) => name).sort()).toEqual(names)
  })

  it.each(rich)('%s is valid, without expressions, and draws without a warning', async (_name, make) => {
    for (const theme of ['light', 'dark'] as const) {
      const { spec, table, summary } = make({ messages, theme })
      expect(schemaErrors(spec)).toEqual([])
      expect(forbiddenKeys(spec)).toEqual([])
      const { svg, warnings } = await renderSvg(spec)
      expect(warnings).toEqual([])
      expect(svgElements(svg)).not.toContain('script')
      expect(JSON.parse(JSON.stringify({ spec, table, summary }))).toEqual({ spec, table, summary })
    }
  })

  it.each(rich)('%s has every number that it draws in its table', (_name, make) => {
    const chart = make({ messages })
    // The ranges behind a bullet and the line it starts from are part of the drawing.
    const constants = [0, 0.4, 0.7, 1]
    const rows = new Set([...constants, ...drawnNumbers(chart.table.rows)])
    expect(drawnNumbers(dataOf(chart)).filter((number) => !rows.has(number))).toEqual([])
  })

  it.each(rich)('%s has the same columns in every row of its table', (_name, make) => {
    const { table } = make({ messages })
    const keys = table.columns.map(({ key }) => key).sort()
    expect(table.rows.length).toBeGreaterThan(0)
    for (const row of table.rows) expect(Object.keys(row).sort()).toEqual(keys)
  })

  it.each(rich)('%s names the line of Vega-Lite, the width and the title it was given', (_name, make) => {
    const { spec } = make({ messages, schema: 'v5', width: 300, title: 'A \u0008 title' })
    const six = make({ messages, width: 300, title: 'A \u0008 title' }).spec
    expect(spec['$schema']).toBe('https://vega.github.io/schema/vega-lite/v5.json')
    expect({ ...spec, $schema: six['$schema'] }).toEqual(six)
    expect(spec['title']).toEqual({ text: 'A \uFFFD title', anchor: 'start' })
    if (typeof spec['width'] === 'number') expect(spec['width']).toBe(300)
  })

  it.each(rich)('%s describes itself by its summary', (_name, make) => {
    const { spec, summary } = make({ messages })
    expect(spec['description']).toBe(messages.message(summary))
    expect(summary.code).toMatch(/^chart\./)
  })

  it.each(rich)('%s says what each data mark is', (_name, make) => {
    const { spec } = make({ messages })
    const layers = spec['layer'] as { mark: { aria?: boolean }; encoding: { description?: unknown } }[]
    for (const { mark, encoding } of layers) {
      if (mark.aria !== false) expect(encoding.description).toEqual({ field: 'alt', type: 'nominal' })
    }
  })

  it.each(empty)('%s of nothing says that there is no data', async (_name, make) => {
    const { spec, summary } = make({ messages })
    expect(summary).toEqual({ code: 'status.no_data', params: {} })
    expect(schemaErrors(spec)).toEqual([])
    const { svg, warnings } = await renderSvg(spec)
    expect(warnings).toEqual([])
    expect(svg).toContain('>status.no_data</text>')
  })

  it.each(hostile)('%s takes any string as a name', async (_name, make) => {
    const chart = make(hostileNames, { messages })
    expect(schemaErrors(chart.spec)).toEqual([])
    expect(forbiddenKeys(chart.spec)).toEqual([])
    expect(keysOf(chart.spec)).toEqual(keysOf(make(['plain', 'names'], { messages }).spec))
    const { svg, warnings } = await renderSvg(chart.spec)
    expect(warnings).toEqual([])
    expect(new Set(svgElements(svg))).not.toContain('script')
    expect(new Set(svgElements(svg)).has('image')).toBe(false)
  })

  it.each(hostile)('%s keeps its keys whatever the names are', (_name, make) => {
    const keys = keysOf(make(['plain', 'names'], { messages }).spec)
    const names = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileNames)), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(names, (list) => {
        const { spec } = make(list, { messages })
        expect([...keysOf(spec)].filter((key) => !keys.has(key))).toEqual([])
        expect(JSON.stringify(spec)).not.toMatch(/\\u0008|\\u0000|\\ud[89ab][0-9a-f]{2}(?!\\ud)/)
      }),
      { seed: 7, numRuns: 60 },
    )
  })

  it.each(rich)('%s refuses unknown options, missing messages and a width outside 160..4000', (_name, make) => {
    const refusal = (path: string) => errorAt('INVALID_OPTION', path)
    expect(() => make({ messages, widht: 3 } as never)).toThrow(refusal('options'))
    expect(() => make({} as never)).toThrow(refusal('options.messages'))
    expect(() => make({ messages: { message: messages.message } } as never)).toThrow(refusal('options.messages'))
    expect(() => make({ messages, theme: 'blue' } as never)).toThrow(refusal('options.theme'))
    expect(() => make({ messages, schema: 'v4' } as never)).toThrow(refusal('options.schema'))
    expect(() => make({ messages, width: 159 })).toThrow(refusal('options.width'))
    expect(() => make({ messages, width: 4001 })).toThrow(refusal('options.width'))
    expect(() => make({ messages, width: Number.NaN })).toThrow(refusal('options.width'))
    expect(() => make({ messages, title: 3 } as never)).toThrow(refusal('options.title'))
    expect(() => make({ messages, theme: undefined, width: undefined, title: undefined })).not.toThrow()
  })
})

describe('forbiddenKeys', () => {
  it('sees an expression at any depth', () => {
    expect(forbiddenKeys({ layer: [{ encoding: { x: { axis: { labelExpr: 'datum.label' } } } }] })).toEqual([
      '$.layer.0.encoding.x.axis.labelExpr',
    ])
    expect(forbiddenKeys({ condition: { test: 'datum.x > 3' } })).toEqual(['$.condition.test'])
    expect(forbiddenKeys({ condition: { test: { field: 'x', equal: true } } })).toEqual([])
  })
})

describe('svgElements', () => {
  it('refuses what is not well formed', () => {
    expect(svgElements('<svg a="1"><g/>x &amp; y</svg>')).toEqual(['svg', 'g'])
    expect(() => svgElements('<svg><g></svg>')).toThrow('closes what is not open')
    expect(() => svgElements('<svg>a & b</svg>')).toThrow('ampersand')
    expect(() => svgElements('<svg>\u0008</svg>')).toThrow('XML forbids')
  })
})

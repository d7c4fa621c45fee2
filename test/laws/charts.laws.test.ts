import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as data from '../../docs/examples/galleryData.js'
import * as charts from '../../src/charts/index.js'
import { isRetentionOkrError } from '../../src/errors.js'
import { plainMessages } from '../charts/words.js'
import { deepFreeze } from './deepFreeze.js'

const messages = plainMessages()
const series = {
  metric: 'churn-rate',
  better: 'down' as const,
  kind: 'proportion' as const,
  periods: [{ start: '2026-01-01', end: '2026-02-01', successes: 4, trials: 80 }],
}
const inputs = {
  chartKeyResults: data.keyResults,
  chartTrajectory: data.keyResults[0],
  chartConfidence: data.keyResults,
  chartCheckIns: data.keyResults,
  chartSignals: data.signals,
  chartCohorts: data.cohorts,
  chartNetPromoterScore: data.netPromoterScores,
  chartControl: data.control,
  chartSurvival: data.survival,
  chartSegments: data.segments,
  chartHandoffReasons: data.rejectReasons,
  chartResponseTimes: data.responses,
  chartContradictions: data.contradictions,
} as const
/** The function of a name. */
function chartOf(name: string, input: unknown): charts.Chart {
  const call = new Map<string, unknown>(Object.entries(charts)).get(name) as (
    data: unknown,
    options: charts.ChartOptions,
  ) => charts.Chart
  return call(input, { messages })
}

const cases: [name: keyof typeof inputs, input: unknown][] = [
  ...(Object.entries(inputs) as [keyof typeof inputs, unknown][]),
  ['chartControl', series],
]

/** Every place in plain data, as a path. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]]
  return [[...path], ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))]
}

/** A copy with another value at a path. */
function replaceAt(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as { [key: string]: unknown }
  copy[key] = replaceAt(copy[key], rest, replacement)
  return copy
}

const garbage = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  Number.NaN,
  Infinity,
  '',
  'x',
  '2026-02-30',
  [],
  [null],
  {},
  { a: 1 },
  () => 1,
  Symbol('s'),
  1n,
  new Date(0),
)

describe('charts', () => {
  it.each(cases)('%s of frozen data is plain JSON', (name, input) => {
    const chart = chartOf(name, deepFreeze(structuredClone(input)))
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
  })

  it.each(cases)('%s of malformed data is plain JSON or an error of the library', (name, input) => {
    const paths = pathsOf(input)
    fc.assert(
      fc.property(fc.constantFrom(...paths), garbage, (path, replacement) => {
        const broken = replaceAt(input, path, replacement)
        try {
          const chart = chartOf(name, broken)
          expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
        } catch (error) {
          if (!isRetentionOkrError(error)) throw error
        }
      }),
      { seed: 11, numRuns: 200 },
    )
  })
})

import * as data from '../../docs/examples/galleryData.js'
import type { PlottedCurve } from '../../src/charts/curveModel.js'
import * as charts from '../../src/charts/index.js'
import type { PlottedKeyResult } from '../../src/charts/keyResultModel.js'
import type { Chart, ChartOptions } from '../../src/charts/model.js'

const keyResult = data.keyResults[0] as PlottedKeyResult
const curve = data.survival[0]?.curve as PlottedCurve

/** Names that break renderers, scales, objects or readers. */
export const hostileNames: readonly string[] = [
  'a.b',
  "x']+alert(1)+['",
  'datum.x; alert(1)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a name like any other
  '${alert(1)}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '<script>alert(1)</script>',
  '</text><image href="x" onerror="alert(1)"/>',
  '"&\'>]]>',
  'bell\u0008 and nul\u0000',
  'right\u202E to left\u2069',
  'lone \uD800 and \uDC00',
  'line\nbreak\tand\u2028more',
  '',
  '   ',
  'null',
  '1',
  '2026-01-01',
  'x'.repeat(10_000),
  `${'long '.repeat(20)}end`,
  '👩‍👩‍👧‍👦'.repeat(60),
  'same',
  'same',
  'same (2)',
]

/** Every chart with each of those names in every place where people write one. */
export const hostileExamples: { readonly [name: string]: (names: readonly string[], options: ChartOptions) => Chart } =
  {
    chartKeyResults: (names, options) => charts.chartKeyResults(keyResultsOf(names), options),
    chartTrajectory: (names, options) => charts.chartTrajectory({ ...keyResult, title: names.join('') }, options),
    chartConfidence: (names, options) => charts.chartConfidence(keyResultsOf(names), options),
    chartCheckIns: (names, options) => charts.chartCheckIns(keyResultsOf(names), options),
    chartSignals: (names, options) => {
      const findings = names.map((name) => {
        return {
          code: name,
          severity: name,
          subject: name,
          segment: JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(name)}}`),
        }
      })
      return charts.chartSignals([{ asOf: '2025-12-01', findings }], options)
    },
    chartNetPromoterScore: (names, options) => {
      const measurement = { value: 20, sampleSize: 10, promoters: 4, passives: 4, detractors: 2 }
      return charts.chartNetPromoterScore(
        names.map((group) => ({ group, measurement })),
        options,
      )
    },
    chartControl: (names, options) => {
      const segment = JSON.parse(`{${JSON.stringify(names.join(''))}:${JSON.stringify(names.join(''))}}`)
      return charts.chartControl({ ...data.control, metric: names.join(''), segment }, options)
    },
    chartSurvival: (names, options) => {
      return charts.chartSurvival(
        names.map((name) => ({ name, curve })),
        options,
      )
    },
    chartSegments: (names, options) => charts.chartSegments(segmentsOf(names, 'churn-rate', 0.1), options),
    chartHandoffReasons: (names, options) => {
      const pairs = names.map((name) => `${JSON.stringify(name)}:3`)
      return charts.chartHandoffReasons(JSON.parse(`{${pairs.join(',')}}`), options)
    },
    chartContradictions: (names, options) => {
      const both = [...segmentsOf(names, 'churn-rate', 0.1), ...segmentsOf(names, 'net-promoter-score', 60)]
      return charts.chartContradictions(both, { ...options, limits: { netPromoterScore: 50, churnRate: 0.05 } })
    },
  }

function keyResultsOf(names: readonly string[]) {
  return names.map((title) => ({ ...keyResult, title, status: title }))
}

function segmentsOf(names: readonly string[], metric: string, value: number) {
  const measurement = { value, unit: 'ratio' as const, sampleSize: 40 }
  return names.map((segment) => ({ by: 'plan', segment, metric, measurement, verdict: 'risk' as const }))
}

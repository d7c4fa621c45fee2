import * as data from '../../docs/examples/galleryData.js'
import * as charts from '../../src/charts/index.js'
import type { Chart, ChartOptions } from '../../src/charts/model.js'

const [trajectory] = data.keyResults
if (trajectory === undefined) throw new Error('the gallery has no key result')

/** Every chart of rich data. */
export const examples: { readonly [name: string]: (options: ChartOptions) => Chart } = {
  chartKeyResults: (options) => charts.chartKeyResults(data.keyResults, options),
  chartTrajectory: (options) => charts.chartTrajectory(trajectory, options),
  chartConfidence: (options) => charts.chartConfidence(data.keyResults, options),
  chartCheckIns: (options) => charts.chartCheckIns(data.keyResults, options),
  chartSignals: (options) => charts.chartSignals(data.signals, options),
  chartCohorts: (options) => charts.chartCohorts(data.cohorts, { minimumSize: 10, ...options }),
  chartNetPromoterScore: (options) => charts.chartNetPromoterScore(data.netPromoterScores, options),
  chartControl: (options) => charts.chartControl(data.control, options),
  chartSurvival: (options) => charts.chartSurvival(data.survival, options),
  chartSegments: (options) => charts.chartSegments(data.segments, options),
  chartHandoffReasons: (options) => charts.chartHandoffReasons(data.rejectReasons, options),
  chartResponseTimes: (options) => charts.chartResponseTimes(data.responses, { promise: 0.9, ...options }),
  chartContradictions: (options) =>
    charts.chartContradictions(data.contradictions, { limits: { netPromoterScore: 50, churnRate: 0.03 }, ...options }),
}

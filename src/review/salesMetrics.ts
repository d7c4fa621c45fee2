import type { Measurement } from '../measurement.js'
import { measureLeadHandoffQuality } from '../metrics/handoff/measureLeadHandoffQuality.js'
import type { HandoffFigures } from '../metrics/handoff/models/figures.js'
import { responsibilityClarity } from '../metrics/handoff/responsibilityClarity.js'
import { measureCloseRate } from '../metrics/sales/measureCloseRate.js'
import { silentProspectRate } from '../metrics/sales/silentProspectRate.js'
import type { CountCellsCell } from '../signals/metricSeries.js'
import { chosen, noOptions, rateOptions } from './chosenOptions.js'
import { closeRateCounts } from './closeRateCounts.js'
import type { ReviewSources } from './createReviewSources.js'
import { matrixOf } from './matrixOf.js'
import type { MetricRule } from './metricRule.js'
import type { ReviewSegment } from './models/policy.js'
import { prospectCounts } from './prospectCounts.js'

const silenceOptions = ['minimumOutbound', 'minimumDays', 'graceDays', 'cohortAgeDays']

/** Metrics of leads, their hand-over and deals. */
export const salesMetrics: readonly MetricRule[] = /* @__PURE__ */ (() => [
  handoffMetric('clean-handoff-rate', ({ cleanHandoffRate }) => cleanHandoffRate),
  handoffMetric('lead-response-attainment', ({ responseAttainment }) => responseAttainment),
  handoffMetric('lead-acceptance-rate', ({ acceptance }) => acceptance),
  handoffMetric('reassigned-rate', ({ reassigned }) => reassigned),
  {
    code: 'close-rate',
    needs: ['opportunities'],
    options: ['basis', 'windowDays', 'by', 'currency', ...rateOptions],
    watched: true,
    segmentOf: 'opportunity',
    tallies: [],
    measure: (sources, options, period) =>
      measureCloseRate(sources.rows('opportunities'), { ...sources.shared, ...chosen(options), period }),
    count: closeRateCounts,
  },
  {
    code: 'silent-prospect-rate',
    needs: ['handoffs', 'interactions'],
    options: [...silenceOptions, ...rateOptions],
    watched: true,
    tallies: [],
    measure: (sources, options, period) => {
      const { cells } = prospectCounts(sources, options, [period])
      const sum = { silent: 0, assessed: 0, pending: 0 }
      for (const { counts } of cells) {
        sum.silent += counts.silent
        sum.assessed += counts.assessed
        sum.pending += counts.pending
      }
      const { level, interval } = options
      const rate = silentProspectRate(
        { silent: sum.silent, assessed: sum.assessed },
        chosen({ ...(level === undefined ? {} : { level }), ...(interval === undefined ? {} : { interval }) }),
      )
      if (sum.pending === 0) return rate
      return { ...rate, ...(rate.value === null ? { reason: 'not_mature' as const } : {}), pending: sum.pending }
    },
    count: (sources, options, periods) => {
      const counts = prospectCounts(sources, options, periods)
      return { cells: counts.cells.filter(({ counts: { pending } }) => pending === 0) }
    },
  },
  {
    code: 'responsibility-clarity',
    needs: ['responsibilities'],
    options: rateOptions,
    tallies: [],
    measure: (sources, options) =>
      responsibilityClarity(matrixOf(sources) ?? { activities: [], assignments: [] }, chosen(options)),
  },
])()

function handoffMetric(code: string, figure: (figures: HandoffFigures) => Measurement): MetricRule {
  return {
    code,
    needs: ['leads', 'handoffs'],
    ofHandoff: true,
    watched: true,
    segmentOf: 'lead',
    tallies: ['handoffs'],
    measure: (sources, _options, period) => figure(measureLeadHandoffQuality(sources.tally('handoffs'), { period })),
    count: (sources, _options, _periods, segment) => handoffCounts(sources, segment),
  }
}

function handoffCounts(sources: ReviewSources, segment: ReviewSegment | undefined) {
  const { cells } = sources.tally('handoffs', noOptions, segment)
  return { cells: segment === undefined ? cells.map(whole) : (cells as CountCellsCell[]) }
}

/** The same cell as a part of the whole. */
function whole({ segment: _segment, ...cell }: { segment?: string | undefined }): CountCellsCell {
  return cell as CountCellsCell
}

import { measureLeadHandoffQuality } from '../metrics/handoff/measureLeadHandoffQuality.js'
import type { HandoffCounts } from '../metrics/handoff/models/figures.js'
import { profileObjections } from '../metrics/sales/profileObjections.js'
import type { Tally } from '../tally/model.js'
import { cohortsOf } from './cohortsOf.js'
import { customersAtRiskOf } from './customersAtRiskOf.js'
import type { RetentionReview } from './models/review.js'
import { npsBreakdown } from './npsBreakdown.js'
import type { ReadFigures } from './readFigures.js'
import { responsesOf } from './responsesOf.js'
import type { ReviewContext } from './reviewContext.js'
import { segmentGroups } from './segmentGroups.js'
import { npsRows, segmentRowsOf } from './segmentRowsOf.js'
import type { ReviewSignals } from './signalsOf.js'
import { survivalOf } from './survivalOf.js'
import { spanOf, windowsOf } from './windowsOf.js'

/** Names of the parts. */
type PartName =
  | 'customersAtRisk'
  | 'segments'
  | 'cohorts'
  | 'survival'
  | 'netPromoterScore'
  | 'handoff'
  | 'responses'
  | 'objections'

/** The parts that some records only allow. */
export function partsOf(
  { measurements, series, chosen, sources }: ReadFigures,
  { data, signals }: ReviewSignals,
  context: ReviewContext,
): Pick<RetentionReview, PartName> {
  const nps = npsBreakdown(
    chosen.find(({ rule }) => rule.code === 'net-promoter-score'),
    sources,
    context,
  )
  const rows = segmentRowsOf({ measurements, counts: segmentGroups(series), signals })
  const hasNpsRows = rows.some(({ metric }) => metric === 'net-promoter-score')
  const cohorts = cohortsOf(sources, context)
  const survival = chosen.some(({ rule }) => rule.code === 'churn-rate') ? survivalOf(sources, context) : undefined
  const measuresHandoff = chosen.some(({ rule }) => rule.ofHandoff)
  const customersAtRisk = customersAtRiskOf(sources, context)
  const responses = measuresHandoff ? responsesOf(sources, context) : undefined
  return {
    segments: hasNpsRows ? rows : [...rows, ...npsRows(nps ?? [])],
    ...(cohorts === undefined ? {} : { cohorts }),
    ...(survival === undefined ? {} : { survival }),
    ...(nps === undefined ? {} : { netPromoterScore: nps.map(({ group, measurement }) => ({ group, measurement })) }),
    ...(measuresHandoff
      ? {
          handoff: measureLeadHandoffQuality(sources.tally('handoffs') as Tally<HandoffCounts>, {
            period: context.current,
          }),
        }
      : {}),
    ...(responses === undefined ? {} : { responses }),
    ...(customersAtRisk === undefined ? {} : { customersAtRisk }),
    ...(data.objections === undefined
      ? {}
      : {
          objections: profileObjections(sources.rows('objections'), {
            period: spanOf(windowsOf(context.periods).current),
          }),
        }),
  }
}

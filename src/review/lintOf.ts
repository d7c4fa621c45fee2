import type { Finding } from '../finding.js'
import type { Day } from '../measurement.js'
import { findResponsibilityGaps } from '../metrics/handoff/findResponsibilityGaps.js'
import { lintObjectives } from '../okr/lint/lintObjectives.js'
import type { ResponsibilityMatrix } from '../records/model.js'
import type { ReviewInput } from './models/input.js'
import type { ObjectiveReview } from './models/objectives.js'

/**
 * What is wrong with the definitions of the objectives, with what people stated, what is forecast and how it went; then
 * what is unclear about who does what.
 */
export function lintOf(
  { objectives, cycle, versions = [], checkIns = [] }: ReviewInput,
  reviewed: readonly ObjectiveReview[],
  day: Day,
  matrix: ResponsibilityMatrix | undefined,
): Finding[] {
  const keyResults = reviewed.flatMap((objective) => objective.keyResults)
  const estimates = keyResults.map(({ keyResultId, confidence, forecast }) => {
    const probability = forecast?.probability ?? null
    return {
      keyResultId,
      ...(confidence === null ? {} : { confidence }),
      ...(probability === null ? {} : { forecastProbability: probability }),
    }
  })
  const histories = keyResults.map(({ keyResultId }) => ({
    keyResultId,
    versions: versions.find((known) => known.keyResultId === keyResultId)?.versions ?? [],
    checkIns: checkIns.filter((checkIn) => checkIn.keyResultId === keyResultId),
  }))
  const { findings } = lintObjectives({ objectives, cycles: [cycle], estimates, histories }, { asOf: day })
  return matrix === undefined ? findings : [...findings, ...findResponsibilityGaps(matrix)]
}

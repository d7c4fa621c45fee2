import { toDecimal, toDouble } from '../internal/decimal.js'
import type { KeyResult } from '../okr/models/keyResult.js'
import type { Objective } from '../okr/models/objective.js'
import { resolveTarget } from '../okr/scoring/resolveTarget.js'
import { segmentKey } from './findFigure.js'
import type { SegmentName } from './models/names.js'

/** What the first key result on a metric and segment wants of it, in the metric's own sense; undefined without one. */
export function keyResultBound(
  metric: string,
  segment: SegmentName | undefined,
  objectives: readonly Objective[],
): number | undefined {
  const keyResult = objectives
    .flatMap(({ keyResults }) => keyResults)
    .find(({ metricRef }) => {
      return metricRef?.metric === metric && segmentKey(metricRef.segment) === segmentKey(segment)
    })
  const bound = keyResult === undefined ? undefined : boundOf(keyResult)
  if (bound === undefined) return undefined
  return keyResult?.metricRef?.complement === true ? toDouble(toDecimal(1, 'bound').minus(bound)) : bound
}

function boundOf(keyResult: KeyResult): number | undefined {
  if (keyResult.kind === 'change') return resolveTarget(keyResult).target ?? undefined
  if (keyResult.kind !== 'maintain') return undefined
  const { condition } = keyResult
  return 'bound' in condition ? toDouble(toDecimal(condition.bound, 'condition.bound')) : undefined
}

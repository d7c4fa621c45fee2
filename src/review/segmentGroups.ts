import type { MetricSeries } from '../signals/model.js'
import type { SegmentCount, SegmentCounts } from '../signals/segmentComparison.js'
import { currentPeriods } from './windowsOf.js'

/** One metric by the values of one segment. */
export interface SegmentGroup extends SegmentCounts {
  by: string
  segments: SegmentCount[]
}

/** Counts of the last three periods by segment, of the metrics that are shares. */
export function segmentGroups(series: readonly MetricSeries[]): SegmentGroup[] {
  const groups = new Map<string, SegmentGroup>()
  for (const row of series) {
    const [by, id] = Object.entries(row.segment ?? {})[0] ?? []
    if (row.kind !== 'proportion' || by === undefined || id === undefined) continue
    const key = JSON.stringify([row.metric, by])
    const group = groups.get(key) ?? { metric: row.metric, better: row.better, by, segments: [] }
    groups.set(key, group)
    const recent = row.periods.slice(-currentPeriods)
    group.segments.push({
      id,
      successes: recent.reduce((sum, { successes }) => sum + (successes ?? 0), 0),
      trials: recent.reduce((sum, { trials }) => sum + (trials ?? 0), 0),
    })
  }
  return [...groups.values()]
}

import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { SignalResult } from '../signals/model.js'
import type { SegmentCount, SegmentCounts } from '../signals/segmentComparison.js'
import { adjustPValues } from '../statistics/adjustPValues.js'
import { fisherExactTest } from '../statistics/fisherExactTest.js'
import { shrunkenRates } from '../statistics/shrunkenRates.js'
import type { NpsBreakdown, SegmentRow } from './models/figures.js'
import type { GivenMeasurement } from './models/input.js'
import type { SegmentGroup } from './segmentGroups.js'

/** What is known of a segment beside its figure. */
type Judgement = Pick<SegmentRow, 'shrunkRate' | 'adjustedPValue' | 'verdict'>

/** What a review knows of segments. */
export interface SegmentKnowledge {
  measurements: readonly GivenMeasurement[]
  /** Counts of the last three periods, one entry a metric and name of segments. */
  counts: readonly SegmentGroup[]
  /** What the detectors said, which tells the levels that they used. */
  signals: readonly SignalResult[]
}

/** Every metric in every segment, by metric in the order of the review, then by segment. */
export function segmentRowsOf({ measurements, counts, signals }: SegmentKnowledge): SegmentRow[] {
  const judgements = new Map<string, Judgement>()
  for (const data of counts) {
    const result = signals.find(({ detector, subject, by }) => {
      return detector === 'detectSegmentsAtRisk' && subject === data.metric && by === data.by
    })
    if (result === undefined) continue
    const { minimumTrials, falseDiscoveryRate, level } = result.definition as unknown as Levels
    for (const [id, judgement] of judge(data, { minimumTrials, falseDiscoveryRate, level })) {
      judgements.set(keyOf(data.metric, data.by, id), judgement)
    }
  }
  return measurements.flatMap(({ segment, ...measurement }): SegmentRow[] => {
    const [by, value] = Object.entries(segment ?? {})[0] ?? []
    if (by === undefined || value === undefined) return []
    const { metric } = measurement
    const judged = judgements.get(keyOf(metric, by, value))
    return [{ by, segment: value, metric, measurement, ...(judged ?? { verdict: 'none' }) }]
  })
}

interface Levels {
  minimumTrials: number
  falseDiscoveryRate: number
  level: number
}

function keyOf(metric: string, by: string, id: string): string {
  return JSON.stringify([metric, by, id])
}

/** Each segment of enough trials against all others, in both directions, each a family of its own. */
function judge({ segments, better }: SegmentCounts, levels: Levels): [string, Judgement][] {
  const { means } = shrunkenRates(
    segments.map(({ successes, trials }) => ({ successes, trials })),
    { level: levels.level },
  )
  const shrunk = new Map(segments.map(({ id }, index) => [id, means[index] ?? undefined]))
  const family = segments.filter(({ trials }) => trials >= levels.minimumTrials)
  const tests = family.length < 2 ? [] : family.map((segment) => againstRest(segment, segments))
  const worse = adjustPValues(tests.map(({ midPLess, midPGreater }) => (better === 'up' ? midPLess : midPGreater)))
  const safer = adjustPValues(tests.map(({ midPLess, midPGreater }) => (better === 'up' ? midPGreater : midPLess)))
  const isSmall = (p: number | undefined): boolean => p !== undefined && p <= levels.falseDiscoveryRate
  return [...segments]
    .sort((a, b) => compareCodeUnits(a.id, b.id))
    .map(({ id }) => {
      const index = tests.length === 0 ? -1 : family.findIndex((segment) => segment.id === id)
      const [p, pSafer] = [worse.adjusted[index], safer.adjusted[index]]
      const shrunkRate = shrunk.get(id)
      return [
        id,
        {
          ...(shrunkRate === undefined ? {} : { shrunkRate }),
          ...(p === undefined ? {} : { adjustedPValue: p }),
          verdict: isSmall(p) ? 'risk' : isSmall(pSafer) ? 'safer' : 'none',
        },
      ]
    })
}

function againstRest({ successes, trials }: SegmentCount, all: readonly SegmentCount[]) {
  const sum = (name: 'successes' | 'trials'): number => all.reduce((total, segment) => total + segment[name], 0)
  return fisherExactTest({
    first: { successes, trials },
    second: { successes: sum('successes') - successes, trials: sum('trials') - trials },
  })
}

/** The groups of a breakdown as rows; nobody tests one score against the others. */
export function npsRows(breakdown: readonly (NpsBreakdown & { by?: string })[]): SegmentRow[] {
  return breakdown.flatMap(({ by, group, measurement }): SegmentRow[] =>
    by === undefined ? [] : [{ by, segment: group, metric: measurement.metric, measurement, verdict: 'none' }],
  )
}

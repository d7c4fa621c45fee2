import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { TestedSegment } from './compareSegments.js'
import { reaches } from './reaches.js'
import type { SegmentsAtRiskSettings } from './readSegmentsAtRiskSettings.js'

/** A segment at risk. */
export interface SegmentAtRisk extends TestedSegment {
  /** Whether the whole interval of its harm lies beyond the critical effect. */
  critical: boolean
}

/** The segments that are worse beyond chance and by enough: critical ones first, then by the shrunk rate. */
export function segmentsAtRisk(
  tested: readonly TestedSegment[],
  better: 'up' | 'down',
  settings: Omit<SegmentsAtRiskSettings, 'asOf'>,
): SegmentAtRisk[] {
  return tested
    .filter(
      ({ adjustedPValue, harm, restRate }) =>
        reaches(settings.falseDiscoveryRate, adjustedPValue) && harm > 0 && isRelevant(harm, restRate, settings),
    )
    .map((segment) => ({ ...segment, critical: reaches(segment.nearest, settings.criticalEffect) }))
    .sort(
      (a, b) =>
        Number(b.critical) - Number(a.critical) ||
        (better === 'up' ? 1 : -1) * (a.shrunkRate - b.shrunkRate) ||
        compareCodeUnits(a.id, b.id),
    )
}

/** Against a rest without a single case any harm is beyond every share of it. */
function isRelevant(
  harm: number,
  restRate: number,
  { minimumDifference, minimumRelativeDifference }: Omit<SegmentsAtRiskSettings, 'asOf'>,
): boolean {
  return reaches(harm, minimumDifference) || restRate === 0 || reaches(harm, minimumRelativeDifference * restRate)
}

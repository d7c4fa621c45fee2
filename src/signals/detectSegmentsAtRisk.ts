import type { Finding } from '../finding.js'
import { compareSegments } from './compareSegments.js'
import { detectableOf } from './declineResult.js'
import type { SignalResult } from './model.js'
import {
  type DetectSegmentsAtRiskOptions,
  readSegmentsAtRiskSettings,
  type SegmentsAtRiskSettings,
} from './readSegmentsAtRiskSettings.js'
import { assertSegmentCounts, detectableFor, type SegmentCounts } from './segmentComparison.js'
import { type SegmentAtRisk, segmentsAtRisk } from './segmentsAtRisk.js'

/**
 * Finds the segments that are worse than the rest of the customers.
 *
 * Each segment of at least `minimumTrials` is compared with all other customers by the one-sided mid-p of Fisher's test,
 * adjusted by Benjamini-Hochberg; a finding also reaches `minimumDifference` or `minimumRelativeDifference`. Findings are
 * ordered by the shrunk rate, never by the raw one: the lowest raw rate is often just the smallest segment.
 * Linear in the segments but for sorting them.
 *
 * @param data - one metric by segment
 * @param options - day of the verdict, accepted false findings, smallest sizes
 * @returns verdict with a finding a segment; below two segments of enough trials `not_enough_data`
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE for counts that are none
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for a segment given twice
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY for an option that is unknown or out of range
 * @example
 * ```ts
 * import { detectSegmentsAtRisk } from 'retention-okr/signals'
 *
 * const segments = [
 *   { id: 'retail', successes: 150, trials: 180 },
 *   { id: 'hotel', successes: 44, trials: 60 },
 *   { id: 'school', successes: 9, trials: 18 },
 *   { id: 'office', successes: 80, trials: 90 },
 * ]
 * const data = { metric: 'repeat-purchase-rate', better: 'up', segments } as const
 * const { evidence, findings } = detectSegmentsAtRisk(data, { asOf: '2026-04-01' })
 * evidence?.['ids'] // => ['school']
 * findings[0]?.evidence['effect'] // ≈ -0.3303
 * ```
 * @see Benjamini and Hochberg 1995, Controlling the false discovery rate; Efron and Morris 1975, Data analysis using
 * Stein's estimator and its generalizations
 * @since 0.1.0
 */
export function detectSegmentsAtRisk(data: SegmentCounts, options: DetectSegmentsAtRiskOptions): SignalResult {
  const { asOf, ...settings } = readSegmentsAtRiskSettings(options)
  assertSegmentCounts(data)
  const { metric, by, better, segments } = data
  const family = segments.filter(({ trials }) => trials >= settings.minimumTrials)
  const small = segments.length - family.length
  const base = {
    detector: 'detectSegmentsAtRisk',
    subject: metric,
    ...(by === undefined ? {} : { by }),
    excluded: small > 0 ? { small_segment: small } : {},
    asOf,
    definition: { ...settings },
  }
  if (family.length < 2) {
    const missing = [{ what: 'segments', needed: 2, found: family.length }]
    return { ...base, status: 'not_enough_data', findings: [], missing, cautions: [], comparisons: 0 }
  }
  const { tested, shrunk, trials } = compareSegments(data, settings)
  const findings = segmentsAtRisk(tested, better, settings).map((segment) => findingOf(segment, data, settings))
  const verdict = {
    ...base,
    findings,
    evidence: {
      overallRate: shrunk.overall,
      rho: shrunk.rho,
      homogeneous: shrunk.rho === 0,
      adjustedPValue: Math.min(...tested.map(({ adjustedPValue }) => adjustedPValue)),
      decidedBy: 'mid-p',
      threshold: settings.falseDiscoveryRate,
      ids: findings.map(({ subject }) => subject),
      sampleSize: trials,
    },
    cautions: settings.overlapping ? ['dependent_segments'] : [],
    comparisons: family.length,
  }
  if (findings.length > 0) return { ...verdict, status: 'signal' }
  const smallest = detectableFor(family, shrunk.overall as number, trials, settings.falseDiscoveryRate)
  return { ...verdict, status: 'no_signal', detectable: detectableOf(smallest, 'ratio') }
}

function findingOf(
  { id, harm: _harm, nearest: _nearest, adjustedPValue, critical, ...figures }: SegmentAtRisk,
  { better, by }: SegmentCounts,
  { level, falseDiscoveryRate }: Omit<SegmentsAtRiskSettings, 'asOf'>,
): Finding {
  return {
    code: 'segments.at_risk',
    severity: critical ? 'critical' : 'warning',
    subject: id,
    since: null,
    evidence: {
      ...figures,
      effectUnit: 'ratio',
      level,
      adjustedPValue,
      decidedBy: 'mid-p',
      threshold: falseDiscoveryRate,
    },
    method: 'mid-p',
    params: { direction: better === 'up' ? 'down' : 'up', ...(by === undefined ? {} : { by }) },
  }
}

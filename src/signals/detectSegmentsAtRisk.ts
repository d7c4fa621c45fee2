import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertLevel } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { adjustPValues } from '../statistics/adjustPValues.js'
import { shrunkenRates } from '../statistics/shrunkenRates.js'
import { assertAsOf } from './assertAsOf.js'
import { assertOpenShare } from './assertOpenShare.js'
import { assertSize } from './assertSize.js'
import { detectableOf } from './declineResult.js'
import type { SignalResult } from './model.js'
import { reaches } from './reaches.js'
import { readLevels } from './readLevels.js'
import {
  assertSegmentCounts,
  detectableFor,
  type JudgedSegment,
  judgeSegment,
  type SegmentCounts,
} from './segmentComparison.js'

/** Options of {@link detectSegmentsAtRisk}. */
export interface DetectSegmentsAtRiskOptions {
  /** Day of the verdict. */
  readonly asOf: Day
  /** Looks a year, from 1; default 12. */
  readonly looksPerYear?: number | undefined
  /** Accepted false alarms a year, in (0, 1); default 0.10. */
  readonly falseAlarmsPerYear?: number | undefined
  /** Accepted share of false findings, in (0, 1); default from the cadence, at most 0.05. */
  readonly falseDiscoveryRate?: number | undefined
  /** Difference worth a finding as a share of the rate of the rest, from 0; default 0.20. */
  readonly minimumRelativeDifference?: number | undefined
  /** Trials that a segment needs to be judged, from 1; default 10. */
  readonly minimumTrials?: number | undefined
  /** Difference worth a finding in shares, from 0; default 0.02. */
  readonly minimumDifference?: number | undefined
  /** Difference in shares that makes a finding critical; default 0.10. */
  readonly criticalEffect?: number | undefined
  /** Two-sided confidence of the intervals; default 0.95. */
  readonly level?: number | undefined
  /** Whether customers can be in several segments, which breaks the comparison with the rest; default false. */
  readonly overlapping?: boolean | undefined
}

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
  const { asOf, ...settings } = readSettings(options)
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
  const total = {
    successes: segments.reduce((sum, { successes }) => sum + successes, 0),
    trials: segments.reduce((sum, { trials }) => sum + trials, 0),
  }
  const shrunk = shrunkenRates(
    segments.map(({ successes, trials }) => ({ successes, trials })),
    { level: settings.level },
  )
  const judged = segments.flatMap((segment, index) =>
    segment.trials < settings.minimumTrials
      ? []
      : [judgeSegment(segment, index, total, better, shrunk, settings.level)],
  )
  const { adjusted } = adjustPValues(judged.map(({ midP }) => midP))
  const atRisk = judged
    .map((segment, index) => ({ ...segment, adjustedPValue: adjusted[index] as number }))
    .filter(({ adjustedPValue, harm, restRate }) => {
      const relevant =
        reaches(harm, settings.minimumDifference) ||
        restRate === 0 ||
        reaches(harm, settings.minimumRelativeDifference * restRate)
      return reaches(settings.falseDiscoveryRate, adjustedPValue) && harm > 0 && relevant
    })
    .map((segment) => ({ ...segment, critical: reaches(segment.nearest, settings.criticalEffect) }))
    .sort(
      (a, b) =>
        Number(b.critical) - Number(a.critical) ||
        (better === 'up' ? 1 : -1) * (a.shrunkRate - b.shrunkRate) ||
        compareCodeUnits(a.id, b.id),
    )
  const findings = atRisk.map(
    ({ id, critical, adjustedPValue, ...figures }): Finding => ({
      code: 'segments.at_risk',
      severity: critical ? 'critical' : 'warning',
      subject: id,
      since: null,
      evidence: evidenceOf({ id, ...figures }, adjustedPValue, settings),
      method: 'mid-p',
      params: { direction: better === 'up' ? 'down' : 'up', ...(by === undefined ? {} : { by }) },
    }),
  )
  const verdict = {
    ...base,
    findings,
    evidence: {
      overallRate: shrunk.overall,
      rho: shrunk.rho,
      homogeneous: shrunk.rho === 0,
      adjustedPValue: Math.min(...adjusted),
      decidedBy: 'mid-p',
      threshold: settings.falseDiscoveryRate,
      ids: findings.map(({ subject }) => subject),
      sampleSize: total.trials,
    },
    cautions: settings.overlapping ? ['dependent_segments'] : [],
    comparisons: family.length,
  }
  if (findings.length > 0) return { ...verdict, status: 'signal' }
  const found = detectableFor(family, shrunk.overall as number, total.trials, settings.falseDiscoveryRate)
  return { ...verdict, status: 'no_signal', detectable: detectableOf(found, 'ratio') }
}

interface Settings {
  asOf: Day
  looksPerYear: number
  falseAlarmsPerYear: number
  falseDiscoveryRate: number
  minimumTrials: number
  minimumDifference: number
  minimumRelativeDifference: number
  criticalEffect: number
  level: number
  overlapping: boolean
}

const optionNames = [
  'asOf',
  'looksPerYear',
  'falseAlarmsPerYear',
  'falseDiscoveryRate',
  'minimumRelativeDifference',
  'minimumTrials',
  'minimumDifference',
  'criticalEffect',
  'level',
  'overlapping',
]

function readSettings(options: DetectSegmentsAtRiskOptions): Settings {
  assertKnownOptions(options, optionNames)
  const { asOf, looksPerYear, falseAlarmsPerYear } = options
  assertAsOf(asOf)
  const levels = readLevels({ looksPerYear, falseAlarmsPerYear })
  const { falseDiscoveryRate = levels.windowLevel, minimumTrials = 10, minimumDifference = 0.02 } = options
  const { minimumRelativeDifference = 0.2, criticalEffect = 0.1, level = 0.95, overlapping = false } = options
  assertOpenShare(falseDiscoveryRate, 'options.falseDiscoveryRate')
  assertInteger(minimumTrials, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumTrials')
  assertSize(minimumDifference, 'options.minimumDifference')
  assertSize(minimumRelativeDifference, 'options.minimumRelativeDifference')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  assertLevel(level)
  if (typeof overlapping !== 'boolean') fail('INVALID_OPTION', 'options.overlapping', 'must be a boolean', overlapping)
  return {
    asOf,
    looksPerYear: levels.looksPerYear,
    falseAlarmsPerYear: levels.falseAlarmsPerYear,
    falseDiscoveryRate,
    minimumTrials,
    minimumDifference,
    minimumRelativeDifference,
    criticalEffect,
    level,
    overlapping,
  }
}

function evidenceOf(
  { id: _id, harm: _harm, nearest: _nearest, ...figures }: JudgedSegment,
  adjustedPValue: number,
  { level, falseDiscoveryRate }: Omit<Settings, 'asOf'>,
): Finding['evidence'] {
  return { ...figures, effectUnit: 'ratio', level, adjustedPValue, decidedBy: 'mid-p', threshold: falseDiscoveryRate }
}

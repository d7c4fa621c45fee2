import type { Finding } from '../finding.js'
import { fail } from '../internal/fail.js'
import { assertCount, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { NpsAnswers } from '../statistics/model.js'
import { normalQuantile } from '../statistics/normalQuantile.js'
import { normalTail } from '../statistics/normalTail.js'
import { npsDifferenceTest } from '../statistics/npsDifferenceTest.js'
import { npsInterval } from '../statistics/npsInterval.js'
import { assertAsOf } from './assertAsOf.js'
import { assertSegment } from './assertSegment.js'
import { assertSize } from './assertSize.js'
import { detectableOf } from './declineResult.js'
import type { DetectorOptions, SignalResult } from './model.js'
import { reaches } from './reaches.js'
import { readLevels } from './readLevels.js'

/** Two waves of one survey. */
export interface NpsWaves {
  /** Answers of the earlier wave. */
  baseline: NpsAnswers
  /** Answers of the wave that is judged. */
  current: NpsAnswers
  /** How many were asked in the earlier wave, for its response rate. */
  baselineInvited?: number | undefined
  /** How many were asked in the judged wave, for its response rate. */
  currentInvited?: number | undefined
  /** The segment that was asked; absent for all. */
  segment?: { readonly [name: string]: string } | undefined
}

/** Options of {@link detectNpsFall}. */
export interface DetectNpsFallOptions extends DetectorOptions {
  /** Smallest difference worth a finding, in points; default 2. */
  readonly minimumDifference?: number | undefined
  /** Difference that makes a shown fall critical, in points; default 10. */
  readonly criticalEffect?: number | undefined
}

const optionNames = ['asOf', 'looksPerYear', 'falseAlarmsPerYear', 'alpha', 'minimumDifference', 'criticalEffect']
const minimumAnswers = 10
const level = 0.95

/**
 * Finds whether the net promoter score fell between two waves of a survey.
 *
 * The adjusted Wald test of the difference, one-sided downwards at the level of a comparison of two windows; a fall also
 * reaches `minimumDifference`. A rise that passes the same test is an `info`.
 *
 * @param waves - answers of both waves, how many were asked, segment
 * @param options - day of the verdict, cadence, smallest and critical difference in points
 * @returns verdict with the difference in points, its 95 % interval, both scores and the one-sided p; below 10 answers in
 * a wave `not_enough_data` with both scores
 * @throws {@link RetentionOkrError} INVALID_COUNT for answers that are no counts, COUNT_EXCEEDS_BASE for more answers than
 * invitations, INVALID_INPUT
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY for an option that is unknown or out of range
 * @example
 * ```ts
 * import { detectNpsFall } from 'retention-okr/signals'
 *
 * const waves = {
 *   baseline: { promoters: 70, passives: 20, detractors: 10 },
 *   current: { promoters: 50, passives: 30, detractors: 20 },
 * }
 * const { status, evidence } = detectNpsFall(waves, { asOf: '2026-04-01' })
 * status // => 'signal'
 * evidence?.['effect'] // => -30
 * evidence?.['upper'] // ≈ -9.5668
 * ```
 * @see Rocks 2016, Interval estimation for the net promoter score
 * @since 0.1.0
 */
export function detectNpsFall(waves: NpsWaves, options: DetectNpsFallOptions): SignalResult {
  assertKnownOptions(options, optionNames)
  const { asOf, minimumDifference = 2, criticalEffect = 10 } = options
  assertAsOf(asOf)
  const { looksPerYear, falseAlarmsPerYear, windowLevel } = readLevels(options)
  assertSize(minimumDifference, 'options.minimumDifference')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  assertPlain(waves, 'waves')
  const { difference, lower, upper, z } = npsDifferenceTest({ first: waves.current, second: waves.baseline }, { level })
  assertSegment(waves.segment, 'waves.segment')
  const scores = scoresOf(waves)
  const base = {
    detector: 'detectNpsFall',
    subject: 'net-promoter-score',
    ...(waves.segment === undefined ? {} : { segment: { ...waves.segment } }),
    cautions: [],
    excluded: {},
    asOf,
    definition: { looksPerYear, falseAlarmsPerYear, windowLevel, minimumDifference, criticalEffect },
  }
  const missing = [
    { what: 'current-answers', needed: minimumAnswers, found: scores.sampleSize },
    { what: 'baseline-answers', needed: minimumAnswers, found: scores.baselineSampleSize },
  ].filter(({ needed, found }) => found < needed)
  if (missing.length > 0 || difference === null || lower === null || upper === null || z === null) {
    return { ...base, status: 'not_enough_data', findings: [], evidence: scores, missing, comparisons: 0 }
  }
  const [pFall, pRise] = [normalTail(-z), normalTail(z)]
  const shift = { effect: difference, effectUnit: 'points', lower, upper }
  const decision = { z, pValue: pFall, decidedBy: 'nps-difference', threshold: windowLevel }
  const evidence = { ...shift, ...scores, ...decision }
  const findingOf = (rest: Pick<Finding, 'code' | 'severity' | 'params'>, pValue: number): Finding => ({
    ...rest,
    subject: base.subject,
    ...(base.segment === undefined ? {} : { segment: base.segment }),
    since: null,
    evidence: { ...evidence, pValue },
    method: 'nps-difference',
  })
  const reached = reaches(Math.abs(difference), minimumDifference)
  if (pFall < windowLevel && difference < 0 && reached) {
    const severity = reaches(-upper, criticalEffect) ? 'critical' : 'warning'
    const fall = findingOf({ code: 'nps.fall', severity, params: { direction: 'down' } }, pFall)
    return { ...base, status: 'signal', findings: [fall], evidence, comparisons: 1 }
  }
  const risen = pRise < windowLevel && difference > 0 && reached
  const rise = findingOf({ code: 'nps.rise', severity: 'info', params: { direction: 'up' } }, pRise)
  const findings = risen ? [rise] : []
  const detectable = detectableOf(detectableFall(upper - lower, windowLevel), 'points')
  return { ...base, status: 'no_signal', findings, evidence, detectable, comparisons: 1 }
}

/** Scores, answers and response rates of both waves; without an answer any score is possible. */
function scoresOf({ baseline, current, baselineInvited, currentInvited }: NpsWaves) {
  const [from, to] = [npsInterval(baseline, { level }), npsInterval(current, { level })]
  const [sampleSize, baselineSampleSize] = [answersOf(current), answersOf(baseline)]
  return {
    from: from.nps,
    fromLower: from.nps === null ? -100 : from.lower,
    fromUpper: from.nps === null ? 100 : from.upper,
    to: to.nps,
    toLower: to.nps === null ? -100 : to.lower,
    toUpper: to.nps === null ? 100 : to.upper,
    level,
    sampleSize,
    baselineSampleSize,
    ...rateOf('responseRate', sampleSize, currentInvited, 'waves.currentInvited'),
    ...rateOf('baselineResponseRate', baselineSampleSize, baselineInvited, 'waves.baselineInvited'),
  }
}

/** The fall that would have been found in four of five cases, from the width of the interval. */
function detectableFall(width: number, windowLevel: number): number {
  const standardError = width / (2 * normalQuantile((1 + level) / 2))
  return (normalQuantile(0.8) - normalQuantile(windowLevel)) * standardError
}

function answersOf({ promoters, passives, detractors }: NpsAnswers): number {
  return promoters + passives + detractors
}

function rateOf(
  name: string,
  answers: number,
  invited: number | undefined,
  path: string,
): Record<string, number | null> {
  if (invited === undefined) return {}
  assertCount(invited, path)
  if (answers > invited) fail('COUNT_EXCEEDS_BASE', path, 'must not be below the answers', answers)
  return { [name]: invited === 0 ? null : answers / invited }
}

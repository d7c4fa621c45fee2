import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import { assertCount, assertInteger, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { wilsonInterval } from '../statistics/wilsonInterval.js'
import { assertAsOf } from './assertAsOf.js'
import { assertOpenShare } from './assertOpenShare.js'
import { assertSize } from './assertSize.js'
import type { SignalResult, SignalState } from './model.js'
import { reaches } from './reaches.js'
import { ruleResult } from './ruleResult.js'

/** Answers in time and late. */
export interface AnsweredCounts {
  /** In time. */
  readonly met: number
  /** Late, or never. */
  readonly breached: number
}

/** Accepted leads whose window to answer is over. */
export interface UntouchedCounts {
  /** Never touched by a person. */
  readonly untouched: number
  /** All of them. */
  readonly accepted: number
}

/** Answers in time and late, also by group. */
export interface ResponseGroups extends AnsweredCounts {
  /** The same by team, source or owner; default not looked at. */
  readonly groups?: { readonly [group: string]: AnsweredCounts } | undefined
  /** Accepted leads that nobody touched; default not looked at. */
  readonly acceptedUntouched?: UntouchedCounts | undefined
}

/** Options of {@link detectSlowResponse}. */
export interface DetectSlowResponseOptions {
  /** Day of the verdict. */
  readonly asOf: Day
  /** Share to be answered in time, in (0, 1). */
  readonly target: number
  /** Share of untouched accepted leads from which on it is a finding, in (0, 1); default 0.10. */
  readonly untouchedThreshold?: number | undefined
  /** Accepted leads that this needs; default 30. */
  readonly minimumSample?: number | undefined
  /** Distance of the bound from the target that makes a miss critical, in shares; default 0.05. */
  readonly criticalEffect?: number | undefined
}

/**
 * Detects that answers come too late, as a whole or in a group, and that accepted leads are left alone.
 *
 * Below the target on the point: `watch`; the upper Wilson limit below it too: `fires`. Each of k groups is judged at the
 * level 1 - .05/k and reported only when it fires.
 *
 * @param counts - answers in time and late, as a whole and by group, accepted and untouched leads
 * @param options - day of the verdict, target, minima
 * @returns the verdict with the share in time and its limit; `not_enough_data` without answers
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are untouched than accepted
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_OPTION, INVALID_DAY, INVALID_INPUT
 * @example
 * ```ts
 * import { detectSlowResponse } from 'retention-okr/signals'
 *
 * const signal = detectSlowResponse({ met: 150, breached: 50 }, { asOf: '2025-05-01', target: 0.85 })
 * signal.state // => 'fires'
 * signal.evidence?.['upper'] // ≈ 0.804918
 * ```
 * @see Wilson 1927, Probable inference, the law of succession, and statistical inference
 * @since 0.1.0
 */
export function detectSlowResponse(counts: ResponseGroups, options: DetectSlowResponseOptions): SignalResult {
  assertKnownOptions(options, ['asOf', 'target', 'untouchedThreshold', 'minimumSample', 'criticalEffect'])
  const { asOf, target, untouchedThreshold = 0.1, minimumSample = 30, criticalEffect = 0.05 } = options
  assertAsOf(asOf)
  assertOpenShare(target, 'options.target')
  assertOpenShare(untouchedThreshold, 'options.untouchedThreshold')
  assertInteger(minimumSample, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumSample')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  assertPlain(counts, 'counts')
  assertAnswers(counts, 'counts')
  const { groups = {}, acceptedUntouched } = counts as unknown as ResponseGroups
  assertPlain(groups, 'counts.groups')
  const limits = { target, criticalEffect }
  const whole = judgeAnswers('all', counts as unknown as ResponseGroups, 0.95, limits)
  const names = Object.keys(groups).sort(compareCodeUnits)
  const slow = names.flatMap((name) => {
    const own = (groups as Record<string, AnsweredCounts>)[name]
    assertPlain(own, `counts.groups.${name}`)
    assertAnswers(own, `counts.groups.${name}`)
    const { state, finding } = judgeAnswers(name, own as unknown as AnsweredCounts, 1 - 0.05 / names.length, limits)
    return state === 'fires' && finding !== undefined ? [finding] : []
  })
  const untouched = judgeUntouched(acceptedUntouched, untouchedThreshold, minimumSample)
  const findings = [...(whole.finding === undefined ? [] : [whole.finding]), ...slow, ...untouched]
  return ruleResult({
    detector: 'detectSlowResponse',
    subject: 'lead-response-attainment',
    state: slow.length + untouched.length > 0 ? 'fires' : whole.state,
    findings,
    ...(whole.evidence === undefined ? {} : { evidence: whole.evidence }),
    missing: [{ what: 'clocks', needed: 1, found: 0 }],
    comparisons: 1 + names.length,
    asOf,
    definition: { target, untouchedThreshold, minimumSample, criticalEffect },
  })
}

interface AnswersVerdict {
  state: SignalState
  evidence?: Finding['evidence']
  finding?: Finding
}

function judgeAnswers(
  subject: string,
  { met, breached }: AnsweredCounts,
  level: number,
  { target, criticalEffect }: { target: number; criticalEffect: number },
): AnswersVerdict {
  const sampleSize = met + breached
  if (sampleSize === 0) return { state: 'insufficient_data' }
  const upper = wilsonInterval({ successes: met, trials: sampleSize }, { level }).upper ?? 1
  const attainment = met / sampleSize
  const confirmed = reaches(target - upper, criticalEffect)
  const evidence = { attainment, upper, sampleSize, confirmed }
  if (reaches(attainment, target)) return { state: 'quiet', evidence }
  const fires = !reaches(upper, target)
  const severity = !fires ? 'info' : confirmed ? 'critical' : 'warning'
  const finding = { code: 'handoff.slow_response', severity, subject } as const
  return {
    state: fires ? 'fires' : 'watch',
    evidence,
    finding: { ...finding, since: null, evidence, method: 'rule', params: { target } },
  }
}

function judgeUntouched(counts: UntouchedCounts | undefined, threshold: number, minimumSample: number): Finding[] {
  if (counts === undefined) return []
  assertPlain(counts, 'counts.acceptedUntouched')
  const { untouched, accepted } = counts as unknown as UntouchedCounts
  assertCount(untouched, 'counts.acceptedUntouched.untouched')
  assertCount(accepted, 'counts.acceptedUntouched.accepted')
  if (untouched > accepted) {
    fail('COUNT_EXCEEDS_BASE', 'counts.acceptedUntouched.untouched', 'must not exceed accepted', untouched)
  }
  if (accepted < minimumSample || !reaches(untouched / accepted, threshold)) return []
  const evidence = { rate: untouched / accepted, sampleSize: accepted }
  const finding = { code: 'handoff.accepted_untouched', severity: 'warning', subject: 'all' } as const
  return [{ ...finding, since: null, evidence, method: 'rule', params: { threshold } }]
}

function assertAnswers(counts: Record<string, unknown>, path: string): void {
  assertCount(counts['met'], `${path}.met`)
  assertCount(counts['breached'], `${path}.breached`)
}

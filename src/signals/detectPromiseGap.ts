import type { Finding } from '../finding.js'
import { fail } from '../internal/fail.js'
import { assertCount, assertInteger, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { wilsonInterval } from '../statistics/wilsonInterval.js'
import { assertAsOf } from './assertAsOf.js'
import { assertOpenShare } from './assertOpenShare.js'
import { assertSize } from './assertSize.js'
import type { SignalResult } from './model.js'
import { reaches } from './reaches.js'
import { ruleResult } from './ruleResult.js'

/** Promises that were due. */
export interface KeepingCounts {
  /** Kept on time. */
  readonly onTime: number
  /** Due. */
  readonly due: number
}

/** Promises compared, and kept. */
export interface PromiseCounts {
  /** Groups of statements that can be compared. */
  readonly comparable: number
  /** Those of them that contradict each other. */
  readonly conflicting: number
  /** Promises kept on time; default not looked at. */
  readonly keeping?: KeepingCounts | undefined
}

/** Options of {@link detectPromiseGap}. */
export interface DetectPromiseGapOptions {
  /** Day of the verdict. */
  readonly asOf: Day
  /** Share of conflicts from which on they are a gap, in (0, 1); default 0.05. */
  readonly threshold?: number | undefined
  /** Groups, or due promises, that a verdict needs; default 20. */
  readonly minimumComparable?: number | undefined
  /** Share of promises to be kept on time, in (0, 1); default not judged. */
  readonly onTimeTarget?: number | undefined
  /** Distance of the bound from its limit that makes a gap critical, in shares; default 0.10. */
  readonly criticalEffect?: number | undefined
}

/**
 * Detects that teams promise different things, or that promises are not kept on time.
 *
 * Conflicts reach the threshold on the point: `watch`; their lower Wilson limit reaches it too: `fires`. Promises on time
 * stay below the target likewise, with the upper limit.
 *
 * @param counts - comparable and conflicting groups, promises on time and due
 * @param options - day of the verdict, threshold, target, minimum
 * @returns the verdict with shares and limits; `not_enough_data` when too few groups can be compared
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are in conflict than comparable, on time than due
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_OPTION, INVALID_DAY, INVALID_INPUT
 * @example
 * ```ts
 * import { detectPromiseGap } from 'retention-okr/signals'
 *
 * const signal = detectPromiseGap({ comparable: 100, conflicting: 15 }, { asOf: '2025-05-01' })
 * signal.state // => 'fires'
 * signal.evidence?.['lower'] // ≈ 0.0930599
 * detectPromiseGap({ comparable: 40, conflicting: 3 }, { asOf: '2025-05-01' }).state // => 'watch'
 * ```
 * @see Wilson 1927, Probable inference, the law of succession, and statistical inference
 * @since 0.1.0
 */
export function detectPromiseGap(counts: PromiseCounts, options: DetectPromiseGapOptions): SignalResult {
  assertKnownOptions(options, ['asOf', 'threshold', 'minimumComparable', 'onTimeTarget', 'criticalEffect'])
  const { asOf, threshold = 0.05, minimumComparable = 20, onTimeTarget, criticalEffect = 0.1 } = options
  assertAsOf(asOf)
  assertOpenShare(threshold, 'options.threshold')
  if (onTimeTarget !== undefined) assertOpenShare(onTimeTarget, 'options.onTimeTarget')
  assertInteger(minimumComparable, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumComparable')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  assertPlain(counts, 'counts')
  const { comparable, conflicting, keeping } = counts as unknown as PromiseCounts
  assertPart(conflicting, comparable, 'counts.conflicting', 'counts.comparable')
  if (keeping !== undefined) {
    assertPlain(keeping, 'counts.keeping')
    assertPart(keeping.onTime, keeping.due, 'counts.keeping.onTime', 'counts.keeping.due')
  }
  const limits = { minimumComparable, criticalEffect }
  const conflicts = comparable < minimumComparable ? undefined : judgeConflicts(counts, { ...limits, threshold })
  const isJudged = keeping !== undefined && onTimeTarget !== undefined && keeping.due >= minimumComparable
  const late = isJudged ? judgeKeeping(keeping, { ...limits, target: onTimeTarget }) : undefined
  const judged = [conflicts, late].filter((verdict) => verdict !== undefined)
  const findings = judged.flatMap(({ finding }) => (finding === undefined ? [] : [finding]))
  const isAlarm = findings.some(({ severity }) => severity !== 'info')
  const quiet = findings.length > 0 ? 'watch' : conflicts === undefined ? 'insufficient_data' : 'quiet'
  const [first] = judged
  return ruleResult({
    detector: 'detectPromiseGap',
    subject: 'promise-consistency',
    state: isAlarm ? 'fires' : quiet,
    findings,
    ...(first === undefined
      ? {}
      : { evidence: { ...(late === undefined ? {} : lateEvidence(late)), ...first.evidence } }),
    missing: [{ what: 'comparable', needed: minimumComparable, found: comparable }],
    comparisons: judged.length,
    asOf,
    definition: {
      threshold,
      ...limits,
      ...(onTimeTarget === undefined ? {} : { onTimeTarget }),
    },
  })
}

interface PartVerdict {
  evidence: Finding['evidence']
  finding?: Finding
}

function judgeConflicts(
  { comparable, conflicting }: PromiseCounts,
  { threshold, criticalEffect }: { threshold: number; criticalEffect: number },
): PartVerdict {
  const lower = wilsonInterval({ successes: conflicting, trials: comparable }).lower ?? 0
  const rate = conflicting / comparable
  const confirmed = reaches(lower - threshold, criticalEffect)
  const evidence = { rate, lower, confirmed, sampleSize: comparable }
  if (!reaches(rate, threshold)) return { evidence }
  const severity = !reaches(lower, threshold) ? 'info' : confirmed ? 'critical' : 'warning'
  const finding = { code: 'commitments.promise_conflict', severity, subject: 'promise-consistency' } as const
  return { evidence, finding: { ...finding, since: null, evidence, method: 'rule', params: { threshold } } }
}

function judgeKeeping(
  { onTime, due }: KeepingCounts,
  { target, criticalEffect }: { target: number; criticalEffect: number },
): PartVerdict {
  const upper = wilsonInterval({ successes: onTime, trials: due }).upper ?? 1
  const rate = onTime / due
  const confirmed = reaches(target - upper, criticalEffect)
  const evidence = { rate, upper, confirmed, sampleSize: due }
  if (reaches(rate, target)) return { evidence }
  const severity = reaches(upper, target) ? 'info' : confirmed ? 'critical' : 'warning'
  const finding = { code: 'commitments.late', severity, subject: 'commitment-fulfilment-rate' } as const
  return { evidence, finding: { ...finding, since: null, evidence, method: 'rule', params: { target } } }
}

/** The keeping beside the conflicts, under names of its own. */
function lateEvidence({ evidence }: PartVerdict): Finding['evidence'] {
  const { rate = null, upper = null, sampleSize = null } = evidence
  return { onTimeRate: rate, onTimeUpper: upper, due: sampleSize }
}

function assertPart(part: unknown, whole: unknown, partPath: string, wholePath: string): void {
  assertCount(part, partPath)
  assertCount(whole, wholePath)
  if (part > whole) fail('COUNT_EXCEEDS_BASE', partPath, `must not exceed ${wholePath}`, part)
}

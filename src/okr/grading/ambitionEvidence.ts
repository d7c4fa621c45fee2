import { compareDecimal, Decimal, toDecimal } from '../../internal/decimal.js'
import { assertArray, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import { exceeds } from '../forecast/predict.js'
import type { CommitmentKind, ScoreReason } from '../models/status.js'

/** Options of {@link ambitionEvidence}. */
export interface AmbitionEvidenceOptions {
  /** Probability that most targets are attained (default), or the share that was. */
  readonly rule?: 'posterior' | 'share' | undefined
}

/** A grade as the question of ambition needs it. */
export interface AmbitionGrade {
  /** What was promised; only aspirational grades count. */
  readonly commitment: CommitmentKind
  /** Final score; null when there is none. */
  readonly score: DecimalInput | null
}

/** Whether targets were too safe. */
export interface AmbitionEvidence {
  /** Aspirational grades with a score. */
  count: number
  /** Those at 1. */
  achieved: number
  /** Share at 1; null without grades. */
  share: number | null
  /** Probability that more than half of such targets are attained; null without grades. */
  probability: number | null
  /** Whether the targets were too safe. */
  tooSafe: boolean
  /** Why share and probability are null. */
  reason?: ScoreReason
}

/**
 * Tells whether aspirational targets were too safe.
 *
 * With k of n achieved, the probability of θ > 1/2 under Beta(k + 1, n − k + 1) is Σ_{j≤k} C(n + 1, j)/2^(n + 1); too
 * safe from 0.95. By share: from 3/4.
 *
 * @param grades - commitment and score of each key result
 * @param options - the rule
 * @returns share, probability and verdict; nulls with `empty_base` and not too safe without aspirational scores
 * @throws {@link RetentionOkrError} INVALID_NUMBER, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { ambitionEvidence } from 'retention-okr/okr'
 *
 * const grades = [1, 1, 1, '0.6'].map((score) => ({ commitment: 'aspirational' as const, score }))
 * ambitionEvidence(grades).probability // => 0.8125
 * ambitionEvidence(grades).tooSafe // => false
 * ```
 * @since 0.1.0
 */
export function ambitionEvidence(
  grades: readonly AmbitionGrade[],
  options: AmbitionEvidenceOptions = {},
): AmbitionEvidence {
  assertArray(grades, 'grades')
  assertKnownOptions(options, ['rule'])
  const { rule = 'posterior' } = options
  assertOneOf(rule, ['posterior', 'share'], 'options.rule')
  const scores = (grades as readonly AmbitionGrade[]).flatMap((grade, index) => {
    assertPlain(grade, `grades[${index}]`)
    const { commitment, score } = grade
    return commitment !== 'aspirational' || score === null ? [] : [toDecimal(score, `grades[${index}].score`)]
  })
  const count = scores.length
  const achieved = scores.filter((score) => compareDecimal(score, new Decimal(1)) >= 0).length
  if (count === 0) return { count, achieved, share: null, probability: null, tooSafe: false, reason: 'empty_base' }
  const [share, probability] = [achieved / count, probabilityOfMost(achieved, count)]
  const tooSafe = rule === 'share' ? 4 * achieved >= 3 * count : !exceeds(0.95, probability)
  return { count, achieved, share, probability, tooSafe }
}

/** Σ_{j≤k} C(n + 1, j)/2^(n + 1), in whole numbers until the last division. */
function probabilityOfMost(k: number, n: number): number {
  const draws = BigInt(n + 1)
  let [choices, sum] = [1n, 0n]
  for (let j = 0n; j <= BigInt(k); j += 1n) {
    sum += choices
    choices = (choices * (draws - j)) / (j + 1n)
  }
  return Number((sum << 1000n) >> draws) / 2 ** 1000
}

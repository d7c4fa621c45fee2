import { assertKnownOptions, assertLevel } from '../internal/guards.js'
import type { Reason } from '../measurement.js'
import { assertNpsAnswers } from './assertNpsAnswers.js'
import type { LevelOptions, NpsAnswers } from './model.js'
import { normalQuantile } from './normalQuantile.js'
import { npsMoments } from './npsMoments.js'

/** Options of {@link npsInterval}. */
export interface NpsIntervalOptions extends LevelOptions {}

/** A net promoter score with two intervals: the plain Wald one, and the adjusted one to use. */
export interface NpsEstimate {
  /** Promoters minus detractors per hundred answers, -100..100; null without answers. */
  nps: number | null
  /** Its standard error in points. */
  standardError: number | null
  /** Lower limit of the Wald interval, clipped. */
  waldLower: number | null
  /** Upper limit of the Wald interval, clipped. */
  waldUpper: number | null
  /** Lower limit of the adjusted interval. */
  lower: number
  /** Upper limit of the adjusted interval. */
  upper: number
  /** Two-sided confidence. */
  level: number
  /** How it was computed. */
  method: string
  /** Why the score is null. */
  reason?: Reason
}

/**
 * Gives the adjusted Wald interval of a net promoter score.
 *
 * Three quarters of an answer are added to promoters and detractors each, three answers to the base:
 * `100·(p' − d' ± z·sqrt((p' + d' − (p' − d')²)/(n + 3)))`, clipped to -100..100 and stretched to hold the score.
 *
 * @param answers - promoters, passives, detractors
 * @param options - confidence level
 * @returns the score in points with both intervals; null, reason `empty_base`, without answers
 * @throws {@link RetentionOkrError} INVALID_COUNT for counts that are none
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level outside (0, 1)
 * @example
 * ```ts
 * import { npsInterval } from 'retention-okr/statistics'
 *
 * const { nps, lower, upper } = npsInterval({ promoters: 200, passives: 120, detractors: 80 })
 * nps // => 30
 * lower // ≈ 22.1523
 * upper // ≈ 37.4011
 * ```
 * @see Rocks 2016, Interval estimation for the net promoter score
 * @since 0.1.0
 */
export function npsInterval(answers: NpsAnswers, options: NpsIntervalOptions = {}): NpsEstimate {
  assertNpsAnswers(answers, 'answers')
  assertKnownOptions(options, ['level'])
  const { promoters, passives, detractors } = answers
  const { level = 0.95 } = options
  assertLevel(level)
  const n = promoters + passives + detractors
  const z = normalQuantile((1 + level) / 2)
  const adjusted = limits(promoters + 0.75, detractors + 0.75, n + 3, z)
  const method = 'adjusted-wald'
  if (n === 0) {
    const wald = { nps: null, standardError: null, waldLower: null, waldUpper: null }
    return { ...wald, lower: clip(adjusted.lower), upper: clip(adjusted.upper), level, method, reason: 'empty_base' }
  }
  const nps = (100 * (promoters - detractors)) / n
  const wald = limits(promoters, detractors, n, z)
  return {
    nps,
    standardError: wald.standardError,
    waldLower: clip(nps - z * wald.standardError),
    waldUpper: clip(nps + z * wald.standardError),
    lower: Math.min(nps, clip(adjusted.lower)),
    upper: Math.max(nps, clip(adjusted.upper)),
    level,
    method,
  }
}

function limits(promoters: number, detractors: number, n: number, z: number) {
  const { nps, standardError } = npsMoments(promoters, detractors, n)
  return { standardError, lower: nps - z * standardError, upper: nps + z * standardError }
}

function clip(points: number): number {
  return Math.min(100, Math.max(-100, points))
}

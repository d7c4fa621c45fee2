import { assertKnownOptions, assertLevel, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Interval, Measurement } from '../../measurement.js'
import type { NpsAnswers } from '../../statistics/model.js'
import { normalQuantile } from '../../statistics/normalQuantile.js'
import { readCounts } from '../internal/readCounts.js'

/** Options of {@link npsChange}. */
export interface NpsChangeOptions {
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
  /** `'none'` switches the interval off. */
  readonly interval?: 'none' | undefined
}

/**
 * Gives the change of the net promoter score between two waves, in points.
 *
 * current − baseline; for the interval three eighths of an answer are added to promoters and detractors and three halves
 * to the answers of each wave; clipped to -200..200 and stretched to hold the change.
 *
 * @param waves - the answers of the earlier wave and of the later one
 * @param options - level, interval
 * @returns `nps-change` in points; null, reason `empty_base`, when one wave has no answers
 * @throws {@link RetentionOkrError} INVALID_INPUT, INVALID_COUNT, MISSING_COUNT, INVALID_OPTION
 * @example
 * ```ts
 * import { npsChange } from 'retention-okr/metrics'
 *
 * const baseline = { promoters: 120, passives: 50, detractors: 30 }
 * const change = npsChange({ baseline, current: { promoters: 140, passives: 40, detractors: 20 } })
 * change.value // => 15
 * change.interval?.lower ?? 0 // ≈ 1.1
 * ```
 * @see Rocks 2016, Interval estimation for the net promoter score
 * @since 0.1.0
 */
export function npsChange(
  waves: { readonly baseline: NpsAnswers; readonly current: NpsAnswers },
  options: NpsChangeOptions = {},
): Measurement {
  assertPlain(waves, 'waves')
  assertKnownOptions(options, ['level', 'interval'])
  const { level = 0.95, interval } = options
  assertLevel(level)
  if (interval !== undefined) assertOneOf(interval, ['none'], 'options.interval')
  const [baseline, current] = [waveOf(waves.baseline), waveOf(waves.current)]
  const common = { metric: 'nps-change', unit: 'points' as const, sampleSize: baseline.n + current.n }
  const definition = { caveats: [] }
  if (baseline.n === 0 || current.n === 0) return { ...common, value: null, reason: 'empty_base', definition }
  const value = current.score - baseline.score
  if (interval === 'none') return { ...common, value, definition }
  return { ...common, value, interval: limitsOf(value, baseline, current, level), definition }
}

interface Wave {
  n: number
  score: number
  adjustedScore: number
  variance: number
}

function waveOf(answers: NpsAnswers): Wave {
  const { promoters, passives, detractors } = readCounts(answers, ['promoters', 'passives', 'detractors'])
  const n = promoters + passives + detractors
  const [p, d] = [(promoters + 0.375) / (n + 1.5), (detractors + 0.375) / (n + 1.5)]
  return {
    n,
    score: n === 0 ? 0 : 100 * ((promoters - detractors) / n),
    adjustedScore: 100 * (p - d),
    variance: (10_000 * (p + d - (p - d) ** 2)) / (n + 1.5),
  }
}

function limitsOf(value: number, baseline: Wave, current: Wave, level: number): Interval {
  const middle = current.adjustedScore - baseline.adjustedScore
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(baseline.variance + current.variance)
  return {
    lower: Math.min(value, Math.max(-200, middle - half)),
    upper: Math.max(value, Math.min(200, middle + half)),
    level,
    method: 'adjusted-wald',
  }
}

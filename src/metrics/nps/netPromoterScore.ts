import { fail } from '../../internal/fail.js'
import { assertCount, assertInteger, assertKnownOptions, assertLevel, assertOneOf } from '../../internal/guards.js'
import type { Interval } from '../../measurement.js'
import type { NpsAnswers } from '../../statistics/model.js'
import { normalQuantile } from '../../statistics/normalQuantile.js'
import { readCounts } from '../internal/readCounts.js'
import type { NpsMeasurement } from './model.js'

/** Options of {@link netPromoterScore}. */
export interface NetPromoterScoreOptions {
  /** Customers or employees; default `'nps'`. */
  readonly kind?: 'nps' | 'enps' | undefined
  /** Two-sided confidence in (0, 1); default 0.95. */
  readonly level?: number | undefined
  /** Kind of interval, or none; default `'adjusted-wald'`. */
  readonly interval?: 'adjusted-wald' | 'wald' | 'none' | undefined
  /** Fewer answers give null; default 1, for employees 5 (anonymity). */
  readonly minimumResponses?: number | undefined
  /** Size of a finite population that was asked, at least the number of answers. */
  readonly population?: number | undefined
}

/** The names of the options, for the check of unknown ones. */
export const netPromoterScoreOptionNames = ['kind', 'level', 'interval', 'minimumResponses', 'population'] as const

/** A half width above so many points is a caveat. */
const widePoints = 10

/**
 * Gives the net promoter score of counted answers: `100 · (promoters − detractors) / answers`.
 *
 * The adjusted Wald interval adds three quarters of an answer to promoters and detractors each and three answers to the
 * base, is clipped to -100..100 and stretched to hold the score; for a finite population both distances shrink by
 * `sqrt((N − n) / (N − 1))`. A half width above 10 points is the caveat `wide_interval`.
 *
 * @param answers - promoters (9-10), passives (7-8), detractors (0-6)
 * @param options - kind, level, interval, fewest answers, population
 * @returns `net-promoter-score` (or `employee-net-promoter-score`) in points, -100..100, unrounded; null with
 * `empty_base` without answers, `insufficient_data` below `minimumResponses`
 * @throws {@link RetentionOkrError} INVALID_COUNT, MISSING_COUNT for the answers
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE for a population below the answers
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { netPromoterScore } from 'retention-okr/metrics'
 *
 * const score = netPromoterScore({ promoters: 140, passives: 40, detractors: 20 })
 * score.value // => 60
 * score.interval?.lower ?? 0 // ≈ 49.93
 * netPromoterScore({ promoters: 0, passives: 0, detractors: 0 }).reason // => 'empty_base'
 * ```
 * @see Reichheld 2003, The one number you need to grow; Rocks 2016, Interval estimation for the net promoter score
 * @since 0.1.0
 */
export function netPromoterScore(answers: NpsAnswers, options: NetPromoterScoreOptions = {}): NpsMeasurement {
  assertKnownOptions(options, netPromoterScoreOptionNames)
  const counts = readCounts(answers, ['promoters', 'passives', 'detractors'])
  const { promoters, passives, detractors } = counts
  const shares = { promoters, detractors, answers: promoters + passives + detractors }
  return { ...scoreOf(shares, shares.answers, shares.answers, options), ...counts }
}

/** Weighted or counted answers on each side. */
export interface NpsShares {
  promoters: number
  detractors: number
  answers: number
}

/** The score of weighted or counted answers, of which `sampleSize` were given and `effective` count in the interval. */
export function scoreOf(
  shares: NpsShares,
  sampleSize: number,
  effective: number,
  options: NetPromoterScoreOptions,
): Omit<NpsMeasurement, 'promoters' | 'passives' | 'detractors'> {
  const { kind = 'nps', level = 0.95, interval = 'adjusted-wald', population } = options
  const { minimumResponses = kind === 'enps' ? 5 : 1 } = options
  assertOneOf(kind, ['nps', 'enps'], 'options.kind')
  assertOneOf(interval, ['adjusted-wald', 'wald', 'none'], 'options.interval')
  assertLevel(level)
  assertInteger(minimumResponses, { minimum: 1, maximum: 36_600 }, 'options.minimumResponses')
  if (population !== undefined) {
    assertCount(population, 'options.population')
    if (population < sampleSize) {
      fail('COUNT_EXCEEDS_BASE', 'options.population', 'must hold the answers', population)
    }
  }
  const common = {
    metric: kind === 'nps' ? 'net-promoter-score' : 'employee-net-promoter-score',
    unit: 'points' as const,
    sampleSize,
  }
  const definition = { minimumResponses, ...(population === undefined ? {} : { population }) }
  if (sampleSize < minimumResponses || shares.answers === 0) {
    const reason =
      sampleSize === 0 ? 'empty_base' : sampleSize < minimumResponses ? 'insufficient_data' : 'zero_denominator'
    return { ...common, value: null, reason, definition: { ...definition, caveats: [] } }
  }
  const [p, d] = [shares.promoters / shares.answers, shares.detractors / shares.answers]
  const value = 100 * ((shares.promoters - shares.detractors) / shares.answers)
  if (interval === 'none') return { ...common, value, definition: { ...definition, caveats: [] } }
  const correction = population === undefined ? 1 : finiteCorrection(population, sampleSize)
  const limits = limitsOf(value, p, d, effective, { level, method: interval, correction })
  const isWide = (limits.upper - limits.lower) / 2 > widePoints
  return { ...common, value, interval: limits, definition: { ...definition, caveats: isWide ? ['wide_interval'] : [] } }
}

/** Nothing is left to chance when everybody answered. */
function finiteCorrection(population: number, answers: number): number {
  return population === 1 ? 0 : Math.sqrt((population - answers) / (population - 1))
}

interface LimitOptions {
  level: number
  method: 'adjusted-wald' | 'wald'
  correction: number
}

function limitsOf(value: number, p: number, d: number, n: number, options: LimitOptions): Interval {
  const { level, method, correction } = options
  const z = normalQuantile((1 + level) / 2)
  const added = method === 'wald' ? { side: 0, base: 0 } : { side: 0.75, base: 3 }
  const base = n + added.base
  const [promoters, detractors] = [(p * n + added.side) / base, (d * n + added.side) / base]
  const difference = promoters - detractors
  const half = 100 * z * Math.sqrt((promoters + detractors - difference ** 2) / base)
  const clip = (points: number): number => Math.min(100, Math.max(-100, points))
  const lower = Math.min(value, clip(100 * difference - half))
  const upper = Math.max(value, clip(100 * difference + half))
  return {
    lower: value - (value - lower) * correction,
    upper: value + (upper - value) * correction,
    level,
    method,
  }
}

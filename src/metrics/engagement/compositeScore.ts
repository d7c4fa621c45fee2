import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readInstant } from '../../calendar/readInstant.js'
import { compareDecimal, Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import { positiveZero } from '../../internal/positiveZero.js'
import type { Instant, Reason } from '../../measurement.js'
import { assignBand, type Band } from '../../statistics/assignBand.js'
import type { CompositeOverride, CompositeScore, ScoreComponent, ScoreGroup } from './model.js'
import { type ReadScore, readScores } from './readScores.js'

/** Options of {@link compositeScore}. */
export interface CompositeScoreOptions {
  /** Lowest and highest score of a part; default `[0, 100]`. */
  readonly scale?: readonly [minimum: number, maximum: number] | undefined
  /** Parts without a score: left out, filled with `neutralScore`, or with 0; default `'ignore'`. */
  readonly missing?: 'ignore' | 'neutral' | 'zero' | undefined
  /** What fills them when `missing` is `'neutral'`, on 0..100; default 50. */
  readonly neutralScore?: number | undefined
  /** Least share of the weight that must have a score, 0..1; default 0.5. */
  readonly minimumCoverage?: number | undefined
  /** Named ranges of 0..100, each beginning where the one before ends; default none. */
  readonly bands?: readonly Band[] | undefined
  /** Whether the upper end belongs to a band instead of the lower one; default false. */
  readonly upperInclusive?: boolean | undefined
  /** A score set by hand, while `asOf` is before its end. */
  readonly override?: CompositeOverride | undefined
  /** Instant of knowledge; required with `override`. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
}

const knownOptions = [
  'scale',
  'missing',
  'neutralScore',
  'minimumCoverage',
  'bands',
  'upperInclusive',
  'override',
  'asOf',
  'timeZone',
]

/**
 * Gives a weighted score of many parts, such as a customer health score, and how much of it is known.
 *
 * Scores are mapped from the scale to 0..100; `Σ wᵢ sᵢ / Σ wᵢ` over the parts with a score, in exact decimals; a group is
 * the weighted mean of its parts and then weighs as one. The coverage is the share of the weight with a score of its own,
 * however missing ones are filled. There is no interval: no sample was drawn.
 *
 * @param components - parts and groups of parts with their weights
 * @param options - scale, what becomes of missing parts, least coverage, bands, a score set by hand
 * @returns `composite-score` as a score 0..100, with coverage, contributions and band; null with `empty_base` without
 * parts, `zero_denominator` without weight, `insufficient_data` below the least coverage
 * @throws {@link RetentionOkrError} SCORE_OUT_OF_SCALE for a score outside the scale
 * @throws {@link RetentionOkrError} INVALID_WEIGHT for a negative weight
 * @throws {@link RetentionOkrError} INVALID_BANDS for bands with gaps or overlaps
 * @throws {@link RetentionOkrError} INVALID_INPUT, INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { compositeScore } from 'retention-okr/metrics'
 *
 * const health = compositeScore([
 *   { key: 'use', score: 80, weight: 40 },
 *   { key: 'support', score: 40, weight: 30 },
 *   { key: 'nps', score: null, weight: 20 },
 *   { key: 'pay', score: 100, weight: 10 },
 * ])
 * health.value // => 67.5
 * health.coverage // => 0.8
 * ```
 * @since 0.1.0
 */
export function compositeScore(
  components: readonly (ScoreComponent | ScoreGroup)[],
  options: CompositeScoreOptions = {},
): CompositeScore {
  assertKnownOptions(options, knownOptions)
  const { scale = [0, 100], missing = 'ignore', neutralScore = 50, minimumCoverage = 0.5 } = options
  assertOneOf(missing, ['ignore', 'neutral', 'zero'], 'options.missing')
  const neutral = readBounded(neutralScore, 100, 'options.neutralScore')
  const least = readBounded(minimumCoverage, 1, 'options.minimumCoverage')
  const fill = missing === 'ignore' ? undefined : missing === 'zero' ? new Decimal(0) : neutral
  const scores = readScores(components, scale, fill)
  const definition = {
    scale: scale.map(positiveZero),
    missing,
    ...(missing === 'neutral' ? { neutralScore: toDouble(neutral) } : {}),
    minimumCoverage: toDouble(least),
  }
  const override = activeOverride(options)
  if (override !== undefined) return overridden(override, definition, options)
  const known = scores.filter(({ isKnown }) => isKnown)
  const total = sumWeights(scores)
  const coverage = total.isZero() ? new Decimal(0) : sumWeights(known).dividedBy(total)
  const common = {
    metric: 'composite-score',
    unit: 'score' as const,
    sampleSize: known.length,
    coverage: toDouble(coverage),
    definition: { ...definition, caveats: [] },
  }
  const reason = reasonOf(scores, total, coverage, least)
  if (reason !== undefined) {
    // Broken bands are an error also while there is nothing to assign.
    if (options.bands !== undefined) bandOf(0, options)
    return { ...common, value: null, reason, contributions: [], ...(options.bands === undefined ? {} : { band: null }) }
  }
  const present = scores.filter((score): score is ReadScore & { score: Decimal } => score.score !== undefined)
  const weight = sumWeights(present)
  const points = present.map(({ key, weight: own, score }) => ({ key, points: own.times(score).dividedBy(weight) }))
  const sum = present.reduce((all, { weight: own, score }) => all.plus(own.times(score)), new Decimal(0))
  const value = toDouble(sum.dividedBy(weight))
  return {
    ...common,
    value,
    contributions: points.map((part) => ({ key: part.key, points: toDouble(part.points) })),
    ...(options.bands === undefined ? {} : { band: bandOf(value, options) }),
  }
}

function readBounded(value: unknown, maximum: number, path: string): Decimal {
  const read = toDecimal(value, path, 'INVALID_OPTION')
  if (read.lessThan(0) || read.greaterThan(maximum)) {
    fail('INVALID_OPTION', path, `must be from 0 to ${maximum}`, toDouble(read))
  }
  return read
}

function sumWeights(scores: readonly { weight: Decimal }[]): Decimal {
  return scores.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0))
}

function reasonOf(
  scores: readonly ReadScore[],
  total: Decimal,
  coverage: Decimal,
  minimumCoverage: Decimal,
): Reason | undefined {
  if (scores.length === 0) return 'empty_base'
  if (total.isZero()) return 'zero_denominator'
  const isEnough = !coverage.isZero() && compareDecimal(coverage, minimumCoverage) >= 0
  return isEnough ? undefined : 'insufficient_data'
}

function bandOf(value: number, { bands = [], upperInclusive }: CompositeScoreOptions): string | null {
  return assignBand(value, { bands, upperInclusive })
}

/** A score set by hand, with its end in UTC, while it holds. */
interface ActiveOverride {
  score: number
  until: string
  reason: string
  asOf: string
  timeZone: string
}

function activeOverride({ override, asOf, timeZone = 'UTC' }: CompositeScoreOptions): ActiveOverride | undefined {
  assertTimeZone(timeZone)
  if (override === undefined) return undefined
  assertKnownOptions(override, ['score', 'until', 'reason'], 'options.override')
  const { score, reason } = override
  if (typeof score !== 'number' || !(score >= 0 && score <= 100)) {
    fail('SCORE_OUT_OF_SCALE', 'options.override.score', 'must be from 0 to 100', score)
  }
  if (typeof reason !== 'string') fail('INVALID_OPTION', 'options.override.reason', 'must be text', reason)
  const at = readAsOf(asOf, timeZone)
  const until = readInstant(override.until, timeZone, 'options.override.until')
  if (at >= until) return undefined
  return { score, until: new Date(until).toISOString(), reason, asOf: new Date(at).toISOString(), timeZone }
}

function overridden(
  { asOf, timeZone, ...override }: ActiveOverride,
  definition: object,
  options: CompositeScoreOptions,
): CompositeScore {
  return {
    metric: 'composite-score',
    value: positiveZero(override.score),
    unit: 'score',
    sampleSize: 0,
    coverage: 1,
    contributions: [],
    ...(options.bands === undefined ? {} : { band: bandOf(override.score, options) }),
    overridden: true,
    definition: { ...definition, override, asOf, timeZone, caveats: [] },
  }
}

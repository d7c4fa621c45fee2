import { assertKnownOptions, assertLevel, assertPlain } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import type { Reason } from '../measurement.js'
import { assertNpsAnswers } from './assertNpsAnswers.js'
import type { LevelOptions, NpsAnswers, Pair } from './model.js'
import { normalQuantile } from './normalQuantile.js'
import { npsMoments } from './npsMoments.js'
import { twoSidedNormal } from './twoSidedNormal.js'

/** Options of {@link npsDifferenceTest}. */
export interface NpsDifferenceTestOptions extends LevelOptions {}

/** Result of {@link npsDifferenceTest}. */
export interface NpsDifference {
  /** First score minus second score in points; null without answers on one side. */
  difference: number | null
  /** Its plain standard error in points. */
  standardError: number | null
  /** Score of the plain difference; null when both standard errors are 0. */
  zWald: number | null
  /** Two-sided p-value of zWald. */
  pWald: number | null
  /** Score after the adjustment. */
  z: number | null
  /** Two-sided p-value of z. */
  p: number | null
  /** Lower limit of the adjusted interval, in points. */
  lower: number | null
  /** Upper limit of the adjusted interval, in points. */
  upper: number | null
  /** Two-sided confidence. */
  level: number
  /** How it was computed. */
  method: string
  /** Why there is no difference. */
  reason?: Reason
}

/** Added to promoters and to detractors of each sample; four times as much to its answers. */
const added = 3 / 8

/**
 * Compares two net promoter scores.
 *
 * The plain score divides the difference by the root of both squared standard errors; the one to use first adds 3/8 of
 * an answer to promoters and detractors of each sample and 3/2 to its answers, which keeps the size at scores near the
 * ends of the scale.
 *
 * @param samples - answers of the first and of the second, which is subtracted
 * @param options - confidence level
 * @returns difference in points with scores, p-values and limits in -200..200; all null, reason `empty_base`, when one
 * sample has no answers
 */
export function npsDifferenceTest(samples: Pair<NpsAnswers>, options: NpsDifferenceTestOptions = {}): NpsDifference {
  assertPlain(samples, 'samples')
  assertNpsAnswers(samples.first, 'samples.first')
  assertNpsAnswers(samples.second, 'samples.second')
  assertKnownOptions(options, ['level'])
  const { level = 0.95 } = options
  assertLevel(level)
  const { first, second } = samples
  const method = 'adjusted-wald'
  if (answersOf(first) === 0 || answersOf(second) === 0) {
    const nothing = { difference: null, standardError: null, zWald: null, pWald: null, z: null, p: null }
    return { ...nothing, lower: null, upper: null, level, method, reason: 'empty_base' }
  }
  const plain = compare(first, second, 0)
  const adjusted = compare(first, second, added)
  const zWald = plain.standardError === 0 ? null : positiveZero(plain.difference / plain.standardError)
  const z = positiveZero(adjusted.difference / adjusted.standardError)
  const width = normalQuantile((1 + level) / 2) * adjusted.standardError
  return {
    difference: plain.difference,
    standardError: plain.standardError,
    zWald,
    pWald: zWald === null ? null : twoSidedNormal(zWald),
    z,
    p: twoSidedNormal(z),
    lower: Math.max(-200, adjusted.difference - width),
    upper: Math.min(200, adjusted.difference + width),
    level,
    method,
  }
}

function answersOf({ promoters, passives, detractors }: NpsAnswers): number {
  return promoters + passives + detractors
}

function compare(first: NpsAnswers, second: NpsAnswers, extra: number) {
  const [one, two] = [first, second].map((answers) =>
    npsMoments(answers.promoters + extra, answers.detractors + extra, answersOf(answers) + 4 * extra),
  ) as [ReturnType<typeof npsMoments>, ReturnType<typeof npsMoments>]
  return {
    difference: positiveZero(one.nps - two.nps),
    standardError: Math.hypot(one.standardError, two.standardError),
  }
}

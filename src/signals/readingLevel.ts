import { fail } from '../internal/fail.js'
import { assertProportion } from '../statistics/assertProportion.js'
import { assertRate } from '../statistics/assertRate.js'
import type { NpsAnswers } from '../statistics/model.js'
import { normalTail } from '../statistics/normalTail.js'
import { npsInterval } from '../statistics/npsInterval.js'
import { poissonInterval } from '../statistics/poissonInterval.js'
import { poissonTails } from '../statistics/poissonTails.js'
import { wilsonInterval } from '../statistics/wilsonInterval.js'

// Two one-sided bounds of 95 %.
const level = 0.9

/** A level reading judged against its threshold. */
export interface JudgedLevel {
  /** The figure. */
  value: number
  /** Lower one-sided bound of 95 %. */
  lower: number
  /** Upper one-sided bound of 95 %. */
  upper: number
  /** The threshold. */
  threshold: number
  /** Answers, trials or events. */
  sampleSize: number
  /** One-sided p of lying above the threshold. */
  pAbove: number
  /** One-sided p of lying below the threshold. */
  pBelow: number
}

/** A reading below its minimum. */
export interface ShortReading {
  /** How much a verdict needs. */
  needed: number
  /** How much there was. */
  found: number
}

/** The figure of an NPS against a threshold in points. */
export function judgeNps(answers: NpsAnswers, threshold: number): JudgedLevel | ShortReading {
  const { nps, lower, upper } = npsInterval(answers, { level })
  const { promoters, passives, detractors } = answers
  const n = promoters + passives + detractors
  if (nps === null || n < 10) return { needed: 10, found: n }
  const [p, d] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)]
  const z = (100 * (p - d) - threshold) / (100 * Math.sqrt((p + d - (p - d) ** 2) / (n + 3)))
  return { value: nps, lower, upper, threshold, sampleSize: n, pAbove: normalTail(z), pBelow: normalTail(-z) }
}

/** A share against a threshold in 0..1. */
export function judgeShare(
  successes: number,
  trials: number,
  threshold: number,
  path: string,
): JudgedLevel | ShortReading {
  assertProportion({ successes, trials }, path)
  const { estimate, lower, upper } = wilsonInterval({ successes, trials }, { level })
  if (estimate === null || trials < 30) return { needed: 30, found: trials }
  const z = (estimate - threshold) / Math.sqrt((threshold * (1 - threshold)) / trials)
  return {
    value: estimate,
    lower: lower as number,
    upper: upper as number,
    threshold,
    sampleSize: trials,
    pAbove: normalTail(z),
    pBelow: normalTail(-z),
  }
}

/** A rate against a threshold above 0. */
export function judgeRate(
  count: number,
  exposure: number,
  threshold: number,
  path: string,
): JudgedLevel | ShortReading {
  assertRate({ count, exposure }, path)
  if (exposure === 0) return { needed: 1, found: 0 }
  const { rate, lower, upper } = poissonInterval({ count, exposure }, { level })
  const { point, less, greater } = poissonTails(count, threshold * exposure)
  return {
    value: rate as number,
    lower,
    upper: upper as number,
    threshold,
    sampleSize: exposure,
    pAbove: greater - point / 2,
    pBelow: less - point / 2,
  }
}

/** A threshold within the range of its kind. */
export function assertThreshold(
  value: unknown,
  kind: 'answers' | 'share' | 'rate',
  path: string,
): asserts value is number {
  const known = typeof value === 'number' && Number.isFinite(value)
  const inside =
    known &&
    (kind === 'answers' ? value >= -100 && value <= 100 : kind === 'share' ? value > 0 && value < 1 : value > 0)
  if (!inside) fail('INVALID_OPTION', path, 'must be a threshold within the range of the metric', value)
}

import { Decimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { DecimalInput, Interval } from '../../measurement.js'
import { wilsonInterval } from '../../statistics/wilsonInterval.js'
import { type ConfidenceBand, confidenceBand } from '../check-ins/confidenceBand.js'
import type { ScoreReason } from '../models/status.js'
import { readLevel } from '../readLevel.js'
import { readShare } from '../readShare.js'

/** Options of {@link confidenceCalibration}. */
export interface ConfidenceCalibrationOptions {
  /** Two-sided confidence of the intervals, in (0, 1); default 0.95. */
  readonly level?: DecimalInput | undefined
}

/** A stated confidence and what came of it. */
export interface ConfidenceOutcome {
  /** Probability of attaining that was stated, 0 to 1. */
  readonly confidence: DecimalInput
  /** Whether it was attained. */
  readonly attained: boolean
}

/** How well stated confidences agree with what came. */
export interface ConfidenceCalibration {
  /** Mean of (confidence − outcome)²: 0 is perfect, 0.25 what a coin scores; null without history. */
  brierScore: number | null
  /** Why it is null. */
  reason?: ScoreReason
  /** Confidences. */
  sampleSize: number
  /** Their mean. */
  meanConfidence: number | null
  /** Share attained. */
  attainedShare: number | null
  /** The same by band of confidence, low first; bands without a confidence are left out. */
  bands: CalibrationBand[]
}

/** Confidences of one band and what came of them. */
export interface CalibrationBand {
  /** The band. */
  band: ConfidenceBand
  /** Confidences. */
  sampleSize: number
  /** Their mean. */
  meanConfidence: number
  /** Share attained. */
  attainedShare: number
  /** Wilson interval of that share. */
  interval: Interval
}

/**
 * Tells how well the confidences that people stated agree with what came: Brier score and reliability by band.
 *
 * Stated confidences are not altered by it.
 *
 * @param history - confidences and outcomes
 * @param options - level of the intervals
 * @returns the score, means and bands; nulls with `empty_base` without history
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a confidence outside 0 to 1, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { confidenceCalibration } from 'retention-okr/okr'
 *
 * const history = [{ confidence: '0.9', attained: true }, { confidence: '0.6', attained: false }]
 * confidenceCalibration(history).brierScore // => 0.185
 * ```
 * @see Brier 1950, Verification of forecasts expressed in terms of probability
 * @since 0.1.0
 */
export function confidenceCalibration(
  history: readonly ConfidenceOutcome[],
  options: ConfidenceCalibrationOptions = {},
): ConfidenceCalibration {
  assertArray(history, 'history')
  assertKnownOptions(options, ['level'])
  const level = readLevel(options.level ?? 0.95)
  const outcomes = history.map((outcome: ConfidenceOutcome, index) => readOutcome(outcome, `history[${index}]`))
  const whole = summaryOf(outcomes)
  if (whole === null) {
    return {
      brierScore: null,
      reason: 'empty_base',
      sampleSize: 0,
      meanConfidence: null,
      attainedShare: null,
      bands: [],
    }
  }
  const errors = outcomes.map(({ confidence, attained }) => confidence.minus(attained ? 1 : 0).pow(2))
  const bands = (['low', 'medium', 'high'] as const).flatMap((band) => {
    const inside = outcomes.filter((outcome) => outcome.band === band)
    const summary = summaryOf(inside)
    if (summary === null) return []
    const successes = inside.filter(({ attained }) => attained).length
    const { lower, upper, method } = wilsonInterval({ successes, trials: inside.length }, { level })
    return [{ band, ...summary, interval: { lower: lower ?? 0, upper: upper ?? 1, level, method } }]
  })
  return { brierScore: meanOf(errors), ...whole, bands }
}

interface Outcome {
  confidence: Decimal
  attained: boolean
  band: ConfidenceBand
}

function readOutcome(outcome: ConfidenceOutcome, path: string): Outcome {
  assertPlain(outcome, path)
  const { attained } = outcome
  if (typeof attained !== 'boolean') fail('INVALID_INPUT', `${path}.attained`, 'must be true or false', attained)
  const confidence = readShare(outcome.confidence, `${path}.confidence`)
  return { confidence, attained, band: confidenceBand(outcome.confidence) }
}

function summaryOf(outcomes: readonly Outcome[]) {
  if (outcomes.length === 0) return null
  return {
    sampleSize: outcomes.length,
    meanConfidence: meanOf(outcomes.map(({ confidence }) => confidence)),
    attainedShare: outcomes.filter(({ attained }) => attained).length / outcomes.length,
  }
}

function meanOf(values: readonly Decimal[]): number {
  return toDouble(values.reduce((sum, value) => sum.plus(value), new Decimal(0)).div(values.length))
}

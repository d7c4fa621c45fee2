import { fail } from '../internal/fail.js'
import { assertFinite, assertInteger, assertKnownOptions, assertPlain } from '../internal/guards.js'
import { assertFrom } from './assertFrom.js'
import { incompleteBeta } from './special/incompleteBeta.js'

/** The gaps of one customer up to the last event, and the silence since. */
export interface Silence {
  /** Gaps between past events, from 1. */
  pastGaps: number
  /** What they add up to, above 0, in any unit of time. */
  totalTime: number
  /** Time since the last event, from 0, in the same unit. */
  elapsed: number
}

/** Options of {@link silenceProbability}. */
export interface SilenceProbabilityOptions {
  /** Regularity of the gaps, above 0: 1 for events by chance, more for regular ones; default 1. */
  readonly shape?: number | undefined
}

/** Result of {@link silenceProbability}. */
export interface SilenceResult {
  /** Mean of the past gaps. */
  meanGap: number
  /** The silence over the mean gap. */
  ratio: number
  /** Probability of a silence that long from a customer who has not changed. */
  p: number
}

/**
 * Says how unusual the silence of one customer is by that customer's own gaps.
 *
 * With k gaps of a gamma law, r = silence/mean gap has `P(F(2s, 2ks) > r) = I_(k/(k + r))(ks, s)`, s the shape.
 *
 * @param silence - past gaps, their sum and the silence
 * @param options - regularity of the gaps, from {@link pooledGapShape}
 * @returns mean gap, ratio and probability in 0..1; 1 for no silence
 */
export function silenceProbability(silence: Silence, options: SilenceProbabilityOptions = {}): SilenceResult {
  assertPlain(silence, 'silence')
  assertKnownOptions(options, ['shape'])
  const { pastGaps, totalTime, elapsed } = silence
  const { shape = 1 } = options
  const countable = { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }
  assertInteger(pastGaps, countable, 'silence.pastGaps', 'INVALID_COUNT')
  assertFinite(totalTime, 'silence.totalTime')
  if (totalTime <= 0) fail('INVALID_NUMBER', 'silence.totalTime', 'must be above 0', totalTime)
  assertFinite(elapsed, 'silence.elapsed')
  if (elapsed < 0) fail('INVALID_NUMBER', 'silence.elapsed', 'must not be negative', elapsed)
  assertFrom(shape, 'options.shape', false)
  const meanGap = totalTime / pastGaps
  const ratio = elapsed / meanGap
  const p = elapsed === 0 ? 1 : incompleteBeta(pastGaps / (pastGaps + ratio), pastGaps * shape, shape)
  return { meanGap, ratio, p }
}

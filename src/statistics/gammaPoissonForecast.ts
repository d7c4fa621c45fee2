import { fail } from '../internal/fail.js'
import { assertCount, assertFinite, assertPlain } from '../internal/guards.js'
import { incompleteBeta } from './special/incompleteBeta.js'

/** What is known of a rate before its own events: a gamma law. */
interface RatePrior {
  /** Events that it is worth, above 0. */
  shape: number
  /** Exposure that it is worth, from 0. */
  rate: number
}

/** The history of one customer and the window looked at. */
export interface ForecastData {
  /** Prior of the customer's rate. */
  prior: RatePrior
  /** Events so far. */
  count: number
  /** Time that they took, from 0. */
  exposure: number
  /** Length of the window, from 0, in the same unit. */
  window: number
  /** Events seen in the window. */
  windowCount: number
}

/** Result of {@link gammaPoissonForecast}. */
export interface RateForecast {
  /** Mean of the rate after the history. */
  posteriorMean: number
  /** Expected events in the window. */
  expected: number
  /** Probability of at most as many as were seen. */
  pAtMost: number
  /** Probability of at least as many as were seen. */
  pAtLeast: number
}

/**
 * Forecasts the events of one customer in a window from the customer's history and a prior.
 *
 * After the history the rate is gamma with shape a = prior shape + events and rate b = prior rate + exposure; the events
 * of the window are negative binomial: `P(N ≤ n) = I_p(a, n + 1)`, p = b/(b + window).
 *
 * @param data - prior, history and window
 * @returns mean of the rate, expected events, and the probabilities of as few and as many as were seen
 */
export function gammaPoissonForecast(data: ForecastData): RateForecast {
  assertPlain(data, 'data')
  assertPlain(data.prior, 'data.prior')
  const { prior, count, exposure, window, windowCount } = data
  assertFinite(prior.shape, 'data.prior.shape')
  if (prior.shape <= 0) fail('INVALID_NUMBER', 'data.prior.shape', 'must be above 0', prior.shape)
  assertNotNegative(prior.rate, 'data.prior.rate')
  assertCount(count, 'data.count')
  assertNotNegative(exposure, 'data.exposure')
  assertNotNegative(window, 'data.window')
  assertCount(windowCount, 'data.windowCount')
  const shape = prior.shape + count
  const rate = prior.rate + exposure
  if (rate === 0) fail('INVALID_INPUT', 'data.exposure', 'must be above 0 when the rate of the prior is 0', exposure)
  const posteriorMean = shape / rate
  const share = rate / (rate + window)
  return {
    posteriorMean,
    expected: posteriorMean * window,
    pAtMost: window === 0 ? 1 : incompleteBeta(share, shape, windowCount + 1),
    pAtLeast: atLeast(share, shape, windowCount),
  }
}

function atLeast(share: number, shape: number, windowCount: number): number {
  if (windowCount === 0) return 1
  return share === 1 ? 0 : incompleteBeta(share, shape, windowCount, true)
}

function assertNotNegative(value: unknown, path: string): void {
  assertFinite(value, path)
  if (value < 0) fail('INVALID_NUMBER', path, 'must not be negative', value)
}

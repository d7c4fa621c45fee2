import { assertKnownOptions, assertOneOf } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import { assertValues, maximumPairedValues } from './assertValues.js'
import type { Values } from './model.js'
import { type Observed, observedValues } from './observedValues.js'

/** Options of {@link trendOnset}. */
export interface TrendOnsetOptions {
  /** Which way the slope runs. */
  readonly direction: 'down' | 'up'
}

/** Result of {@link trendOnset}. */
export interface TrendOnset {
  /** First period on the slope; null without one. */
  index: number | null
  /** Slope per period from there on. */
  slope: number
  /** Sum of squares about the level and the slope. */
  sse: number
}

/**
 * Dates the begin of a slope: a level first, from period c on a line.
 *
 * Least squares of `a + b max(0, t − c + 1)` for c = 1..T−3, b held to the direction; the c of the smallest sum of
 * squares. The date is rough: at 0.4 of the noise a period it lies within two periods in two cases of three.
 *
 * @param values - one value a period, null where missing
 * @param options - direction of the slope
 * @returns first period on the slope, null when no c runs that way
 */
export function trendOnset(values: Values, options: TrendOnsetOptions): TrendOnset {
  assertValues(values, 'values', maximumPairedValues)
  assertKnownOptions(options, ['direction'])
  assertOneOf(options.direction, ['down', 'up'], 'options.direction')
  const observed = observedValues(values)
  const mean = average(observed.values)
  const sse = observed.values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  let best: TrendOnset = { index: null, slope: 0, sse }
  for (let onset = 1; onset <= values.length - 3; onset++) {
    const fitted = fitHinge(observed, onset, mean)
    if (fitted === null || (options.direction === 'down' ? fitted.slope >= 0 : fitted.slope <= 0)) continue
    if (fitted.sse < best.sse * (1 - 1e-12)) best = { index: onset, ...fitted }
  }
  return best
}

/** Least squares on the hinge; null when no observed period lies on the slope, or all do alike. */
function fitHinge({ values, indices }: Observed, onset: number, mean: number): Omit<TrendOnset, 'index'> | null {
  const hinge = indices.map((index) => Math.max(0, index - onset + 1))
  const center = average(hinge)
  let products = 0
  let squares = 0
  hinge.forEach((x, position) => {
    products += (x - center) * ((values[position] as number) - mean)
    squares += (x - center) ** 2
  })
  if (squares === 0) return null
  const slope = products / squares
  const sse = values.reduce(
    (sum, value, position) => sum + (value - mean - slope * ((hinge[position] as number) - center)) ** 2,
    0,
  )
  return { slope: positiveZero(slope), sse }
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import { assertFrom } from './assertFrom.js'
import { assertNumbers } from './assertNumbers.js'
import { maximumValues } from './assertValues.js'
import { createSortedWindow } from './createSortedWindow.js'

/** Options of {@link hampelFilter}. */
export interface HampelFilterOptions {
  /** Values on either side that a value is compared with, from 1; default 3. */
  readonly halfWindow?: number | undefined
  /** Distance from the median in robust standard deviations above which a value is an outlier, from 0; default 3. */
  readonly threshold?: number | undefined
}

/** Result of {@link hampelFilter}. */
export interface HampelResult {
  /** Indices of the outliers. */
  outliers: number[]
  /** The values with outliers replaced by the median of their window. */
  filtered: number[]
}

/** Standard deviation of a normal law in units of its median absolute deviation: 1/Φ⁻¹(3/4). */
const deviationsOfMad = 1.4826022185056018

/**
 * Marks values that stand out from their neighbours (Hampel filter).
 *
 * A value is an outlier when it lies more than `threshold` times 1.4826 median absolute deviations from the median of the
 * window around it, which is cut at the ends. It is for proposing what to exclude; as an alarm it is poor (2.5 to 11 %
 * false alarms a look).
 *
 * @param values - numbers in order of time, without gaps
 * @param options - width of the window and threshold
 * @returns indices of the outliers and the series without them
 * @throws {@link RetentionOkrError} INVALID_INPUT for a null among the values, INVALID_NUMBER for NaN and infinity
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option out of range, TOO_LARGE above a million values
 * @example
 * ```ts
 * import { hampelFilter } from 'retention-okr/statistics'
 *
 * const { outliers, filtered } = hampelFilter([10, 11, 10, 50, 11, 10, 12, 11], { halfWindow: 2 })
 * outliers // => [3]
 * filtered[3] // => 11
 * ```
 * @see Hampel 1974, The influence curve and its role in robust estimation
 * @since 0.1.0
 */
export function hampelFilter(values: readonly number[], options: HampelFilterOptions = {}): HampelResult {
  assertNumbers(values, 'values', maximumValues)
  assertKnownOptions(options, ['halfWindow', 'threshold'])
  const { halfWindow = 3, threshold = 3 } = options
  assertInteger(halfWindow, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.halfWindow')
  assertFrom(threshold, 'options.threshold', true)
  const window = createSortedWindow(Math.min(values.length, 2 * halfWindow + 1))
  let [start, end] = [0, 0]
  const outliers: number[] = []
  const filtered = values.map((value, index) => {
    while (end <= Math.min(values.length - 1, index + halfWindow)) {
      // The oldest value leaves before a new one comes in: the window never holds more than its width.
      if (start < index - halfWindow) window.remove(values[start++] as number)
      window.add(values[end++] as number)
    }
    if (start < index - halfWindow) window.remove(values[start++] as number)
    const median = window.median()
    const deviation = window.medianDistance(median)
    if (Math.abs(value - median) <= threshold * deviationsOfMad * deviation) return positiveZero(value)
    outliers.push(index)
    return positiveZero(median)
  })
  return { outliers, filtered }
}

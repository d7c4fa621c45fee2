import { fail } from '../internal/fail.js'
import { assertArray, assertKnownOptions, assertOneOf } from '../internal/guards.js'

/** Options of {@link adjustPValues}. */
export interface AdjustPValuesOptions {
  /** False discoveries (`benjamini-hochberg`) or any false alarm at all (`holm`); default the first. */
  readonly method?: 'benjamini-hochberg' | 'holm' | undefined
}

/** Result of {@link adjustPValues}. */
export interface AdjustedPValues {
  /** Adjusted p-values in the order of the input, 0..1. */
  adjusted: number[]
}

/**
 * Adjusts p-values for their number.
 *
 * Benjamini-Hochberg: `min over k ≥ i of p₍k₎ m/k`; Holm: `max over k ≤ i of p₍k₎ (m − k + 1)`, in ascending order and
 * capped at 1. The first for lists to look through, the second when one flag triggers an action.
 *
 * @param pValues - p-values in 0..1
 * @param options - method
 * @returns adjusted p-values in the order given; none for an empty list
 * @throws {@link RetentionOkrError} INVALID_OPTION for a p-value outside 0..1 or an unknown method
 * @example
 * ```ts
 * import { adjustPValues } from 'retention-okr/statistics'
 *
 * adjustPValues([0.01, 0.01, 0.01, 0.04], { method: 'holm' }).adjusted // => [0.04, 0.04, 0.04, 0.04]
 * adjustPValues([0.02, 0.04]).adjusted // => [0.04, 0.04]
 * ```
 * @see Benjamini and Hochberg 1995, Controlling the false discovery rate; Holm 1979, A simple sequentially rejective
 * multiple test procedure
 * @since 0.1.0
 */
export function adjustPValues(pValues: readonly number[], options: AdjustPValuesOptions = {}): AdjustedPValues {
  assertArray(pValues, 'pValues')
  assertKnownOptions(options, ['method'])
  const { method = 'benjamini-hochberg' } = options
  assertOneOf(method, ['benjamini-hochberg', 'holm'], 'options.method')
  pValues.forEach((p, index) => {
    if (!(p >= 0 && p <= 1)) fail('INVALID_OPTION', `pValues[${index}]`, 'must be from 0 to 1', p)
  })
  const ascending = pValues.map((_, index) => index).sort((a, b) => (pValues[a] as number) - (pValues[b] as number))
  const adjusted = new Array<number>(pValues.length)
  if (method === 'holm') holm(pValues, ascending, adjusted)
  else benjaminiHochberg(pValues, ascending, adjusted)
  return { adjusted }
}

function benjaminiHochberg(pValues: readonly number[], ascending: readonly number[], adjusted: number[]): void {
  let smallest = 1
  for (let rank = ascending.length; rank >= 1; rank--) {
    const index = ascending[rank - 1] as number
    smallest = Math.min(smallest, ((pValues[index] as number) * ascending.length) / rank)
    adjusted[index] = smallest
  }
}

function holm(pValues: readonly number[], ascending: readonly number[], adjusted: number[]): void {
  let largest = 0
  ascending.forEach((index, rank) => {
    largest = Math.max(largest, (pValues[index] as number) * (ascending.length - rank))
    adjusted[index] = Math.min(1, largest)
  })
}

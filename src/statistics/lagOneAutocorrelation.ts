import type { Observed } from './observedValues.js'

/** Lag-1 autocorrelation about the mean; only neighbouring periods enter the numerator. */
export function lagOneAutocorrelation({ values, indices }: Observed): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let products = 0
  let squares = 0
  values.forEach((value, position) => {
    squares += (value - mean) ** 2
    if (position > 0 && indices[position] === (indices[position - 1] as number) + 1) {
      products += (value - mean) * ((values[position - 1] as number) - mean)
    }
  })
  return squares === 0 ? 0 : products / squares
}

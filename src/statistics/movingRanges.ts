import type { Values } from './model.js'

/** Mean of the moving range of two normal values in units of their standard deviation: 2/√π. */
export const movingRangeMean = 1.1283791670955126

/** Upper limit of a moving range in units of their mean: 1 + 3 √(2 − 4/π)/(2/√π). */
export const movingRangeLimit = 3.2665319192886013

/** Distances between neighbouring periods that are both there. */
export function movingRanges(values: Values): number[] {
  return values.flatMap((value, index) => {
    const before = index === 0 ? null : values[index - 1]
    return value === null || before === null || before === undefined ? [] : [Math.abs(value - before)]
  })
}

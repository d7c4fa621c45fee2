import type { PurchaseModel } from './models/models.js'
import type { Patterns } from './patternsOf.js'

/** Where a fit begins and what it holds for likely, in log-parameters; times in the unit of the patterns. */
export interface FitPlan {
  /** The starts. */
  readonly starts: number[][]
  /** Means of the weak priors. */
  readonly priorMeans: number[]
  /** The middle of what a parameter may be: 0, and the longest age for a time. */
  readonly center: number[]
}

/** The plan of a model over patterns of a longest age. */
export function fitPlan(name: PurchaseModel['name'], patterns: Patterns, longest: number): FitPlan {
  const logLongest = Math.log(longest)
  if (name === 'pareto-nbd') {
    return {
      starts: [[-0.5, logLongest - 1.3, -0.5, logLongest - 1.2]],
      priorMeans: [-0.5, logLongest - 1.3, -0.5, logLongest - 1.2],
      center: [0, logLongest, 0, logLongest],
    }
  }
  const [meanAge, meanFrequency] = [meanOf(patterns.ageDays, patterns), meanOf(patterns.frequency, patterns)]
  return {
    starts: [
      [0, Math.log(meanAge / Math.max(0.2, meanFrequency)), 0, Math.log(2)],
      [Math.log(0.3), Math.log(longest / 6), Math.log(0.5), 0],
    ],
    priorMeans: [Math.log(0.6), Math.log(longest / 6), 0, 0.7],
    center: [0, logLongest, 0, 0],
  }
}

function meanOf(values: readonly number[], { customers }: Patterns): number {
  let sum = 0
  let total = 0
  values.forEach((value, row) => {
    sum += value * (customers[row] ?? 0)
    total += customers[row] ?? 0
  })
  return sum / total
}

import { fitLimits } from './fitLimits.js'
import type { Objective, Summit } from './maximise.js'
import { nbdLikelihood } from './nbdLikelihood.js'
import type { Patterns } from './patternsOf.js'
import { searchAll } from './searchAll.js'

/** The model without dropout, in the logarithms of r and alpha. */
export function searchNbd(
  patterns: Patterns,
  customers: number,
  longest: number,
  maximumIterations: number,
): Summit | null {
  const likelihood = nbdLikelihood(patterns)
  const logLongest = Math.log(longest)
  const objective: Objective = (point) => {
    const { value, gradient } = likelihood(point)
    return { value: value / customers, gradient: gradient.map((slope) => slope / customers) }
  }
  const bounds = {
    maximumIterations,
    lowest: [-fitLimits.reach, logLongest - fitLimits.reach],
    highest: [fitLimits.reach, logLongest + fitLimits.reach],
  }
  return searchAll(objective, [[Math.log(0.5), logLongest]], bounds).summit
}

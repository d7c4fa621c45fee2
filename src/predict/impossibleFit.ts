import type { ImpossibleFit } from './models/fit.js'
import { type FitFacts, unsearched } from './unsearched.js'

/** The result for data that cannot answer, without priors. */
export function impossibleFit<Reason extends string>(reason: Reason, facts: FitFacts): ImpossibleFit<Reason> {
  return { status: 'insufficient_data', model: null, reason, diagnostics: unsearched(facts, 'none', []) }
}

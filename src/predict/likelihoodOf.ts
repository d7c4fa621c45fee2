import { dropoutLikelihood } from './dropoutLikelihood.js'
import type { Objective } from './maximise.js'
import type { PurchaseModel } from './models/models.js'
import { paretoLikelihood } from './paretoLikelihood.js'
import type { Patterns } from './patternsOf.js'

/** The log-likelihood of a model over patterns, at the logarithms of its parameters. */
export function likelihoodOf(name: PurchaseModel['name'], patterns: Patterns): Objective {
  if (name === 'pareto-nbd') return paretoLikelihood(patterns)
  return dropoutLikelihood(patterns, name === 'mbg-nbd' ? 1 : 0)
}

import type { PurchaseModel } from './models/models.js'

const ofDropout = ['r', 'alpha', 'a', 'b'] as const
const ofPareto = ['r', 'alpha', 's', 'beta'] as const

/** The names of the parameters of a purchase model. */
export function parameterNames(name: PurchaseModel['name']): typeof ofDropout | typeof ofPareto {
  return name === 'pareto-nbd' ? ofPareto : ofDropout
}

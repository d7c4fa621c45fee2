import { dropoutLaw } from './dropoutLaw.js'
import type { PurchaseModel } from './models/models.js'
import { paretoLaw } from './paretoLaw.js'
import type { PurchaseLaw } from './purchaseLaw.js'

/** The functions of a model. */
export function lawOf(model: PurchaseModel): PurchaseLaw {
  return model.name === 'pareto-nbd' ? paretoLaw(model) : dropoutLaw(model)
}

import { assertColumnTally } from '../tally/assertColumnTally.js'
import type { RenewalCounts } from '../tally/columnTallies.js'
import { assertRenewalModel } from './assertRenewalModel.js'
import type { RenewalModel } from './models/models.js'
import { renewalTerms } from './renewalTerms.js'

/** Log-likelihood of sBG over pooled renewals. */
export function renewalLogLikelihood(counts: RenewalCounts, options: { readonly model: RenewalModel }): number {
  assertRenewalModel(options.model)
  assertColumnTally(counts, 'counts')
  return renewalTerms(counts, options.model.parameters).value + 0
}

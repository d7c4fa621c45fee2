import type { RenewalCounts } from '../tally/columnTallies.js'
import type { RenewalParameters } from './models/models.js'

/** The log-likelihood of renewals under sBG, and its derivatives by the logarithms of the parameters. */
export function renewalTerms(
  { kept, lost }: Pick<RenewalCounts, 'kept' | 'lost'>,
  { alpha, beta }: RenewalParameters,
): { value: number; gradient: [alpha: number, beta: number] } {
  let [value, byAlpha, byBeta] = [0, 0, 0]
  for (let passed = 0; passed < kept.length; passed += 1) {
    const [stayed, left] = [kept[passed] ?? 0, lost[passed] ?? 0]
    const [hold, all] = [beta + passed, alpha + beta + passed]
    value += left * Math.log(alpha / all) + stayed * Math.log(hold / all)
    byAlpha += left / alpha - (left + stayed) / all
    byBeta += stayed / hold - (left + stayed) / all
  }
  return { value, gradient: [byAlpha * alpha, byBeta * beta] }
}

import type { Patterns } from './patternsOf.js'

const fewCustomers = 200
const fewRepeaters = 50
const longEnough = 3

/** What is to be said of the data of a fit, whatever its result. */
export function fitWarnings(patterns: Patterns, customers: number, repeaters: number, longest: number): string[] {
  const warnings: string[] = []
  if (customers < fewCustomers) warnings.push('few_customers')
  if (repeaters < fewRepeaters) warnings.push('few_repeaters')
  if (longest < longEnough * medianGap(patterns, repeaters)) warnings.push('short_observation')
  return warnings
}

/** The median over the customers with a repeat purchase of their mean gap between purchases. */
function medianGap({ frequency, ageAtLastPurchaseDays, customers }: Patterns, repeaters: number): number {
  const weights = new Map<number, number>()
  frequency.forEach((x, row) => {
    const gap = (ageAtLastPurchaseDays[row] ?? 0) / x
    if (x > 0) weights.set(gap, (weights.get(gap) ?? 0) + (customers[row] ?? 0))
  })
  const gaps = Float64Array.from(weights.keys()).sort()
  let seen = 0
  for (const [index, gap] of gaps.entries()) {
    seen += weights.get(gap) ?? 0
    if (seen > repeaters / 2) return gap
    if (seen === repeaters / 2) return (gap + (gaps[index + 1] ?? gap)) / 2
  }
  return 0
}

import { type Figures, geometricMean, ratiosOf } from './figures.js'
import type { Task } from './model.js'

/** What the ratios peer / ours are to reach, from rows to one measure. */
const goals = {
  trusted: [
    { peer: 'duckdb', mean: 4, each: 2 },
    { peer: 'script', mean: 10, each: 2 },
  ],
  check: [{ peer: 'duckdb', mean: 1, each: 1 }],
} as const

/** Prints each goal with what was measured; whether all are met. */
export function meetsGoals(figures: ReadonlyMap<Task, ReadonlyMap<string, Figures>>, ids: string): boolean {
  let isGood = true
  for (const { peer, mean, each } of ids === 'check' ? goals.check : goals.trusted) {
    const ratios = ratiosOf(figures, peer)
    if (ratios.size === 0) continue
    const measured = geometricMean(ratios.values())
    const below = [...ratios].filter(([, ratio]) => ratio < each).map(([task, ratio]) => `${task} ${ratio.toFixed(2)}`)
    const isMet = measured >= mean && below.length === 0
    isGood = isGood && isMet
    const told = below.length === 0 ? 'none below' : `below: ${below.join(', ')}`
    console.log(
      `goal ${isMet ? 'met' : 'NOT met'}: ${peer}, ids ${ids}: mean ${measured.toFixed(2)} (>= ${mean}), each >= ${each}, ${told}`,
    )
  }
  console.log()
  return isGood
}

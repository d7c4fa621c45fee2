import type { Patterns } from './patternsOf.js'

/** For each j from 0, the customers with more than j repeat purchases; patterns are sorted by frequency. */
export function customersWithMore({ frequency, customers }: Patterns): number[] {
  const largest = frequency.at(-1) ?? 0
  const more = new Array<number>(largest).fill(0)
  frequency.forEach((x, row) => {
    if (x > 0) more[x - 1] = (more[x - 1] ?? 0) + (customers[row] ?? 0)
  })
  for (let j = largest - 2; j >= 0; j -= 1) more[j] = (more[j] ?? 0) + (more[j + 1] ?? 0)
  return more
}

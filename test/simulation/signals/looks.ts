import { type Draws, drawsOf } from '../draws.js'
import { seedOf } from './createTable.js'

/** The numbers of a world that is not a plain row. */
export function drawsFor(name: string): Draws {
  return drawsOf(seedOf(name))
}

/** Median of the looks at which something was found; the look after the last one when half of them never do. */
export function middleLook(firsts: readonly number[], looks: number): number {
  const sorted = [...firsts].sort((a, b) => a - b)
  return Math.min(looks + 1, sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN)
}

/** The value below which so large a share of a list lies. */
export function quantileOf(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

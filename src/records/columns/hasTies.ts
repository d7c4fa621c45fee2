import { nobody } from './limits.js'

/** So many steps from where a row belongs to where it lies are too many: then ties are looked for in another way. */
const mostSteps = 64

/**
 * Whether two rows are of one respondent and instant, by a table over both; of nobody known there are no ties.
 *
 * May also say so of rows that lie badly in the table: whoever asks looks closer.
 */
export function hasTies(respondent: Uint32Array, at: Float64Array): boolean {
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * respondent.length + 2)))
  const mask = table.length - 1
  for (let row = 0; row < respondent.length; row += 1) {
    const [code, instant] = [respondent[row] ?? nobody, at[row] ?? 0]
    if (code === nobody) continue
    let slot = hashOf(code, instant) & mask
    let steps = 0
    for (let other = table[slot] ?? 0; other !== 0; other = table[slot] ?? 0) {
      steps += 1
      if (steps > mostSteps || (respondent[other - 1] === code && at[other - 1] === instant)) return true
      slot = (slot + 1) & mask
    }
    table[slot] = row + 1
  }
  return false
}

function hashOf(code: number, instant: number): number {
  const seconds = Math.floor(instant / 1000)
  const mixed = Math.imul(code, 0x9e3779b1) ^ Math.imul(seconds | 0, 0x85ebca6b) ^ Math.imul(instant % 1000, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

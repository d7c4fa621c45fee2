import { compareCodeUnits } from '../internal/compareCodeUnits.js'

/** The three known names nearest to a text, by the fewest edits. */
export function nearestNames(text: string, known: readonly string[]): string[] {
  return known
    .map((name) => ({ name, edits: editDistance(text, name) }))
    .sort((a, b) => a.edits - b.edits || compareCodeUnits(a.name, b.name))
    .slice(0, 3)
    .map(({ name }) => name)
}

/** Letters to insert, delete or replace (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let index = 1; index <= from.length; index += 1) {
    const next = [index]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] as number) + (from[index - 1] === to[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[column] as number) + 1, (next[column - 1] as number) + 1))
    }
    row = next
  }
  return row[to.length] as number
}

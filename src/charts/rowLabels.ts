import { shortLabel } from './shortLabel.js'

/** Labels of rows, in order: equal ones are made unique with ` (2)`, ` (3)`, since a scale knows rows by label. */
export function rowLabels(names: readonly string[]): string[] {
  const used = new Map<string, number>()
  return names.map((name) => {
    const label = shortLabel(name)
    let count = (used.get(label) ?? 0) + 1
    let unique = count === 1 ? label : `${label} (${count})`
    while (count > 1 && used.has(unique)) {
      count += 1
      unique = `${label} (${count})`
    }
    used.set(label, count)
    if (unique !== label) used.set(unique, 1)
    return unique
  })
}

/** Counts of records left out, by reason. */
export interface Exclusions {
  /** Counts one record. */
  add(reason: string): void
  /** The counts above 0 in order of reason; undefined when there are none. */
  result(): Record<string, number> | undefined
}

/** A counter of records left out. */
export function createExclusions(): Exclusions {
  const counts = new Map<string, number>()
  return {
    add: (reason) => {
      counts.set(reason, (counts.get(reason) ?? 0) + 1)
    },
    result: () =>
      counts.size === 0 ? undefined : Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** Counts of records left out, by reason. */
export interface Exclusions {
  /** Counts one record, or so many of them. */
  add(reason: string, records?: number): void
  /** The counts above 0 in order of reason; undefined when there are none. */
  result(): Record<string, number> | undefined
}

/** A counter of records left out. */
export function createExclusions(): Exclusions {
  const counts = new Map<string, number>()
  return {
    add: (reason, records = 1) => {
      if (records > 0) counts.set(reason, (counts.get(reason) ?? 0) + records)
    },
    result: () =>
      counts.size === 0 ? undefined : Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

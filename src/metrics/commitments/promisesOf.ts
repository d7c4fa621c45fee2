import type { CommitmentRow } from './commitmentRules.js'
import type { CommitmentCounts } from './model.js'

/** One promise: a commitment, or the commitments of one group. */
export interface Promised {
  at: number
  segment: string | undefined
  /** The counts that it adds 1 to. */
  counts: readonly (keyof CommitmentCounts)[]
}

/** The promises of commitments; a group has the latest date, the segment of its lowest id, and is as good as its worst. */
export function promisesOf(rows: readonly CommitmentRow[]): Promised[] {
  const groups = new Map<string, CommitmentRow['row'][]>()
  for (const { key, row } of rows) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()].map((group) => {
    const lowest = group.reduce((a, b) => (b.id < a.id ? b : a))
    return {
      at: group.reduce((latest, { at }) => Math.max(latest, at), Number.NEGATIVE_INFINITY),
      segment: lowest.segment,
      counts: countsOf(group),
    }
  })
}

function countsOf(group: readonly CommitmentRow['row'][]): (keyof CommitmentCounts)[] {
  if (!group.every(({ isDue }) => isDue)) return ['pending']
  const reached = (['onTime', 'inFull', 'fulfilled'] as const).filter((name) => group.every((row) => row[name]))
  const isKept = reached.includes('onTime') && reached.includes('inFull')
  return ['due', ...(isKept ? (['kept'] as const) : []), ...reached]
}

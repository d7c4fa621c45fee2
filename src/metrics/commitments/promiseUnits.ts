import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import type { CommitmentCounts } from './model.js'
import type { PromiseRow } from './readPromises.js'

/** One promise: a record, or all records of a group. */
export type PromiseUnit = Omit<PromiseRow, 'id' | 'key'>

/** Puts the records of a group together: due, kept and so on when all are, due when the last is. */
export function promiseUnits(rows: readonly PromiseRow[]): PromiseUnit[] {
  const groups = new Map<string, PromiseRow[]>()
  for (const row of rows) {
    const group = groups.get(row.key)
    if (group === undefined) groups.set(row.key, [row])
    else group.push(row)
  }
  return [...groups.values()].map((group) => {
    const [first] = [...group].sort((a, b) => compareCodeUnits(a.id, b.id))
    return {
      segment: first?.segment,
      at: group.reduce((latest, { at }) => Math.max(latest, at), Number.NEGATIVE_INFINITY),
      isDue: group.every(({ isDue }) => isDue),
      onTime: group.every(({ onTime }) => onTime),
      inFull: group.every(({ inFull }) => inFull),
      fulfilled: group.every(({ fulfilled }) => fulfilled),
    }
  })
}

/** Counts of promises, kept when on time and in full. */
export function countUnits(units: readonly PromiseUnit[]): CommitmentCounts {
  const counts = emptyCommitments()
  for (const { isDue, onTime, inFull, fulfilled } of units) {
    if (!isDue) {
      counts.pending += 1
      continue
    }
    counts.due += 1
    if (onTime && inFull) counts.kept += 1
    if (onTime) counts.onTime += 1
    if (inFull) counts.inFull += 1
    if (fulfilled) counts.fulfilled += 1
  }
  return counts
}

/** Counts of nothing. */
export function emptyCommitments(): CommitmentCounts {
  return { due: 0, kept: 0, onTime: 0, inFull: 0, fulfilled: 0, pending: 0 }
}

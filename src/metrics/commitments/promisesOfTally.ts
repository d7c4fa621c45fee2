import type { Tally } from '../../tally/model.js'
import { cellsInside } from '../internal/cellsInside.js'
import type { CommitmentCounts } from './model.js'
import { emptyCommitments, type PromiseUnit, promiseUnits } from './promiseUnits.js'
import type { PromiseRow } from './readPromises.js'

/** Groups of a tally keyed by group. */
export function unitsOfTally(tally: Tally<object>): PromiseUnit[] {
  const rows = tally.cells.flatMap(({ key = '', rows: own = [] }) =>
    own.map((row) => ({ segment: undefined, ...row, key }) as unknown as PromiseRow),
  )
  return promiseUnits(rows)
}

/** The counts of the cells inside a period, by segment; every segment of the tally is there. */
export function countsOfTally(
  tally: Tally<object>,
  period: { start: number; end: number } | undefined,
): Map<string | undefined, CommitmentCounts> {
  const sums = new Map(tally.cells.map(({ segment }) => [segment, emptyCommitments()]))
  for (const { segment, counts } of cellsInside(tally, period)) {
    const [sum, own] = [sums.get(segment), counts as CommitmentCounts | undefined]
    if (sum === undefined || own === undefined) continue
    for (const count of Object.keys(sum) as (keyof CommitmentCounts)[]) sum[count] += own[count]
  }
  return sums
}

import { readInstant } from '../../calendar/readInstant.js'
import { fail } from '../../internal/fail.js'
import type { Tally } from '../../tally/model.js'
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

/** The counts of the cells inside a period, by segment; one that sticks out cannot be divided. */
export function countsOfTally(
  tally: Tally<object>,
  period: { start: number; end: number } | undefined,
): Map<string | undefined, CommitmentCounts> {
  const sums = new Map<string | undefined, CommitmentCounts>()
  for (const { period: name, segment, counts } of tally.cells) {
    const sum = sums.get(segment) ?? emptyCommitments()
    sums.set(segment, sum)
    if (period !== undefined && !isInside(name, period)) continue
    const own = counts as CommitmentCounts | undefined
    for (const count of Object.keys(sum) as (keyof CommitmentCounts)[]) sum[count] += own?.[count] ?? 0
  }
  return sums
}

function isInside(name: string | undefined, period: { start: number; end: number }): boolean {
  if (name === undefined) {
    fail('TALLY_MISMATCH', 'source.cells', 'must have periods to be divided by period', 'cells of all time')
  }
  const [start = 0, end = 0] = name.split('/').map((bound) => readInstant(bound, 'UTC', 'source.cells'))
  if (end <= period.start || start >= period.end) return false
  if (start < period.start || end > period.end) {
    fail('TALLY_MISMATCH', 'options.period', 'must not cut a cell', 'a period that cuts a cell')
  }
  return true
}

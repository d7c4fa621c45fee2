import type { Periods } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { CountTally, DeclaredPart, Tally } from '../../tally/model.js'
import { cellsInside } from '../internal/cellsInside.js'
import { countTally } from '../internal/countTally.js'
import type { OpenedSource } from '../internal/openSource.js'
import type { CommitmentRow, CommitmentShape } from './commitmentRules.js'
import { emptyCommitments } from './emptyCommitments.js'
import type { CommitmentCounts } from './model.js'
import { promisesOf } from './promisesOf.js'

/** Counts of promises per period of their due date and segment, from rows or from the counts of a tally. */
export function countPromises(
  source: object,
  opened: OpenedSource<CommitmentRow, CommitmentShape>,
  rules: { kind: string; periods: Periods; partition?: DeclaredPart | undefined },
): CountTally<CommitmentCounts> {
  const counted = isTally(source) && opened.shape.unit === 'commitment' ? source : undefined
  const promises = promisesOf(opened.rows)
  return countTally<CommitmentCounts>(opened, {
    ...rules,
    segments: counted?.cells.map(({ segment }) => segment) ?? opened.rows.map(({ row }) => row.segment),
    empty: emptyCommitments,
    add: (period, countsOf) => {
      for (const { segment, counts } of counted === undefined ? [] : cellsInside(counted, period)) {
        addCounts(countsOf(segment), counts)
      }
      // A promise that is due later in a running period is pending, not unknown.
      for (const { at, segment, counts } of promises) {
        if (at < period.start || at >= period.end) continue
        for (const name of counts) countsOf(segment)[name] += 1
      }
    },
  })
}

/** Adds the counts of a cell. */
function addCounts(sum: CommitmentCounts, counts: Tally<object>['cells'][number]['counts']): void {
  const known = counts as Partial<CommitmentCounts> | undefined
  for (const name of Object.keys(sum) as (keyof CommitmentCounts)[]) sum[name] += known?.[name] ?? 0
}

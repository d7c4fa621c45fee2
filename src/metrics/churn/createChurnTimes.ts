import { grown } from '../../internal/grown.js'
import type { VisitPayingTime } from '../../records/createPayingTimeReader.js'
import type { SpanOptions } from '../../records/options.js'
import type { Terms } from '../../records/payingTime.js'
import { type SpanList, spanList } from '../../records/spanList.js'
import type { CountTally } from '../../tally/model.js'
import { createCustomerCells } from '../internal/createCustomerCells.js'
import { createPayingTimes, type PayingTimes, piecesOfRow, setSpansOfCell } from '../internal/createPayingTimes.js'
import type { CutPeriod } from '../internal/periodCells.js'
import { createChurnCells, type LossCause } from './createChurnCells.js'
import type { ChurnCounts } from './model.js'

/** How paying time becomes spans. */
export interface SpanRule {
  readonly spans: SpanOptions
  readonly timeZone: string
}

/** The paying time of customers, as it comes, and what is counted of it. */
export interface ChurnTimes {
  add: VisitPayingTime
  /** All that was added; may be called once. */
  finish(): CollectedTimes
}

/** Paying time by customer and segment. */
export interface CollectedTimes {
  /** Calls a function with the united spans of each customer, one list for all of them, and the customer's place. */
  forEach(rule: SpanRule, visit: (spans: SpanList, cell: number) => void): void
  /** The counts of periods, a cell a period and segment, or a period when segments do not matter. */
  count(
    periods: readonly CutPeriod[],
    rule: SpanRule & { readonly bySegment: boolean },
  ): CountTally<ChurnCounts>['cells']
}

const causes = ['unknown', 'voluntary', 'involuntary', 'completed'] as const satisfies readonly LossCause[]

/** Collects paying time: 21 bytes and the id a subscription; terms and pauses, being few, beside. */
export function createChurnTimes(): ChurnTimes {
  const cells = createCustomerCells()
  const times = createPayingTimes()
  let cause = new Uint8Array(1024)
  const terms = new Map<number, Terms>()
  return {
    add: (time, segment) => {
      const row = times.add(cells.codeOf(time.customerId, segment), time)
      cause = grown(cause, row)
      cause[row] = Math.max(0, causes.indexOf(time.reason as LossCause))
      if (time.terms !== undefined) terms.set(row, time.terms)
    },
    finish: () => {
      const grouped = times.group(cells.size())
      const forEach: CollectedTimes['forEach'] = (rule, visit) => {
        const list = spanList()
        for (let cell = 0; cell < grouped.cells; cell += 1) {
          setSpansOfCell(list, grouped, cell, rule)
          visit(list, cell)
        }
      }
      return {
        forEach,
        count: (periods, rule) => {
          const names = rule.bySegment ? cells.segments() : [undefined]
          const placeOf = (cell: number): number => (rule.bySegment ? cells.placeOf(cell) : 0)
          const counted = createChurnCells(periods, names.length, { withCauses: true })
          let current = 0
          const causeBefore = (until: number): LossCause => causeOf(grouped, cause, current, until)
          forEach(rule, (spans, cell) => {
            current = cell
            counted.add(placeOf(cell), spans, causeBefore)
          })
          for (const [row, ended] of terms) {
            for (const { endsAt, renewed } of ended) counted.addTerm(placeOf(grouped.cell[row] ?? 0), endsAt, renewed)
          }
          return counted.finish(names, rule.timeZone)
        },
      }
    },
  }
}

/** The end reason of the subscription whose paying time ended last before an instant; a pause has none. */
function causeOf(times: PayingTimes, cause: Uint8Array, cell: number, until: number): LossCause {
  const { rows, bounds, ids } = times
  let [lastEnd, lastId, last]: [number, string, number] = [Number.NEGATIVE_INFINITY, '', 0]
  for (let at = bounds[cell] ?? 0; at < (bounds[cell + 1] ?? 0); at += 1) {
    const row = rows[at] ?? 0
    const id = ids[row] ?? ''
    for (const { end, paused } of piecesOfRow(times, row)) {
      if (end >= until || end < lastEnd || (end === lastEnd && id >= lastId)) continue
      lastEnd = end
      lastId = id
      last = paused ? 0 : (cause[row] ?? 0)
    }
  }
  return causes[last] ?? 'unknown'
}

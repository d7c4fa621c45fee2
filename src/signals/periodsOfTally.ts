import { dayNumber } from '../calendar/dayNumber.js'
import { readInstant } from '../calendar/readInstant.js'
import { fail } from '../internal/fail.js'
import type { Day } from '../measurement.js'
import { isTally } from '../tally/isTally.js'
import type { Tally, TallyCell } from '../tally/model.js'

/** The cells of one period of a tally. */
export interface TalliedPeriod<Counts extends object> {
  /** First day. */
  start: Day
  cells: readonly (TallyCell<Counts> & { counts: Counts })[]
}

/** The periods of a tally of a kind in order, and how many are not over at a day. */
export function periodsOfTally<Counts extends object>(
  tally: Tally<Counts>,
  { kind, asOf, path }: { kind: string; asOf: Day; path: string },
): { periods: TalliedPeriod<Counts>[]; incomplete: number } {
  if (!isTally(tally) || tally.kind !== kind)
    fail('INVALID_INPUT', path, `must be a list or a tally of kind ${kind}`, tally)
  const { cells, definition } = tally as unknown as Tally<Counts>
  const known = (definition as { asOf?: unknown } | undefined)?.asOf
  const knownUntil =
    known === undefined ? Number.POSITIVE_INFINITY : readInstant(known, 'UTC', `${path}.definition.asOf`)
  const periods = new Map<string, TalliedPeriod<Counts> & { isOver: boolean }>()
  cells.forEach((cell, index) => {
    const { start, end, period, counts } = cell
    if (start === undefined || end === undefined || period === undefined || counts === undefined) {
      fail('INVALID_INPUT', `${path}.cells[${index}]`, 'must have a period with its days, and counts', 'cell')
    }
    // A period that ran on when the records were counted is not over, whatever the day of the verdict.
    const ending = readInstant(period.split('/')[1], 'UTC', `${path}.cells[${index}].period`)
    const isOver = dayNumber(end) <= dayNumber(asOf) && ending <= knownUntil
    const own = periods.get(`${start}/${end}`)
    const cellOf = { ...cell, counts }
    periods.set(`${start}/${end}`, { start, isOver, cells: [...(own?.cells ?? []), cellOf] })
  })
  const sorted = [...periods].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, period]) => period)
  return { periods: sorted.filter(({ isOver }) => isOver), incomplete: sorted.filter(({ isOver }) => !isOver).length }
}

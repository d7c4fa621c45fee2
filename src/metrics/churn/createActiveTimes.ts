import { addLocalDays } from '../../calendar/addLocalDays.js'
import { addSpan, spanList, spansOf } from '../../records/spanList.js'
import { uniteSpans } from '../../records/uniteSpans.js'
import type { CountedRows } from '../../tally/countedRows.js'
import { createInstantGroups } from '../../tally/createInstantGroups.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import type { CustomerTime } from './customerTime.js'

/** The spans of customers from their activity, as it comes. */
export interface ActiveTimes {
  add(customerId: Key, at: number): void
  /** Adds all that count of columns. */
  addRows(rows: CountedRows): void
  /** The spans of each customer; may be called once. */
  finish(): CustomerTime[]
}

/** The general way: each event keeps a customer for so many local days; spans that touch are one. */
export function createActiveTimes(
  customers: Keys,
  segment: string | undefined,
  { inactiveDays, timeZone }: { inactiveDays: number; timeZone: string },
): ActiveTimes {
  const groups = createInstantGroups()
  return {
    add: (customerId, at) => groups.add(customers.codeOf(customerId), at),
    addRows: groups.addRows,
    finish: () => {
      const instantsOf = groups.group(customers.texts.length)
      const list = spanList()
      return customers.texts.flatMap((customerId, code) => {
        const instants = instantsOf(code)
        // Columns also name customers without an event.
        if (instants.length === 0) return []
        list.length = 0
        for (const at of instants) addSpan(list, at, addLocalDays(at, inactiveDays, timeZone))
        uniteSpans(list, {}, timeZone)
        return { segment, customerId, spans: spansOf(list) }
      })
    },
  }
}

import { addLocalDays } from '../../calendar/addLocalDays.js'
import { readInstant } from '../../calendar/readInstant.js'
import { assertInteger, assertOneOf } from '../../internal/guards.js'
import type { Instant } from '../../measurement.js'
import type { ComplaintRow } from './complaintRules.js'

/** When a complaint repeats another. */
export interface RecurrenceOptions {
  /** Local days to look back from a complaint, 1 to 36,600; default 90. */
  readonly lookbackDays?: number | undefined
  /** What makes complaints of one matter; default customer and category. */
  readonly key?: 'customer-category' | 'customer' | 'category' | undefined
  /** First instant of complete history; one that does not reach back far enough is the caveat `short_history`. */
  readonly historyStart?: Instant | undefined
}

/** The names of the options of recurrence. */
export const recurrenceOptionNames = ['lookbackDays', 'key', 'historyStart'] as const

/** A complaint and whether it repeats an earlier one. */
interface Complaint {
  at: number
  customer: string
  segment: string | undefined
  hasCategory: boolean
  isRecurring: boolean
}

/** The options of recurrence with their defaults. */
export interface Recurrence {
  complaints: Complaint[]
  definition: { lookbackDays: number; key: 'customer-category' | 'customer' | 'category'; historyStart?: string }
}

/** Every complaint, recurring when the one before it on the same matter lies within the look-back. */
export function recurringOf(rows: readonly ComplaintRow[], options: RecurrenceOptions, timeZone: string): Recurrence {
  const { lookbackDays = 90, key = 'customer-category', historyStart } = options
  assertInteger(lookbackDays, { minimum: 1, maximum: 36_600 }, 'options.lookbackDays')
  assertOneOf(key, ['customer-category', 'customer', 'category'], 'options.key')
  const history = historyStart === undefined ? undefined : readInstant(historyStart, timeZone, 'options.historyStart')
  const latest = new Map<string, number>()
  const complaints = [...rows].sort(byInstant).map(({ key: customer, row }) => {
    const matter = matterOf(customer, row.category, key)
    const before = matter === undefined ? undefined : latest.get(matter)
    if (matter !== undefined) latest.set(matter, row.at)
    return {
      at: row.at,
      customer,
      segment: row.segment,
      hasCategory: row.category !== undefined,
      isRecurring: before !== undefined && before >= addLocalDays(row.at, -lookbackDays, timeZone),
    }
  })
  return {
    complaints,
    definition: {
      lookbackDays,
      key,
      ...(history === undefined ? {} : { historyStart: new Date(history).toISOString() }),
    },
  }
}

/** Order of complaints: instant, then id. */
function byInstant({ row: a }: ComplaintRow, { row: b }: ComplaintRow): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1)
}

/** The matter of a complaint; a missing category equals nothing, not even another missing one. */
function matterOf(customer: string, category: string | undefined, key: Recurrence['definition']['key']) {
  if (key === 'customer') return customer
  if (category === undefined) return undefined
  return key === 'category' ? category : JSON.stringify([customer, category])
}

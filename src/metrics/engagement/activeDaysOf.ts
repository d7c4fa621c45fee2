import { dayFromNumber, dayNumber } from '../../calendar/dayNumber.js'
import { localDay } from '../../calendar/localDay.js'
import { startOfLocalDay } from '../../calendar/startOfLocalDay.js'
import { assertInteger } from '../../internal/guards.js'
import type { Instant } from '../../measurement.js'
import type { ActivityEvent, RecordSource } from '../../records/model.js'
import { tallyActivity } from '../../records/tallyActivity.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { assertFlag } from '../internal/assertFlag.js'
import { type OpenedSource, openSource } from '../internal/openSource.js'

/** Which days of which window are active. */
export interface ActiveDayOptions {
  /** Nothing later is known; required for events. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
  /** Complete local days before that of `asOf`, 1 to 36,600; default 28, which holds every weekday equally often. */
  readonly windowDays?: number | undefined
  /** Whether only Monday to Friday are days of the window; default false. */
  readonly weekdaysOnly?: boolean | undefined
  /** Events that make a day active, 1 to 36,600; default 1. */
  readonly minimumEvents?: number | undefined
}

/** The names of the options of a window of active days. */
export const activeDayOptionNames = [
  'asOf',
  'timeZone',
  'duplicates',
  'windowDays',
  'weekdaysOnly',
  'minimumEvents',
] as const

/** The active days of every user of a window, with what is known of the source. */
export interface ActiveDays {
  days: number
  /** Active days a user, ascending. */
  users: number[]
  /** Users active on the last day of the window. */
  lastDayUsers: number
  opened: OpenedSource<unknown, object>
  definition: { windowDays: number; weekdaysOnly: boolean; minimumEvents: number }
}

/** Counts the active days of each user in the last complete days before `asOf`. */
export function activeDaysOf(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: ActiveDayOptions,
): ActiveDays {
  const { windowDays = 28, weekdaysOnly = false, minimumEvents = 1, asOf, timeZone, duplicates } = options
  assertInteger(windowDays, { minimum: 1, maximum: 36_600 }, 'options.windowDays')
  assertInteger(minimumEvents, { minimum: 1, maximum: 36_600 }, 'options.minimumEvents')
  assertFlag(weekdaysOnly, 'options.weekdaysOnly')
  const tally = isTally(source)
    ? source
    : tallyActivity(source as RecordSource<ActivityEvent>, {
        asOf: asOf as Instant,
        timeZone: timeZone ?? 'UTC',
        duplicates,
      })
  const opened = openSource(tally, { asOf, timeZone }, activityRules)
  const days = daysOfWindow(opened, windowDays, weekdaysOnly)
  const last = days.at(-1)
  const window = windowOf(days, opened.timeZone)
  const users = new Map<string, Set<number>>()
  for (const { user, instants } of opened.rows) {
    const active = activeOf(instants, window, opened.timeZone, minimumEvents)
    if (active.size > 0) users.set(user, active)
  }
  const counted = [...users.values()]
  return {
    days: days.length,
    users: counted.map(({ size }) => size).sort((a, b) => a - b),
    lastDayUsers: counted.filter((active) => last !== undefined && active.has(last)).length,
    opened,
    definition: { windowDays, weekdaysOnly, minimumEvents },
  }
}

interface UserActivity {
  user: string
  instants: number[]
}

const activityRules = {
  kind: 'activity',
  given: {},
  defaults: {},
  read: (): UserActivity[] => [],
  rowsOf: instantsOfUsers,
}

/** Events of every type are activity; a user in two segments is one user. */
function instantsOfUsers(tally: Tally<object>): UserActivity[] {
  const users = new Map<string, number[]>()
  for (const { key = '', lists = {} } of tally.cells) {
    const instants = users.get(key) ?? []
    for (const list of Object.values(lists)) for (const at of list) instants.push(at as number)
    users.set(key, instants)
  }
  return [...users].map(([user, instants]) => ({ user, instants }))
}

/** Day numbers of the window, ascending; 1970-01-01 was a Thursday. */
function daysOfWindow(
  { asOf, timeZone }: { asOf: number; timeZone: string },
  windowDays: number,
  weekdaysOnly: boolean,
): number[] {
  const today = dayNumber(localDay(asOf, timeZone))
  const days = Array.from({ length: windowDays }, (_, index) => today - windowDays + index)
  return weekdaysOnly ? days.filter((day) => (((day + 3) % 7) + 7) % 7 < 5) : days
}

/** The days of a window, and the instants between which they lie. */
interface Window {
  days: ReadonlySet<number>
  from: number
  until: number
}

function windowOf(days: readonly number[], timeZone: string): Window {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return { days: new Set(), from: 0, until: 0 }
  return {
    days: new Set(days),
    from: startOfLocalDay(dayFromNumber(first), timeZone),
    until: startOfLocalDay(dayFromNumber(last + 1), timeZone),
  }
}

/** The days of the window on which a user has enough events. */
function activeOf(instants: readonly number[], window: Window, timeZone: string, minimum: number): Set<number> {
  const counts = new Map<number, number>()
  for (const at of instants) {
    if (at < window.from || at >= window.until) continue
    const day = dayNumber(localDay(at, timeZone))
    if (window.days.has(day)) counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= minimum).map(([day]) => day))
}

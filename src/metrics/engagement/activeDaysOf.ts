import { readInstant } from '../../calendar/readInstant.js'
import { createExclusions, type Exclusions } from '../../internal/createExclusions.js'
import { assertInteger } from '../../internal/guards.js'
import type { Instant } from '../../measurement.js'
import type { ActivityEvent, RecordSource } from '../../records/model.js'
import { createKeys } from '../../tally/createKeys.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally, TallyCell } from '../../tally/model.js'
import { assertFlag } from '../internal/assertFlag.js'
import { openSource } from '../internal/openSource.js'
import { visitActivity } from '../internal/visitActivity.js'
import { activeDayWindow } from './activeDayWindow.js'
import {
  type ActiveDayAccumulator,
  type ActiveUsers,
  createActiveDayAccumulator,
} from './createActiveDayAccumulator.js'

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

/** The active days of the users of a window, with what is known of the source. */
export interface ActiveDays extends ActiveUsers {
  /** Days of the window. */
  days: number
  source: { period: undefined; definition: Record<string, unknown>; exclusions: Exclusions }
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
  const definition = { windowDays, weekdaysOnly, minimumEvents }
  const start = (known: number, zone: string): ActiveDayAccumulator & { days: number } => {
    const window = activeDayWindow(known, zone, definition)
    const accumulator = createActiveDayAccumulator(createKeys('customers', source), window, minimumEvents)
    return { ...accumulator, days: window.days }
  }
  if (isTally(source)) {
    const opened = openSource(source, { asOf, timeZone }, activityRules)
    const { add, finish, days } = start(opened.asOf, opened.timeZone)
    // Events of every type are activity; a user in two segments is one user.
    for (const { key = '', lists = {} } of opened.rows) {
      for (const instants of Object.values(lists)) for (const at of instants) add(key, at as number)
    }
    return { ...finish(), days, source: { ...opened, period: undefined }, definition }
  }
  const visited = visitActivity(source, { asOf, timeZone, duplicates }, (read) => {
    const { add, addRows, finish, days } = start(readInstant(read.asOf, 'UTC', 'options.asOf'), read.timeZone)
    return { add, addRows, finish: () => ({ ...finish(), days }) }
  })
  const exclusions = createExclusions()
  for (const [reason, count] of Object.entries(visited.excluded ?? {})) exclusions.add(reason, count)
  return { ...visited.result, source: { period: undefined, definition: visited.definition, exclusions }, definition }
}

const activityRules = {
  kind: 'activity',
  given: {},
  defaults: {},
  read: (): TallyCell<object>[] => [],
  rowsOf: ({ cells }: Tally<object>): TallyCell<object>[] => [...cells],
}

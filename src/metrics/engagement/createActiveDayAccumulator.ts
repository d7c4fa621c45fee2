import { localDayAt } from '../../calendar/localDayAt.js'
import { grown } from '../../internal/grown.js'
import type { CountedRows } from '../../tally/countedRows.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import { type CodedRows, rowsByCode } from '../../tally/rowsByCode.js'
import type { ActiveDayWindow } from './activeDayWindow.js'

/** The active days of users, as their events come. */
export interface ActiveDayAccumulator {
  add(user: Key, at: number): void
  /** Adds all that count of columns. */
  addRows(rows: CountedRows): void
  /** The users by number of active days; may be called once. */
  finish(): ActiveUsers
}

/** Users by number of active days. */
export interface ActiveUsers {
  /** Users with so many active days, from 0 on; those with none are not counted. */
  byDays: Uint32Array
  /** Users active on the last day of the window. */
  lastDayUsers: number
}

/** Keeps the user and the day of each event of a window, eight bytes; a day is active from so many events on. */
export function createActiveDayAccumulator(
  users: Keys,
  { from, until, first, isDay, days, last, offsets }: ActiveDayWindow,
  minimumEvents: number,
): ActiveDayAccumulator {
  let codes = new Uint32Array(1024)
  let places = new Uint32Array(1024)
  let length = 0

  return {
    add: (user, at) => {
      if (at < from || at >= until) return
      const place = localDayAt(offsets, at) - first
      if (isDay[place] !== 1) return
      makeRoom(length)
      codes[length] = users.codeOf(user)
      places[length] = place
      length += 1
    },
    addRows: ({ length: rows, customer, at, isCounted }) => {
      makeRoom(length + rows)
      for (let row = 0; row < rows; row += 1) {
        const instant = at[row] ?? 0
        if (isCounted[row] === 0 || instant < from || instant >= until) continue
        const place = localDayAt(offsets, instant) - first
        if (isDay[place] !== 1) continue
        codes[length] = customer[row] ?? 0
        places[length] = place
        length += 1
      }
    },
    finish: () => countUsers(rowsByCode(codes, length, users.texts.length)),
  }

  function makeRoom(position: number): void {
    if (position < codes.length) return
    codes = grown(codes, position)
    places = grown(places, position)
  }

  /** A day is stamped with the user whose events it counts: nothing is cleared between users. */
  function countUsers({ rows, bounds }: CodedRows): ActiveUsers {
    const byDays = new Uint32Array(days + 1)
    const stamps = new Uint32Array(isDay.length)
    const events = new Uint32Array(isDay.length)
    let lastDayUsers = 0
    for (let user = 1; user < bounds.length; user += 1) {
      const end = bounds[user] ?? 0
      let active = 0
      for (let at = bounds[user - 1] ?? 0; at < end; at += 1) {
        const place = places[rows[at] ?? 0] ?? 0
        if (stamps[place] !== user) {
          stamps[place] = user
          events[place] = 0
        }
        const count = (events[place] ?? 0) + 1
        events[place] = count
        if (count !== minimumEvents) continue
        active += 1
        if (place === last) lastDayUsers += 1
      }
      if (active > 0) byDays[active] = (byDays[active] ?? 0) + 1
    }
    return { byDays, lastDayUsers }
  }
}

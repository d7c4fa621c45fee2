import * as calendar from '../../../src/calendar/index.js'

type Call = (input: never, options: never) => unknown

export const adapters: Record<string, Call> = {
  businessTimeBetween: calendar.businessTimeBetween as Call,
  addBusinessTime: calendar.addBusinessTime as Call,
  businessWindows: calendar.businessWindows as Call,
  readClock: calendar.readClock as Call,
  countClocks: calendar.countClocks as Call,
}

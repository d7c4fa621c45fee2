import { tzOffset } from '@date-fns/tz/tzOffset'

/** Offset of a zone from UTC at an instant, in milliseconds; positive east of Greenwich. */
export function zoneOffset(instant: number, timeZone: string): number {
  return timeZone === 'UTC' ? 0 : Math.round(tzOffset(timeZone, new Date(instant)) * 60_000)
}

import { dayNumber } from '../../calendar/dayNumber.js'
import { localDay } from '../../calendar/localDay.js'
import type { Deal } from './readDeals.js'

const dayLength = 86_400_000

/**
 * Days from the creation of a deal to its closing, or to now; below 0 when it was closed before it was created.
 *
 * Elapsed days of 24 hours, or calendar days of a zone when one of its dates has no time.
 */
export function dealDays({ createdAt, closedAt, countsDays }: Deal, asOf: number, timeZone: string): number {
  const end = closedAt ?? asOf
  if (!countsDays) return (end - createdAt) / dayLength
  return dayNumber(localDay(end, timeZone)) - dayNumber(localDay(createdAt, timeZone))
}

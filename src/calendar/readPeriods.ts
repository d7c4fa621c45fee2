import { fail } from '../internal/fail.js'
import { readPeriod } from './readPeriod.js'

/** Periods as epoch milliseconds, in order of start, then end. */
export function readPeriods(periods: unknown, timeZone: string, path: string): { start: number; end: number }[] {
  if (Array.isArray(periods)) {
    return periods
      .map((period, index) => readPeriod(period, timeZone, `${path}[${index}]`))
      .sort((a, b) => a.start - b.start || a.end - b.end)
  }
  const bounds = typeof periods === 'object' && periods !== null && 'bounds' in periods ? periods.bounds : undefined
  if (!Array.isArray(bounds)) fail('INVALID_PERIOD', path, 'must be a period grid or a list of periods', periods)
  return bounds.slice(1).map((end: unknown, index) => readPeriod({ start: bounds[index], end }, timeZone, path))
}

import type { MeasuredPeriod } from './readMeasuredPeriod.js'

/** Whether an instant is measured: inside the period as cut, anywhere without one, nowhere in one that is null. */
export function isMeasured(at: number, period: MeasuredPeriod | undefined, needsEnd: boolean): boolean {
  if (period === undefined) return true
  return (!needsEnd || period.isMature) && at >= period.start && at < period.until
}

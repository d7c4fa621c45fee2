import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import type { Instant, Period } from '../../measurement.js'

/** The one period of a measurement, as cut, or null with what is known of it when it is not over. */
export interface MeasuredPeriod {
  start: number
  /** End as given. */
  end: number
  /** End of what is measured. */
  until: number
  /** Whether the period is over, or cut because a running one was asked for. */
  isMature: boolean
  caveats: string[]
}

/** Reads a period at `asOf`: one that is not over is null unless `partial` cuts it, one that has not begun is null. */
export function readMeasuredPeriod(
  period: Period | undefined,
  options: { readonly asOf: Instant; readonly timeZone: string; readonly partial?: boolean | undefined },
): MeasuredPeriod {
  const asOf = readAsOf(options.asOf, options.timeZone)
  const { start, end } = readPeriod(period, options.timeZone, 'options.period')
  if (end <= asOf) return { start, end, until: end, isMature: true, caveats: [] }
  const cut = options.partial === true && start < asOf
  return { start, end, until: asOf, isMature: cut, caveats: cut ? ['partial_period'] : [] }
}

import type { Rate } from '../statistics/model.js'
import type { ReadPeriod } from './readSeries.js'

/** The rate of a period, as the tests of rates read it. */
export function rateOfPeriod({ count, base }: ReadPeriod): Rate {
  return { count, exposure: base }
}

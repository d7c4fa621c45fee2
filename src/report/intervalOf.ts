import { showValue } from '../locales/showParams.js'
import type { Measurement } from '../measurement.js'
import type { Piece } from './model.js'
import type { ReportContext } from './reportContext.js'

/** The interval of a figure. */
export function intervalOf({ value, unit, interval }: Measurement, { messages }: ReportContext): Piece {
  if (interval === undefined || value === null) return { text: '–' }
  return { text: `${showValue(interval.lower, unit, messages)} – ${showValue(interval.upper, unit, messages)}` }
}

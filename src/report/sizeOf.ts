import type { Measurement } from '../measurement.js'
import type { Piece } from './model.js'
import type { ReportContext } from './reportContext.js'

/** How many units a figure counts; sums of money count none. */
export function sizeOf({ value, sampleSize }: Measurement, { messages }: ReportContext): Piece {
  return { text: value !== null && sampleSize === 0 ? '–' : messages.number(sampleSize) }
}

import { showValue } from '../locales/showParams.js'
import type { Measurement } from '../measurement.js'
import type { Piece } from './model.js'
import type { ReportContext } from './reportContext.js'

/** A measured figure; its amount with the currency, or why there is none. */
export function figureOf(measurement: Measurement, { messages, words }: ReportContext): Piece {
  const { value, unit, reason, sampleSize, pending } = measurement
  if (value === null) {
    return words.word('reason', reason ?? 'insufficient_data', {
      n: sampleSize,
      ...(pending === undefined ? {} : { pending }),
    })
  }
  const { amount } = measurement as { amount?: { amount: string; currency: string } }
  return { text: amount === undefined ? showValue(value, unit, messages) : messages.money(amount) }
}

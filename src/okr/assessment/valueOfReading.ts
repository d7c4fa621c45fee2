import type { Quantity } from '../models/quantity.js'
import type { Reading } from '../models/reading.js'

/** The value of a reading that has one. */
export function valueOfReading(reading: Reading | null): Quantity | null {
  return reading !== null && 'value' in reading ? reading.value : null
}

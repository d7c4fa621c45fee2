import { positiveZero } from '../internal/positiveZero.js'
import type { ValueRange } from './assertRange.js'

/** An estimate plus and minus a width, within a range; never without the estimate itself. */
export function limitsAbout(
  estimate: number,
  width: number,
  { minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE }: ValueRange,
): { lower: number; upper: number } {
  return {
    lower: positiveZero(Math.min(estimate, Math.max(minimum, estimate - width))),
    upper: positiveZero(Math.max(estimate, Math.min(maximum, estimate + width))),
  }
}

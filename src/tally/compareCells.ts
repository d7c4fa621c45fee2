import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { TallyCell } from './model.js'

/** Order of two cells: cohort, period, segment, offset, key. */
export function compareCells(a: TallyCell<object>, b: TallyCell<object>): number {
  return (
    compareCodeUnits(a.cohort ?? '', b.cohort ?? '') ||
    compareCodeUnits(a.period ?? '', b.period ?? '') ||
    compareCodeUnits(a.segment ?? '', b.segment ?? '') ||
    (a.offset ?? 0) - (b.offset ?? 0) ||
    compareCodeUnits(a.key ?? '', b.key ?? '')
  )
}

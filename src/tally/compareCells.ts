import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { TallyCell } from './model.js'

/** Order of two cells: cohort, period, segment, offset, key. */
export function compareCells(a: TallyCell<object>, b: TallyCell<object>): number {
  return (
    compareNames(a.cohort, b.cohort) ||
    compareNames(a.period, b.period) ||
    compareNames(a.segment, b.segment) ||
    (a.offset ?? 0) - (b.offset ?? 0) ||
    compareNames(a.key, b.key)
  )
}

/** Most cells of a tally lack the same names: those need no comparison of texts. */
function compareNames(a: string | undefined, b: string | undefined): number {
  return a === b ? 0 : compareCodeUnits(a ?? '', b ?? '')
}

import { canonicalJson } from '../internal/canonicalJson.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { TallyRow } from './model.js'

/** The order that a merge gives the rows of a cell: by id, those without one by what they say. */
export function compareRows(a: TallyRow, b: TallyRow): number {
  return compareCodeUnits(a.id ?? '', b.id ?? '') || compareCodeUnits(canonicalJson(a), canonicalJson(b))
}

import type { CellRules } from '../mapping/cellRules.js'
import { isRow } from '../mapping/cells.js'

/** A look-up is an object of id and name. */
export const zohoRules: CellRules = {
  unwrap: (value, part) => (isRow(value) && Object.hasOwn(value, 'id') ? value[part] : value),
}

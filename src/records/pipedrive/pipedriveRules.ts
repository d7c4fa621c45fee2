import type { CellRules } from '../mapping/cellRules.js'
import { isRow } from '../mapping/cells.js'

/** Stamps are UTC without a zone; a look-up is an object of value (the id) and name. */
export const pipedriveRules: CellRules = {
  fixedZone: 'UTC',
  unwrap(value, part) {
    if (!isRow(value) || !Object.hasOwn(value, 'value')) return value
    return part === 'id' ? value['value'] : value['name']
  },
}

import type { CellRules } from '../mapping/cellRules.js'
import { isRow } from '../mapping/cells.js'

/** Times are seconds; a customer is its id, or the object that was asked for instead of the id. */
export const stripeRules: CellRules = {
  epochSeconds: true,
  unwrap: (value, part) => (part === 'id' && isRow(value) && Object.hasOwn(value, 'id') ? value['id'] : value),
}

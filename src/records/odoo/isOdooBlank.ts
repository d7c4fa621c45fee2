import { isBlankCell } from '../mapping/cells.js'

/** Odoo writes false where there is no value. */
export function isOdooBlank(value: unknown): boolean {
  return value === false || isBlankCell(value)
}

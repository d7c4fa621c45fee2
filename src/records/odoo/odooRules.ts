import type { CellRules } from '../mapping/cellRules.js'

/** Stamps are UTC without a zone; a look-up is a pair of id and name. */
export const odooRules: CellRules = {
  fixedZone: 'UTC',
  unwrap: (value, part) => (Array.isArray(value) && value.length === 2 ? value[part === 'id' ? 0 : 1] : value),
}

import type { Unit } from '../../measurement.js'
import type { Domain } from '../models/quantity.js'

/**
 * The domain of a number by its unit, when its key result states none; money and scores have no bounds.
 *
 * A ratio may exceed 1, as the net revenue retention does.
 *
 * @example
 * ```ts
 * import { unitDomains } from 'retention-okr/okr'
 *
 * unitDomains.points // => { min: -100, max: 100 }
 * ```
 * @since 0.1.0
 */
export const unitDomains: { readonly [unit in Unit]: Domain } = {
  ratio: { min: 0 },
  points: { min: -100, max: 100 },
  count: { min: 0 },
  milliseconds: { min: 0 },
  days: { min: 0 },
  money: {},
  score: {},
}

import type { Tally } from './model.js'

/**
 * Makes the identity of {@link mergeTallies}: a tally without cells.
 *
 * @param kind - what is counted, e.g. `sla-attainment`
 * @param definition - the options that shape the tallies it is to be merged with
 * @returns a tally without cells and without exclusions
 * @example
 * ```ts
 * import { emptyTally } from 'retention-okr'
 *
 * emptyTally('sla-attainment', { target: 3_600_000 }).cells // => []
 * ```
 * @since 0.1.0
 */
export function emptyTally(kind: string, definition: object): Tally {
  return { kind, definition, cells: [] }
}

import { rowLabels } from './rowLabels.js'

/**
 * Labels of series, in order and unique.
 *
 * Vega-Lite writes the names of a legend that two scales share into an expression, where those of the members of every
 * object (`constructor`, `toString`) are taken for something else: a no-break space at the end makes them plain names.
 */
export function seriesLabels(names: readonly string[]): string[] {
  return rowLabels(names).map((label) => (label in {} ? `${label}\u00A0` : label))
}

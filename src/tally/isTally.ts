import type { Tally } from './model.js'

/** Whether a source is a tally: told by its `kind` alone. */
export function isTally(source: unknown): source is Tally {
  try {
    return typeof source === 'object' && source !== null && 'kind' in source && typeof source.kind === 'string'
  } catch {
    // A revoked proxy answers no question.
    return false
  }
}

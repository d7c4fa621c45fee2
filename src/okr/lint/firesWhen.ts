import type { Evidence } from './lintModel.js'

/** Evidence without figures when a rule fires: the subject says it all. */
export function firesWhen(fires: boolean): Evidence | null {
  return fires ? {} : null
}

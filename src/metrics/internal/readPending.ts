import { assertCount } from '../../internal/guards.js'
import { positiveZero } from '../../internal/positiveZero.js'

/** What is pending: a whole number from 0, 0 when it is not said. */
export function readPending(pending: unknown): number {
  if (pending === undefined) return 0
  assertCount(pending, 'counts.pending')
  return positiveZero(pending)
}

import { readAsOf } from '../../calendar/readAsOf.js'
import { readInstant } from '../../calendar/readInstant.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Instant } from '../../measurement.js'
import type { OwnerChange } from '../../records/model.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { Reassignments } from './models/assessment.js'
import { readNames } from './readNames.js'
import {
  type DecodedChange,
  defaultNeutralReassignmentReasons,
  reassignmentsOf,
  statedReason,
} from './reassignmentsOf.js'

/** Options of {@link countReassignments}. */
export interface CountReassignmentsOptions {
  /** Nothing later is known. */
  readonly asOf: Instant
  /** Reasons that do not count; default `territory_change`, `ooo_cover`, `ooo_return`, `employee_left`. */
  readonly neutralReassignmentReasons?: readonly string[] | undefined
}

/** The first owner of a lead and what came after. */
export interface OwnerHistory {
  /** Id of the first owner; null: nobody, or not known. */
  readonly firstOwner: string | null
  /** The changes, in any order. */
  readonly changes: Iterable<Omit<OwnerChange, 'leadId'>>
}

/**
 * Counts the changes of a lead's owner: those that count, neutral ones, and those back to somebody who had it before.
 *
 * A change to the present owner is none. A cover (`ooo_cover`) is neutral and stays open until the lead goes back to
 * whom it covers, as `ooo_return` or without a reason; any other change ends it. A stated reason decides.
 *
 * @param history - first owner and changes
 * @param options - instant of knowledge, neutral reasons
 * @returns counts, the stability 0.5 to the power of the counted changes, and the owner after the last one
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { countReassignments } from 'retention-okr/metrics'
 *
 * const changes = [
 *   { at: '2025-03-01', to: 'ben', reason: 'ooo_cover' },
 *   { at: '2025-03-08', to: 'ana' },
 *   { at: '2025-03-09', to: 'eva', reason: 'wrong_owner' },
 * ]
 * const reassignments = countReassignments({ firstOwner: 'ana', changes }, { asOf: '2025-04-01' })
 * reassignments // => { counted: 1, neutral: 2, pingPong: 0, stability: 0.5, owner: 'eva' }
 * ```
 * @since 0.1.0
 */
export function countReassignments(history: OwnerHistory, options: CountReassignmentsOptions): Reassignments {
  assertPlain(history, 'history')
  assertKnownOptions(options, ['asOf', 'neutralReassignmentReasons'])
  const { firstOwner } = history
  if (firstOwner !== null && typeof firstOwner !== 'string') {
    fail('INVALID_INPUT', 'history.firstOwner', 'must be text or null', firstOwner)
  }
  const asOf = readAsOf(options.asOf, 'UTC')
  const neutral = options.neutralReassignmentReasons ?? defaultNeutralReassignmentReasons
  const reasons = readNames(neutral, 'options.neutralReassignmentReasons')
  const changes: DecodedChange[] = []
  forEachRecord(history.changes, 'history.changes', (change, index) => {
    const at = readInstant(change.at, 'UTC', `history.changes[${index}].at`)
    if (at <= asOf) changes.push({ at, to: change.to, reason: statedReason(change.reason) })
  })
  return reassignmentsOf(firstOwner, changes, reasons)
}

import { fail } from '../../internal/fail.js'
import { assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Handoff, OwnerChange } from '../../records/model.js'
import type { DecodedDecision, DecodedHandoff } from './assessRead.js'
import { type DecodedChange, statedReason } from './reassignmentsOf.js'

type Read = (value: unknown, path: () => string) => number

/** The fields of a hand-over, instants decoded; it is assigned when it is handed unless it says otherwise. */
export function decodeHandoff(
  handoff: Handoff,
  read: Read,
  path: string,
): Pick<DecodedHandoff, 'toTeam' | 'handedAt' | 'assignedAt' | 'assignedTo' | 'decision'> {
  for (const field of ['fromTeam', 'toTeam'] as const) {
    if (typeof handoff[field] !== 'string') fail('INVALID_INPUT', `${path}.${field}`, 'must be text', handoff[field])
  }
  const handedAt = read(handoff.handedAt, () => `${path}.handedAt`)
  return {
    toTeam: handoff.toTeam,
    handedAt,
    assignedAt: handoff.assignedAt === undefined ? handedAt : read(handoff.assignedAt, () => `${path}.assignedAt`),
    assignedTo: handoff.assignedTo ?? null,
    decision: decodeDecision(handoff.decision, read, `${path}.decision`),
  }
}

function decodeDecision(decision: Handoff['decision'], read: Read, path: string): DecodedDecision | undefined {
  if (decision === undefined) return undefined
  assertPlain(decision, path)
  const { outcome, at, reason } = decision
  assertOneOf(outcome, ['accepted', 'rejected', 'recycled'], `${path}.outcome`, 'INVALID_INPUT')
  return { outcome, at: read(at, () => `${path}.at`), reason: statedReason(reason) }
}

/** A change of owner, its instant decoded. */
export function decodeChange(change: OwnerChange, read: Read, path: string): DecodedChange {
  return { at: read(change.at, () => `${path}.at`), to: change.to, reason: statedReason(change.reason) }
}

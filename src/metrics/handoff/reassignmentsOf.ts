import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import type { Reassignments } from './models/assessment.js'

/** Reasons of an owner change that do not count against a hand-off. */
export const defaultNeutralReassignmentReasons: readonly string[] = [
  'territory_change',
  'ooo_cover',
  'ooo_return',
  'employee_left',
]

/** A change of owner with its decoded instant; without `to` the new owner is not known. */
export interface DecodedChange {
  at: number
  to: string | null | undefined
  reason: string | undefined
}

/** Order of time; changes at one instant by owner and reason, so that the order of the records never counts. */
function compareChanges(a: DecodedChange, b: DecodedChange): number {
  return (
    a.at - b.at ||
    Number(a.to !== undefined) - Number(b.to !== undefined) ||
    Number(a.to !== null) - Number(b.to !== null) ||
    compareCodeUnits(a.to ?? '', b.to ?? '') ||
    Number(a.reason !== undefined) - Number(b.reason !== undefined) ||
    compareCodeUnits(a.reason ?? '', b.reason ?? '')
  )
}

/** Counts the changes of owner in order of time. */
export function reassignmentsOf(
  firstOwner: string | null,
  changes: readonly DecodedChange[],
  neutralReasons: ReadonlySet<string>,
): Reassignments {
  const counts = { counted: 0, neutral: 0, pingPong: 0 }
  let owner = firstOwner
  let covers: string[] = []
  const held = new Set<string>()
  for (const { to, reason } of [...changes].sort(compareChanges)) {
    if (to !== undefined && to === owner) continue
    if (owner !== null) held.add(owner)
    const cover = typeof to === 'string' ? covers.indexOf(to) : -1
    const isReturn = cover >= 0 && (reason === undefined || reason === 'ooo_return')
    if (reason === undefined ? isReturn : neutralReasons.has(reason)) counts.neutral += 1
    else {
      counts.counted += 1
      if (typeof to === 'string' && held.has(to)) counts.pingPong += 1
    }
    // A return closes its own cover and those opened after it; any other change ends them all.
    if (reason === 'ooo_cover') covers = owner === null ? covers : [...covers, owner]
    else covers = isReturn ? covers.slice(0, cover) : []
    owner = to ?? null
  }
  return { ...counts, stability: 0.5 ** counts.counted, owner }
}

/** A reason that says something; an empty text says nothing. */
export function statedReason(reason: string | undefined): string | undefined {
  return reason === undefined || reason.trim() === '' ? undefined : reason
}

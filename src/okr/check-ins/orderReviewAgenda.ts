import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { type Decimal, toDouble } from '../../internal/decimal.js'
import { assertOneOf, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { AgendaItem } from '../models/reviewRecord.js'
import type { KeyResultStatus } from '../models/status.js'
import { readShare } from '../readShare.js'
import { assertUniqueIds } from '../scoring/assertUniqueIds.js'
import { statusOrder } from '../statusOrder.js'

/** A key result to be put on an agenda. */
export interface AgendaCandidate {
  /** Id. */
  readonly id: string
  /** Its status. */
  readonly status: KeyResultStatus
  /** Stated confidence, 0 to 1. */
  readonly confidence?: DecimalInput | null | undefined
  /** The confidence stated before. */
  readonly previousConfidence?: DecimalInput | null | undefined
}

/**
 * Puts key results in the order of a review, worst first.
 *
 * By status; then the largest fall of confidence, an unknown change as none; then the lower confidence, unknown last; then
 * by id.
 *
 * @param items - key results with status and confidence
 * @returns the agenda with ranks from 1
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a confidence outside 0 to 1, DUPLICATE_ID, INVALID_INPUT
 * @example
 * ```ts
 * import { orderReviewAgenda } from 'retention-okr/okr'
 *
 * const agenda = orderReviewAgenda([
 *   { id: 'a', status: 'on_track', confidence: '0.6', previousConfidence: '0.9' },
 *   { id: 'b', status: 'stale' },
 *   { id: 'c', status: 'on_track', confidence: '0.5' },
 * ])
 * agenda.map(({ id }) => id) // => ['b', 'a', 'c']
 * agenda[1]?.confidenceChange // => -0.3
 * ```
 * @since 0.1.0
 */
export function orderReviewAgenda(items: readonly AgendaCandidate[]): AgendaItem[] {
  assertUniqueIds(items, 'items')
  const read = items.map((item, index) => {
    const path = `items[${index}]`
    assertPlain(item, path)
    assertOneOf(item.status, statusOrder, `${path}.status`, 'INVALID_INPUT')
    const confidence = readConfidence(item.confidence, `${path}.confidence`)
    const before = readConfidence(item.previousConfidence, `${path}.previousConfidence`)
    return {
      id: item.id,
      status: item.status,
      confidence: confidence === null ? null : toDouble(confidence),
      confidenceChange: confidence === null || before === null ? null : toDouble(confidence.minus(before)),
    }
  })
  return orderAgenda(read).map(({ confidence: _confidence, ...item }, index) => ({ rank: index + 1, ...item }))
}

function readConfidence(confidence: DecimalInput | null | undefined, path: string): Decimal | null {
  return confidence === null || confidence === undefined ? null : readShare(confidence, path)
}

/** What an agenda is ordered by. */
export interface AgendaKey {
  readonly id: string
  readonly status: KeyResultStatus
  readonly confidence: number | null
  readonly confidenceChange: number | null
}

/** Items in the order of a review. */
export function orderAgenda<T extends AgendaKey>(items: readonly T[]): T[] {
  return [...items].sort(
    (a, b) =>
      statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status) ||
      (a.confidenceChange ?? 0) - (b.confidenceChange ?? 0) ||
      // A confidence lies in 0..1: what nobody stated comes after all of them.
      (a.confidence ?? 2) - (b.confidence ?? 2) ||
      compareCodeUnits(a.id, b.id),
  )
}

import { fail } from '../../internal/fail.js'
import {
  assertArray,
  assertDay,
  assertFinite,
  assertKnownOptions,
  assertOneOf,
  assertPlain,
} from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import { assertText } from '../assertText.js'
import type { Blocker } from '../models/checkIn.js'
import type { ReviewEntry, ReviewRecord } from '../models/reviewRecord.js'
import type { KeyResultStatus } from '../models/status.js'
import { assertUniqueIds } from '../scoring/assertUniqueIds.js'
import { statusOrder } from '../statusOrder.js'
import { orderAgenda } from './orderReviewAgenda.js'

/** Options of {@link draftReview}. */
export interface DraftReviewOptions {
  /** Id of the new record. */
  readonly id: string
  /** Day of the review. */
  readonly on: Day
}

/** What a review needs of the assessment of an objective. */
export interface ReviewedAssessment {
  /** Id of the objective. */
  readonly objectiveId: string
  /** Its key results, assessed. */
  readonly keyResults: readonly ReviewedKeyResult[]
}

/** What a review needs of the assessment of a key result. */
export interface ReviewedKeyResult {
  /** Id of the key result. */
  readonly keyResultId: string
  /** Its score. */
  readonly score: ReviewedScore
  /** Its status. */
  readonly status: KeyResultStatus
  /** Stated confidence; null when nobody stated one. */
  readonly confidence: number | null
  /** That minus the one stated before; null when one is unknown. */
  readonly confidenceChange: number | null
}

/** The progress of a key result under review. */
export interface ReviewedScore {
  /** Progress; null when it is not measured. */
  readonly progress: number | null
}

/**
 * Drafts the record of a review: key results worst first, with what is known before people speak.
 *
 * Blockers of the previous review that are still open are carried over; learnings and decisions start empty.
 *
 * @param data - the assessment of the objective, and its previous review
 * @param options - id and day of the review
 * @returns the record
 * @throws {@link RetentionOkrError} UNKNOWN_OBJECTIVE for the previous review of another objective
 * @throws {@link RetentionOkrError} INVALID_DAY, DUPLICATE_ID, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { draftReview } from 'retention-okr/okr'
 *
 * const known = { confidence: null, confidenceChange: null }
 * const keyResults = [
 *   { keyResultId: 'a', score: { progress: 0.6 }, status: 'on_track', ...known },
 *   { keyResultId: 'b', score: { progress: null }, status: 'no_data', ...known },
 * ] as const
 * const review = draftReview({ assessment: { objectiveId: 'o1', keyResults } }, { id: 'r1', on: '2026-02-15' })
 * review.entries.map(({ keyResultId }) => keyResultId) // => ['b', 'a']
 * ```
 * @since 0.1.0
 */
export function draftReview(
  data: { readonly assessment: ReviewedAssessment; readonly previous?: ReviewRecord | undefined },
  options: DraftReviewOptions,
): ReviewRecord {
  assertPlain(data, 'data')
  assertPlain(data.assessment, 'assessment')
  assertKnownOptions(options, ['id', 'on'])
  const { id, on } = options
  assertText(id, 'options.id')
  assertDay(on, 'options.on')
  assertText(data.assessment.objectiveId, 'assessment.objectiveId')
  const { assessment, previous } = data
  if (previous !== undefined) {
    assertPlain(previous, 'previous')
    assertArray(previous.entries, 'previous.entries')
    previous.entries.forEach(assertEntry)
    if (previous.objectiveId !== assessment.objectiveId) {
      fail('UNKNOWN_OBJECTIVE', 'previous.objectiveId', 'must be the objective assessed', 'another id')
    }
  }
  const items = readItems(assessment.keyResults)
  return {
    id,
    objectiveId: assessment.objectiveId,
    on,
    entries: orderAgenda(items).map(({ id: keyResultId, status, confidence, progress }, index) => ({
      rank: index + 1,
      keyResultId,
      status,
      progress,
      confidence,
      blockers: openBlockers(previous, keyResultId, on),
      learnings: [],
      decision: null,
    })),
  }
}

function assertEntry(entry: ReviewEntry, index: number): void {
  const path = `previous.entries[${index}]`
  assertPlain(entry, path)
  assertArray(entry.blockers, `${path}.blockers`)
  entry.blockers.forEach((blocker: Blocker, at) => {
    assertPlain(blocker, `${path}.blockers[${at}]`)
    if (blocker.closedOn !== undefined) assertDay(blocker.closedOn, `${path}.blockers[${at}].closedOn`)
  })
}

function readItems(keyResults: readonly ReviewedKeyResult[]) {
  assertArray(keyResults, 'assessment.keyResults')
  const items = keyResults.map((keyResult: ReviewedKeyResult, index) => {
    const path = `assessment.keyResults[${index}]`
    assertPlain(keyResult, path)
    assertPlain(keyResult.score, `${path}.score`)
    const { keyResultId: id, status, confidence, confidenceChange, score } = keyResult
    assertOneOf(status, statusOrder, `${path}.status`, 'INVALID_INPUT')
    const { progress } = score
    for (const [name, value] of Object.entries({ confidence, confidenceChange, 'score.progress': progress })) {
      if (value !== null) assertFinite(value, `${path}.${name}`)
    }
    return { id, status, confidence, confidenceChange, progress }
  })
  assertUniqueIds(items, 'assessment.keyResults')
  return items
}

/** Blockers of the previous review that are not closed by the day of this one. */
function openBlockers(previous: ReviewRecord | undefined, keyResultId: string, on: Day): Blocker[] {
  const entry = previous?.entries.find((one) => one.keyResultId === keyResultId)
  const blockers = entry?.blockers ?? []
  return blockers.filter(({ closedOn }) => closedOn === undefined || closedOn > on).map((blocker) => ({ ...blocker }))
}

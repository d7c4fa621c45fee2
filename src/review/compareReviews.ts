import { canonicalJson } from '../internal/canonicalJson.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import { assertPlain } from '../internal/guards.js'
import { changeOf } from './changeOf.js'
import { findFigure } from './findFigure.js'
import type { FindingKey, MeasurementChange, ReviewChanges } from './models/changes.js'
import type { KeyResultReview } from './models/objectives.js'
import type { RetentionReview } from './models/review.js'

/**
 * Says what changed between two reviews: key results whose status or progress differs, findings raised, kept, cleared.
 *
 * A finding is the same one when code, subject and segment are; `info` findings are not compared.
 *
 * @param previous - the review before
 * @param current - the review of the day
 * @returns the changes, in the order of the current review; none between a review and itself
 * @throws {@link RetentionOkrError} UNSUPPORTED_VERSION for a review of another shape, INVALID_PERIOD for a previous one
 * that is later
 * @example
 * ```ts
 * import { compareReviews, reviewRetention } from 'retention-okr/review'
 *
 * const cycle = { id: 'q', kind: 'quarter', firstDay: '2026-01-01', lastDay: '2026-03-31' } as const
 * const review = reviewRetention({ cycle, objectives: [] }, { asOf: '2026-02-01' })
 * compareReviews(review, review).findings // => { raised: [], kept: [], cleared: [] }
 * ```
 * @since 0.1.0
 */
export function compareReviews(previous: RetentionReview, current: RetentionReview): ReviewChanges {
  assertReview(previous, 'previous')
  assertReview(current, 'current')
  if (previous.asOf > current.asOf) fail('INVALID_PERIOD', 'previous.asOf', 'must not be later', 'a later day')
  const before = new Map(keyResultsOf(previous).map((keyResult) => [keyResult.keyResultId, keyResult]))
  const keyResults = keyResultsOf(current).flatMap(({ keyResultId, status, score }) => {
    const old = before.get(keyResultId)
    if (old === undefined || (old.status === status && old.score.progress === score.progress)) return []
    return [
      {
        keyResultId,
        status: [old.status, status] as [typeof status, typeof status],
        progress: [old.score.progress, score.progress] as [number | null, number | null],
      },
    ]
  })
  const [old, now] = [findingsOf(previous), findingsOf(current)]
  return {
    keyResults,
    measurements: changedFigures(previous, current),
    findings: {
      raised: pick(now, (key) => !old.has(key)),
      kept: pick(now, (key) => old.has(key)),
      cleared: pick(old, (key) => !now.has(key)),
    },
  }
}

/** Figures of both reviews that are not the same, with the evidence of a change. */
function changedFigures(previous: RetentionReview, current: RetentionReview): MeasurementChange[] {
  return current.measurements.flatMap(({ metric, segment, current: now }) => {
    const before = findFigure(previous.measurements, { metric, segment })?.current
    if (
      before === undefined ||
      canonicalJson([before.value, before.interval]) === canonicalJson([now.value, now.interval])
    ) {
      return []
    }
    const change = changeOf(before, now)
    return change === null ? [] : [{ metric, ...(segment === undefined ? {} : { segment }), change }]
  })
}

/** A review of this version. */
export function assertReview(review: RetentionReview, path: string): void {
  assertPlain(review, path)
  if (review.schemaVersion !== 1) {
    fail('UNSUPPORTED_VERSION', `${path}.schemaVersion`, 'must be 1', review.schemaVersion)
  }
}

function keyResultsOf({ objectives }: RetentionReview): KeyResultReview[] {
  return objectives.flatMap(({ keyResults }) => keyResults)
}

function findingsOf({ signals }: RetentionReview): Map<string, FindingKey> {
  const findings = signals.flatMap((result) => result.findings).filter(({ severity }) => severity !== 'info')
  return new Map(
    findings.map(({ code, subject, segment }) => {
      const key = { code, subject, ...(segment === undefined ? {} : { segment }) }
      return [canonicalJson(key), key]
    }),
  )
}

function pick(findings: ReadonlyMap<string, FindingKey>, isWanted: (key: string) => boolean): FindingKey[] {
  return [...findings]
    .filter(([key]) => isWanted(key))
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([, finding]) => finding)
}

import { toDouble } from '../../internal/decimal.js'
import { assertDay, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day, DecimalInput } from '../../measurement.js'
import { readingAsOf } from '../check-ins/readingAsOf.js'
import { assertSight } from '../check-ins/visibleCheckIns.js'
import type { CheckIn, KeyResultVersion } from '../models/checkIn.js'
import type { ExactScore, KeyResultScore } from '../scoring/keyResultScore.js'
import { readCeiling } from '../scoring/readCeiling.js'
import { scoreByKind } from '../scoring/scoreByKind.js'
import { definitionAsOf, orderedVersions } from './definitionAsOf.js'
import { fitReading } from './fitReading.js'
import { isEased } from './isEased.js'

/** Options of {@link scoreAsOf}. */
export interface ScoreAsOfOptions {
  /** The day whose score is asked for. */
  readonly asOf: Day
  /** The day whose knowledge counts; default `asOf`. */
  readonly knownOn?: Day | undefined
  /** Days until a value has settled; default those of the metric, else 0. */
  readonly settlementLagDays?: number | undefined
  /** Last day of a milestone that has none of its own. */
  readonly lastDay?: Day | undefined
  /** The most that progress counts, 1 to 2; default 1. */
  readonly ceiling?: DecimalInput | undefined
}

/** A score of the past, by the definition in force and by the first one. */
export interface ScoreAsOf {
  /** Progress by the version in force; null with a reason. */
  progress: number | null
  /** Why progress is null; `not_defined` before the first version. */
  reason?: KeyResultScore['reason']
  /** Progress before clamping; of kind `change` only. */
  raw: number | null
  /** Whether it was attained; null when nobody can say. */
  attained: boolean | null
  /** Place of the version in force, from 0. */
  definitionIndex: number | null
  /** Id of the check-in that was read. */
  checkInId: string | null
  /** Progress by the first version; null also when the kind has changed. */
  progressOriginal: number | null
  /** Whether the version in force is easier than the first; null when nobody can say. */
  goalpostsEased: boolean | null
}

/**
 * Scores a key result on a day of the past, by the definition then in force and by the first one.
 *
 * What was recorded later, or defined later, changes nothing. A change is eased when its first target lies beyond the one
 * in force, seen from the baseline in force: (first target − baseline) / (target − baseline) > 1, whatever the value is.
 *
 * @param data - the versions of the definition, and its check-ins
 * @param options - the day, the day of knowledge, the lag of settlement, last day, ceiling
 * @returns both scores; nulls with `not_defined` before the first version
 * @throws {@link RetentionOkrError} INVALID_DEFINITION without versions
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_OPTION, INVALID_INPUT and what {@link scoreKeyResult} throws
 * @example
 * ```ts
 * import { scoreAsOf } from 'retention-okr/okr'
 *
 * const keyResult = { id: 'kr', title: 'Repeat buyers', kind: 'change', baseline: 8, target: 14 } as const
 * const versions = [
 *   { effectiveFrom: '2026-01-01', keyResult },
 *   { effectiveFrom: '2026-01-31', keyResult: { ...keyResult, target: 12 } },
 * ]
 * const checkIns = [{ id: 'c1', keyResultId: 'kr', on: '2026-01-20', reading: { value: 11 } }]
 * scoreAsOf({ versions, checkIns }, { asOf: '2026-01-20' }).progress // => 0.5
 * const later = scoreAsOf({ versions, checkIns }, { asOf: '2026-02-10' })
 * later.progress // => 0.75
 * later.progressOriginal // => 0.5
 * later.goalpostsEased // => true
 * ```
 * @since 0.1.0
 */
export function scoreAsOf(
  data: { readonly versions: readonly KeyResultVersion[]; readonly checkIns: readonly CheckIn[] },
  options: ScoreAsOfOptions,
): ScoreAsOf {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['asOf', 'knownOn', 'settlementLagDays', 'lastDay', 'ceiling'])
  assertSight(options)
  const { asOf, knownOn, lastDay } = options
  if (lastDay !== undefined) assertDay(lastDay, 'options.lastDay')
  const context = { ceiling: readCeiling(options.ceiling), lastDay }
  const ordered = orderedVersions(data.versions)
  const { index, version } = definitionAsOf(ordered, { asOf })
  if (version === null) return { ...notDefined }
  const settlementLagDays = options.settlementLagDays ?? version.keyResult.metricRef?.settlementLagDays
  const { checkInId, reading } = readingAsOf(data.checkIns, { asOf, knownOn, settlementLagDays })
  const definitions = ordered.map(({ keyResult }) => keyResult)
  const [first, current] = [ordered[0].keyResult, version.keyResult]
  const scoreBy = (keyResult: typeof first): ExactScore =>
    scoreByKind(keyResult, fitReading(reading, keyResult, definitions), context)
  const scored = scoreBy(current)
  const original = first.kind === current.kind ? scoreBy(first).progress : null
  const { progress, reason, raw, attained } = scored.score
  return {
    progress,
    ...(reason === undefined ? {} : { reason }),
    raw,
    attained,
    definitionIndex: index,
    checkInId,
    progressOriginal: original === null ? null : toDouble(original),
    goalpostsEased: isEased(first, current, { earlier: original, later: scored.progress }),
  }
}

const notDefined: ScoreAsOf = {
  progress: null,
  reason: 'not_defined',
  raw: null,
  attained: null,
  definitionIndex: null,
  checkInId: null,
  progressOriginal: null,
  goalpostsEased: null,
}

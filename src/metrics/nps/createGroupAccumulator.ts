import { fail } from '../../internal/fail.js'
import { grown } from '../../internal/grown.js'
import type { SurveyResponse } from '../../records/model.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import { createPeriodIndex } from '../internal/createPeriodIndex.js'
import type { CutPeriod } from '../internal/periodCells.js'
import type { GroupCounts } from './countedAnswers.js'
import type { NpsScale } from './model.js'
import { usualScale, type VisitAnswer } from './readAnswers.js'

/** Answers by group, period and segment, as they come. */
export interface GroupAccumulator {
  add: VisitAnswer
  /** The groups of every segment in every period; may be called once. */
  finish(): GroupCell[]
}

/** The groups of one segment in one period, or of all time. */
export interface GroupCell {
  period: CutPeriod | undefined
  segment: string | undefined
  counts: GroupCounts
}

/** Three numbers a segment and period, where every answer counts. */
export function createGroupAccumulator(
  names: Keys,
  periods: readonly CutPeriod[] | undefined,
  scale: NpsScale | 'coerce',
): GroupAccumulator {
  const places = periods ?? [undefined]
  const indexOf = periods && createPeriodIndex(periods)
  const { minimumPromoter, minimumPassive } = scale === 'coerce' ? usualScale : scale
  let seen = new Uint8Array(64)
  let counts = new Uint32Array(64)
  let mode: SurveyResponse['mode']
  let [isEmpty, isSegmented, isMixed] = [true, false, false]

  return { add, finish }

  function add(
    score: number,
    at: number,
    segment: Key | undefined,
    _weight: number,
    { mode: own = 'relational' }: SurveyResponse,
  ): void {
    if (isEmpty) mode = own
    else if (own !== mode) isMixed = true
    isEmpty = false
    if (segment !== undefined) isSegmented = true
    const code = segment === undefined ? 0 : names.codeOf(segment)
    if (code >= seen.length) seen = grown(seen, code)
    seen[code] = 1
    const first = code * places.length
    const group = score >= minimumPromoter ? 0 : score >= minimumPassive ? 1 : 2
    if (periods === undefined) count(first, group)
    else if (indexOf !== undefined) {
      const place = indexOf(at)
      if (place >= 0) count(first + place, group)
    } else {
      periods.forEach(({ start, until }, place) => {
        if (at >= start && at < until) count(first + place, group)
      })
    }
  }

  function count(cell: number, group: number): void {
    const place = 3 * cell + group
    if (place >= counts.length) counts = grown(counts, place)
    counts[place] = (counts[place] ?? 0) + 1
  }

  function finish(): GroupCell[] {
    if (isMixed) {
      fail('MIXED_SURVEYS', 'responses', 'relational and transactional answers are measured apart', 'both modes')
    }
    const segments = isEmpty ? [] : isSegmented ? names.texts : [undefined]
    return segments.flatMap((segment, code) => {
      // Columns also name segments without an answer.
      if (seen[code] !== 1) return []
      return places.map((period, place) => {
        const at = 3 * (code * places.length + place)
        const [promoters = 0, passives = 0, detractors = 0] = counts.subarray(at, at + 3)
        return { period, segment, counts: { promoters, passives, detractors } }
      })
    })
  }
}

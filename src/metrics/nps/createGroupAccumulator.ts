import { periodAt } from '../../calendar/periodAt.js'
import { fail } from '../../internal/fail.js'
import { grown } from '../../internal/grown.js'
import type { ResponseColumns, SurveyResponse } from '../../records/model.js'
import type { Key, Keys } from '../../tally/createKeys.js'
import { cellsOfRows } from '../internal/cellsOfRows.js'
import type { CutPeriod } from '../internal/periodCells.js'
import { periodGrids } from '../internal/periodGrids.js'
import { usualScale } from './answerScale.js'
import type { GroupCounts } from './countedAnswers.js'
import type { NpsScale } from './model.js'
import type { AnswerSink } from './readAnswers.js'

/** Answers by group, period and segment, as they come. */
export interface GroupAccumulator extends Required<AnswerSink> {
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
  const grids = periods && periodGrids(periods)
  const bounds = scale === 'coerce' ? usualScale : scale
  let seen = new Uint8Array(64)
  let counts = new Uint32Array(64)
  let mode: SurveyResponse['mode']
  let [isEmpty, isSegmented, isMixed] = [true, false, false]

  return { add, addRows, finish }

  function add(
    score: number,
    at: number,
    segment: Key | undefined,
    _weight: number,
    { mode: own = 'relational' }: SurveyResponse,
  ): void {
    keepMode(own)
    if (segment !== undefined) isSegmented = true
    const code = segment === undefined ? 0 : names.codeOf(segment)
    seen = grown(seen, code)
    seen[code] = 1
    const first = code * places.length
    const group = groupOf(score, bounds)
    if (grids === undefined) count(first, group)
    else {
      for (const { slots, offset } of grids) {
        const place = periodAt(slots, at)
        if (place >= 0) count(first + offset + place, group)
      }
    }
  }

  function addRows(columns: ResponseColumns, isCounted: Uint8Array, hasSegments: boolean): void {
    const segment = hasSegments ? columns.segment : undefined
    const first = isCounted.indexOf(1)
    if (first < 0) return
    keepMode(columns.mode ?? 'relational')
    isSegmented = hasSegments
    seen = grown(seen, names.texts.length)
    counts = grown(counts, 3 * (names.texts.length + 1) * places.length)
    const codes = segment ?? new Uint16Array(columns.length)
    if (grids === undefined) {
      countCells(codes, isCounted, columns.score)
      for (let cell = 0; 3 * cell < counts.length; cell += 1) if (countOf(cell) > 0) seen[cell] = 1
      return
    }
    markSeen(seen, codes, isCounted)
    for (const grid of grids) {
      const cells = cellsOfRows({ at: columns.at, isCounted }, segment, grid, places.length)
      countCells(cells.cell, cells.isCounted, columns.score)
    }
  }

  function countOf(cell: number): number {
    return (counts[3 * cell] ?? 0) + (counts[3 * cell + 1] ?? 0) + (counts[3 * cell + 2] ?? 0)
  }

  function countCells(cell: Uint32Array | Uint16Array, isCounted: Uint8Array, scores: Float64Array): void {
    const { min, max } = bounds
    if (scale === 'coerce' || !Number.isInteger(min) || max - min > 1000) {
      countScores(counts, cell, isCounted, scores, bounds)
      return
    }
    // A table of the groups of whole scores: which of three a score is in is as good as random, and a wrong guess costs.
    const groups = Uint8Array.from({ length: Math.floor(max - min) + 1 }, (_, index) => groupOf(min + index, bounds))
    countWhole(counts, cell, isCounted, scores, min, groups)
  }

  function keepMode(own: SurveyResponse['mode']): void {
    if (isEmpty) mode = own
    else if (own !== mode) isMixed = true
    isEmpty = false
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

/** Place of a score among promoters, passives and detractors. */
function groupOf(score: number, { minimumPassive, minimumPromoter }: NpsScale): number {
  return score >= minimumPromoter ? 0 : score >= minimumPassive ? 1 : 2
}

/** Marks the segments of the rows that count. */
function markSeen(seen: Uint8Array, codes: Uint16Array, isCounted: Uint8Array): void {
  for (let row = 0; row < isCounted.length; row += 1) if (isCounted[row] === 1) seen[codes[row] ?? 0] = 1
}

/** Counts the rows that count by cell and the group of a whole score. */
function countWhole(
  counts: Uint32Array,
  cell: Uint32Array | Uint16Array,
  isCounted: Uint8Array,
  scores: Float64Array,
  min: number,
  groups: Uint8Array,
): void {
  for (let row = 0; row < isCounted.length; row += 1) {
    if (isCounted[row] === 0) continue
    const place = 3 * (cell[row] ?? 0) + (groups[(scores[row] ?? 0) - min] ?? 0)
    counts[place] = (counts[place] ?? 0) + 1
  }
}

/** The same of any scores. */
function countScores(
  counts: Uint32Array,
  cell: Uint32Array | Uint16Array,
  isCounted: Uint8Array,
  scores: Float64Array,
  bounds: NpsScale,
): void {
  for (let row = 0; row < isCounted.length; row += 1) {
    if (isCounted[row] === 0) continue
    const place = 3 * (cell[row] ?? 0) + groupOf(scores[row] ?? 0, bounds)
    counts[place] = (counts[place] ?? 0) + 1
  }
}

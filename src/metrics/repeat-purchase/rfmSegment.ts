import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { RfmScores, RfmSegment } from './model.js'

/** Options of {@link rfmSegment}. */
export interface RfmSegmentOptions {
  /** Segments that cover each of the 25 pairs of scores once; default the table of the description. */
  readonly segments?: readonly RfmSegment[] | undefined
}

/** Segments by recency score, then frequency score. */
const defaultGrid = [
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['about-to-sleep', 'about-to-sleep', 'need-attention', 'loyal', 'loyal'],
  ['promising', 'potential-loyalist', 'potential-loyalist', 'loyal', 'loyal'],
  ['new', 'potential-loyalist', 'potential-loyalist', 'champions', 'champions'],
] as const

/**
 * Names the segment of a recency and a frequency score.
 *
 * | recency \ frequency | 1 | 2 | 3 | 4 | 5 |
 * | --- | --- | --- | --- | --- | --- |
 * | 1, 2 | hibernating | hibernating | at-risk | at-risk | cannot-lose |
 * | 3 | about-to-sleep | about-to-sleep | need-attention | loyal | loyal |
 * | 4 | promising | potential-loyalist | potential-loyalist | loyal | loyal |
 * | 5 | new | potential-loyalist | potential-loyalist | champions | champions |
 *
 * A table of one's own must cover each of the 25 pairs exactly once: published ones leave pairs without a segment and give
 * others two.
 *
 * @param scores - recency and frequency score, 1 to 5
 * @param options - segments of one's own
 * @returns the name of the segment
 * @throws {@link RetentionOkrError} SCORE_OUT_OF_SCALE for a score that is no whole number from 1 to 5
 * @throws {@link RetentionOkrError} INVALID_SEGMENTS for segments with a gap, an overlap or a range that is none
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { rfmSegment } from 'retention-okr/metrics'
 *
 * rfmSegment({ recency: 5, frequency: 5 }) // => 'champions'
 * rfmSegment({ recency: 1, frequency: 5 }) // => 'cannot-lose'
 * const segments = [
 *   { segment: 'away', recency: [1, 2], frequency: [1, 5] },
 *   { segment: 'here', recency: [3, 5], frequency: [1, 5] },
 * ] as const
 * rfmSegment({ recency: 3, frequency: 1 }, { segments }) // => 'here'
 * ```
 * @since 0.1.0
 */
export function rfmSegment(scores: RfmScores, options: RfmSegmentOptions = {}): string {
  assertPlain(scores, 'scores')
  assertKnownOptions(options, ['segments'])
  const { recency, frequency } = scores as unknown as RfmScores
  assertInteger(recency, { minimum: 1, maximum: 5 }, 'scores.recency', 'SCORE_OUT_OF_SCALE')
  assertInteger(frequency, { minimum: 1, maximum: 5 }, 'scores.frequency', 'SCORE_OUT_OF_SCALE')
  const grid = options.segments === undefined ? defaultGrid : gridOf(options.segments)
  return grid[recency - 1]?.[frequency - 1] ?? ''
}

/** A table as the name of each pair of scores. */
function gridOf(segments: unknown): string[][] {
  if (!Array.isArray(segments)) fail('INVALID_SEGMENTS', 'options.segments', 'must be a list', segments)
  const grid: string[][] = Array.from({ length: 5 }, () => [])
  segments.forEach((entry: unknown, index) => {
    const path = `options.segments[${index}]`
    assertPlain(entry, path)
    const { segment } = entry
    if (typeof segment !== 'string') fail('INVALID_SEGMENTS', `${path}.segment`, 'must be text', segment)
    const recency = readRange(entry['recency'], `${path}.recency`)
    const frequency = readRange(entry['frequency'], `${path}.frequency`)
    for (const row of grid.slice(recency.from - 1, recency.to)) {
      for (let score = frequency.from; score <= frequency.to; score += 1) {
        if (row[score - 1] !== undefined) fail('INVALID_SEGMENTS', path, 'must not overlap another', 'an overlap')
        row[score - 1] = segment
      }
    }
  })
  const covered = grid.reduce((sum, row) => sum + row.filter((name) => name !== undefined).length, 0)
  if (covered < 25) fail('INVALID_SEGMENTS', 'options.segments', 'must cover all 25 pairs of scores', covered)
  return grid
}

function readRange(range: unknown, path: string): { from: number; to: number } {
  if (!Array.isArray(range) || range.length !== 2) fail('INVALID_SEGMENTS', path, 'must be [from, to]', range)
  const [from, to] = range as [unknown, unknown]
  assertInteger(from, { minimum: 1, maximum: 5 }, `${path}[0]`, 'INVALID_SEGMENTS')
  assertInteger(to, { minimum: from, maximum: 5 }, `${path}[1]`, 'INVALID_SEGMENTS')
  return { from, to }
}

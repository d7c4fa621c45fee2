import { fail } from '../internal/fail.js'
import { assertArray, assertOneOf, assertPlain } from '../internal/guards.js'
import { assertProportion } from '../statistics/assertProportion.js'
import { detectableDifference } from '../statistics/detectableDifference.js'
import { fisherExactTest } from '../statistics/fisherExactTest.js'
import { newcombeInterval } from '../statistics/newcombeInterval.js'
import type { ShrunkenRates } from '../statistics/shrunkenRates.js'

/** The counts of one segment. */
export interface SegmentCount {
  /** The segment, once in a list. */
  id: string
  /** Whole number from 0. */
  successes: number
  /** Whole number from `successes`. */
  trials: number
}

/** One metric by segment. */
export interface SegmentCounts {
  /** Code of the metric. */
  metric: string
  /** What the segments are values of, e.g. `plan`: tells two splits of one metric apart. */
  by?: string | undefined
  /** Which direction is good. */
  better: 'up' | 'down'
  /** Its counts, each segment once. */
  segments: readonly SegmentCount[]
}

/** Refuses what are no counts of one metric by segment. */
export function assertSegmentCounts(data: SegmentCounts): void {
  assertPlain(data, 'data')
  if (typeof data.metric !== 'string') fail('INVALID_INPUT', 'data.metric', 'must be a text', data.metric)
  if (data.by !== undefined && typeof data.by !== 'string') {
    fail('INVALID_INPUT', 'data.by', 'must be a text', data.by)
  }
  assertOneOf(data.better, ['up', 'down'], 'data.better', 'INVALID_INPUT')
  assertArray(data.segments, 'data.segments')
  const seen = new Set<string>()
  data.segments.forEach((segment, index) => {
    const path = `data.segments[${index}]`
    assertProportion(segment, path)
    const { id } = segment
    if (typeof id !== 'string') fail('INVALID_INPUT', `${path}.id`, 'must be a text', id)
    if (seen.has(id)) fail('CONFLICTING_RECORDS', `${path}.id`, 'must be given once', 'segment')
    seen.add(id)
  })
}

/** A segment against the rest. */
export interface JudgedSegment {
  id: string
  rate: number
  restRate: number
  effect: number
  lower: number
  upper: number
  midP: number
  /** Difference to the rest, above 0 when the segment is worse. */
  harm: number
  /** The bound of the harm that is nearest to none. */
  nearest: number
  shrunkRate: number
  shrunkLower: number | null
  shrunkUpper: number | null
  sampleSize: number
  baselineSampleSize: number
}

/** Compares one segment with all other customers. */
export function judgeSegment(
  { id, successes, trials }: SegmentCount,
  index: number,
  total: Omit<SegmentCount, 'id'>,
  better: 'up' | 'down',
  shrunk: ShrunkenRates,
  level: number,
): JudgedSegment {
  const rest = { successes: total.successes - successes, trials: total.trials - trials }
  const samples = { first: { successes, trials }, second: rest }
  const interval = newcombeInterval(samples, { level })
  const { midPLess, midPGreater } = fisherExactTest(samples)
  const effect = interval.difference as number
  const [lower, upper] = [interval.lower as number, interval.upper as number]
  const worseIsDown = better === 'up'
  return {
    id,
    rate: successes / trials,
    restRate: rest.successes / rest.trials,
    effect,
    lower,
    upper,
    midP: worseIsDown ? midPLess : midPGreater,
    harm: worseIsDown ? -effect : effect,
    nearest: worseIsDown ? -upper : lower,
    shrunkRate: shrunk.means[index] as number,
    shrunkLower: shrunk.lower?.[index] ?? null,
    shrunkUpper: shrunk.upper?.[index] ?? null,
    sampleSize: trials,
    baselineSampleSize: rest.trials,
  }
}

/** What could have been seen in a segment of the median size, at the level that it would have to pass alone. */
export function detectableFor(
  family: readonly SegmentCount[],
  overall: number,
  trials: number,
  rate: number,
): number | null {
  const sizes = family.map((segment) => segment.trials).sort((a, b) => a - b)
  const middle = (sizes.length - 1) / 2
  // Twice the sizes: the median of an even number of segments may be half a trial.
  const twice = (sizes[Math.floor(middle)] as number) + (sizes[Math.ceil(middle)] as number)
  const design = { baseline: overall, baselineTrials: 2 * trials - twice, currentTrials: twice }
  const found = detectableDifference(design, { alpha: rate / family.length })
  return found === null ? null : Math.SQRT2 * found
}

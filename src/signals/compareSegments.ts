import { adjustPValues } from '../statistics/adjustPValues.js'
import { type ShrunkenRates, shrunkenRates } from '../statistics/shrunkenRates.js'
import { type JudgedSegment, judgeSegment, type SegmentCounts } from './segmentComparison.js'

/** A segment against the rest, with its p among those of its family. */
export interface TestedSegment extends JudgedSegment {
  /** p adjusted by Benjamini-Hochberg. */
  adjustedPValue: number
}

/** The segments of one metric against the rest of the customers. */
export interface ComparedSegments {
  /** Segments of enough trials, in the order of the input. */
  tested: TestedSegment[]
  /** Rates of all segments, drawn to the rate of all customers. */
  shrunk: ShrunkenRates
  /** Trials of all segments. */
  trials: number
}

/** Compares every segment of at least `minimumTrials` with all other customers. */
export function compareSegments(
  { segments, better }: SegmentCounts,
  { minimumTrials, level }: { readonly minimumTrials: number; readonly level: number },
): ComparedSegments {
  const counts = segments.map(({ successes, trials }) => ({ successes, trials }))
  const total = {
    successes: counts.reduce((sum, { successes }) => sum + successes, 0),
    trials: counts.reduce((sum, { trials }) => sum + trials, 0),
  }
  // Small segments are customers too: they count for the rest and for the shrinking, and are only not judged.
  const shrunk = shrunkenRates(counts, { level })
  const judged = segments.flatMap((segment, index) =>
    segment.trials < minimumTrials ? [] : [judgeSegment(segment, index, total, better, shrunk, level)],
  )
  const { adjusted } = adjustPValues(judged.map(({ midP }) => midP))
  const tested = judged.map((segment, index) => ({ ...segment, adjustedPValue: adjusted[index] as number }))
  return { tested, shrunk, trials: total.trials }
}

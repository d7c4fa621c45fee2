import { canonicalJson } from '../internal/canonicalJson.js'
import type { GivenMeasurement } from './models/input.js'
import type { SegmentName } from './models/names.js'

/** Finds the figure of a metric and segment. */
export function findFigure<M extends { metric: string; segment?: SegmentName | undefined }>(
  measurements: readonly M[],
  wish: Pick<GivenMeasurement, 'metric' | 'segment'>,
): M | undefined {
  const key = segmentKey(wish.segment)
  return measurements.find(({ metric, segment }) => metric === wish.metric && segmentKey(segment) === key)
}

/** Text that is equal for equal segments. */
export function segmentKey(segment: SegmentName | undefined): string {
  return segment === undefined ? '' : canonicalJson(segment)
}

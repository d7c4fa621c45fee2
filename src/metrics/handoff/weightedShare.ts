import { type Decimal, toDouble } from '../../internal/decimal.js'
import type { Measurement } from '../../measurement.js'

/** A weighted share: exact sums, divided once; null without weight. */
export interface WeightedShare {
  /** Sum of the weights that hold. */
  held: Decimal
  /** Sum of the weights that are judged. */
  judged: Decimal
  /** How many are judged. */
  sampleSize: number
}

/** The value of a weighted share, null over an empty base. */
export function shareValue({ held, judged }: WeightedShare): number | null {
  return judged.isZero() ? null : toDouble(held.dividedBy(judged))
}

/** A weighted share as a measurement. */
export function shareMeasurement(metric: string, share: WeightedShare, definition: object): Measurement {
  const value = shareValue(share)
  return {
    metric,
    value,
    unit: 'ratio',
    numerator: toDouble(share.held),
    denominator: toDouble(share.judged),
    sampleSize: share.sampleSize,
    ...(value === null ? { reason: 'empty_base' as const } : {}),
    definition: { ...(JSON.parse(JSON.stringify(definition)) as object), caveats: [] },
  }
}

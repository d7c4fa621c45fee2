import type { Measurement } from '../../measurement.js'
import { kaplanMeier, type SurvivalStep } from '../../statistics/kaplanMeier.js'
import type { Observation } from '../../statistics/model.js'
import { survivalQuantile } from './survivalQuantile.js'

/** A quantile of gaps in days, some of which are still open, and the curve it was read from. */
export interface GapQuantile {
  /** What every measurement of gaps has. */
  readonly figures: Pick<Measurement, 'value' | 'unit' | 'sampleSize' | 'interval' | 'reason'>
  /** The Kaplan-Meier curve of the gaps. */
  readonly steps: readonly SurvivalStep[]
}

/** The days within which a share of the gaps has ended. */
export function gapQuantile(
  gaps: readonly Observation[],
  quantile: number,
  { level, wanted }: { level: number; wanted: boolean },
): GapQuantile {
  const { steps } = kaplanMeier(gaps, { level })
  const { value, interval } = survivalQuantile(steps, quantile, level)
  const reason = gaps.length === 0 ? 'empty_base' : 'insufficient_data'
  return {
    figures: {
      value,
      unit: 'days',
      sampleSize: gaps.length,
      ...(wanted && interval !== undefined ? { interval } : {}),
      ...(value === null ? { reason } : {}),
    },
    steps,
  }
}

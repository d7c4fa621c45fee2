import { fisherExactTest } from '../statistics/fisherExactTest.js'
import type { Proportion } from '../statistics/model.js'
import { newcombeInterval } from '../statistics/newcombeInterval.js'
import { twoProportionTest } from '../statistics/twoProportionTest.js'

/** Two shares compared in one direction, both with trials. */
export interface SharesCompared {
  rate: number
  baselineRate: number
  /** How much further in the direction the recent share lies. */
  difference: number
  /** Interval of the difference. */
  lower: number
  upper: number
  /** One-sided exact p in the direction, half of the observed table counted. */
  midP: number
  /** Pooled normal score of recent minus baseline. */
  z: number
  /** Its one-sided p in the direction. */
  pValue: number
}

/** Compares a recent share with a baseline, downwards or upwards. */
export function compareShares(recent: Proportion, baseline: Proportion, direction: 'down' | 'up'): SharesCompared {
  const isDown = direction === 'down'
  const samples = { first: recent, second: baseline }
  const interval = newcombeInterval(isDown ? { first: baseline, second: recent } : samples)
  const exact = fisherExactTest(samples)
  const pooled = twoProportionTest(samples)
  return {
    rate: recent.successes / recent.trials,
    baselineRate: baseline.successes / baseline.trials,
    difference: interval.difference ?? 0,
    lower: interval.lower ?? -1,
    upper: interval.upper ?? 1,
    midP: isDown ? exact.midPLess : exact.midPGreater,
    z: pooled.z ?? 0,
    pValue: (isDown ? pooled.pLess : pooled.pGreater) ?? 1,
  }
}

import { poissonRateRatio } from '../statistics/poissonRateRatio.js'
import type { SignalState } from './model.js'
import { reaches } from './reaches.js'

/** Volumes of the recent periods and of the baseline. */
export interface Volumes {
  recent: readonly number[]
  baseline: readonly number[]
}

/** How a change of the volume is judged. */
export interface VolumeRule {
  volumeRule: 'bound' | 'ratio'
  /** A loss of volume up to this share counts as none. */
  volumeMargin: number
  /** A gain or loss of volume up to this share is no change of its own. */
  volumeTolerance: number
}

/** The volume beside a fall of the rate. */
export interface VolumeVerdict {
  volume: number
  baselineVolume: number
  /** Recent over baseline; null without baseline volume. */
  volumeRatio: number | null
  /** p of "lost more than the margin", by the rule `bound`; null by the other. */
  volumePValue: number | null
  /** What a fall of the rate means at this volume. */
  state: SignalState
}

/** Level of the tests of volume. */
const level = 0.05

/** Judges whether volume held while the rate fell: that it held must be shown, not assumed. */
export function judgeVolume({ recent, baseline }: Volumes, rule: VolumeRule): VolumeVerdict {
  const [volume, baselineVolume] = [meanOf(recent), meanOf(baseline)]
  const means = { volume, baselineVolume }
  if (baselineVolume === 0) return { ...means, volumeRatio: null, volumePValue: null, state: 'insufficient_data' }
  const volumeRatio = volume / baselineVolume
  const isAbove = !reaches(1 + rule.volumeTolerance, volumeRatio)
  const isBelow = !reaches(volumeRatio, 1 - rule.volumeTolerance)
  if (rule.volumeRule === 'ratio') {
    const state = isAbove ? 'dilution' : isBelow ? 'slowdown' : 'fires'
    return { ...means, volumeRatio, volumePValue: null, state }
  }
  const rates = {
    first: { count: sumOf(recent), exposure: recent.length },
    second: { count: sumOf(baseline), exposure: baseline.length },
  }
  const volumePValue = poissonRateRatio(rates, { ratio0: 1 - rule.volumeMargin }).midPGreater
  const change = poissonRateRatio(rates)
  const state: SignalState =
    volumePValue < level
      ? isAbove && change.midPGreater < level
        ? 'dilution'
        : 'fires'
      : isBelow && change.midPLess < level
        ? 'slowdown'
        : 'cannot_tell'
  return { ...means, volumeRatio, volumePValue, state }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length
}

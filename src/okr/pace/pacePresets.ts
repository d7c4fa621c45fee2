import type { DecimalInput } from '../../measurement.js'

/** Name of a pace rule. */
export type PacePreset = 'default' | 'viva' | 'burningokr' | 'engagedly' | 'upraise' | 'mooncamp'

/** When progress is on track or at risk, by the gap to expectation or by the ratio to it. */
export interface PaceThresholds {
  /** Gap = expected − progress; ratio = progress / expected. */
  readonly basis: 'gap' | 'ratio'
  /** On track up to this gap, or from this ratio. */
  readonly onTrack: DecimalInput
  /** At risk up to this gap, or from this ratio. */
  readonly atRisk: DecimalInput
  /** Whether exactly `onTrack` is no longer on track; default false. */
  readonly onTrackExclusive?: boolean | undefined
}

/** A preset, or thresholds of one's own. */
export type PaceRule = PacePreset | PaceThresholds

/**
 * The pace rules of this library and of other tools.
 *
 * @example
 * ```ts
 * import { pacePresets } from 'retention-okr/okr'
 *
 * pacePresets.viva // => { basis: 'gap', onTrack: 0, atRisk: 0.25 }
 * ```
 * @since 0.1.0
 */
export const pacePresets: { readonly [name in PacePreset]: PaceThresholds } = {
  default: { basis: 'gap', onTrack: 0.05, atRisk: 0.2 },
  viva: { basis: 'gap', onTrack: 0, atRisk: 0.25 },
  burningokr: { basis: 'gap', onTrack: 0.2, atRisk: 0.4 },
  engagedly: { basis: 'gap', onTrack: 0.165, atRisk: 0.33, onTrackExclusive: true },
  upraise: { basis: 'ratio', onTrack: 0.95, atRisk: 0.75 },
  mooncamp: { basis: 'ratio', onTrack: 0.9, atRisk: 0.7 },
}

import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { assertAsOf } from './assertAsOf.js'
import { assertSize } from './assertSize.js'
import { assertBaselineChoice, type BaselineChoice } from './closeRateBaseline.js'
import { type ComparisonLevel, comparisonLevel } from './comparisonLevel.js'
import type { VolumeRule } from './judgeVolume.js'
import type { DetectorOptions } from './model.js'

/** Options of {@link detectCloseRateFall}. */
export interface DetectCloseRateFallOptions extends DetectorOptions {
  /** Last periods that are judged together, from 1; default 1. */
  readonly recentPeriods?: number | undefined
  /** Lags counted back from the first recent period, one cycle before, or the three before; default the cycle, if any. */
  readonly baseline?: 'auto' | 'same_phase' | 'trailing' | readonly number[] | undefined
  /** Periods of a cycle that repeats, e.g. 3 months of a quarter; default null: none. */
  readonly cycle?: number | null | undefined
  /** Smallest fall, in shares; default 0.03. */
  readonly minimumDrop?: number | undefined
  /** Smallest fall, as a share of the rate before; default 0.10. */
  readonly minimumRelativeDrop?: number | undefined
  /** Closed deals that both sides need; default 30. */
  readonly minimumSample?: number | undefined
  /** How it is shown that volume held; default `'bound'`: the lower 90 % bound of its ratio. */
  readonly volumeRule?: 'bound' | 'ratio' | undefined
  /** Loss of volume that counts as none, in [0, 1); default 0.20. */
  readonly volumeMargin?: number | undefined
  /** Change of volume that is no change of its own; default 0.15. */
  readonly volumeTolerance?: number | undefined
  /** Fall that makes a shown one critical, in shares; default 0.05. */
  readonly criticalEffect?: number | undefined
}

const optionNames = [
  'asOf',
  'looksPerYear',
  'falseAlarmsPerYear',
  'alpha',
  'recentPeriods',
  'baseline',
  'cycle',
  'minimumDrop',
  'minimumRelativeDrop',
  'minimumSample',
  'volumeRule',
  'volumeMargin',
  'volumeTolerance',
  'criticalEffect',
]

/** Those options with every default filled in. */
export interface CloseRateSettings extends BaselineChoice, VolumeRule, ComparisonLevel {
  asOf: Day
  minimumDrop: number
  minimumRelativeDrop: number
  minimumSample: number
  criticalEffect: number
}

/** Reads the options of a search for a fall of the close rate. */
export function readCloseRateSettings(options: DetectCloseRateFallOptions): CloseRateSettings {
  assertKnownOptions(options, optionNames)
  const { asOf, recentPeriods = 1, baseline = 'auto', cycle = null } = options
  const { minimumDrop = 0.03, minimumRelativeDrop = 0.1, minimumSample = 30, criticalEffect = 0.05 } = options
  const { volumeRule = 'bound', volumeMargin = 0.2, volumeTolerance = 0.15 } = options
  assertAsOf(asOf)
  assertBaselineChoice({ recentPeriods, baseline, cycle })
  assertSize(minimumDrop, 'options.minimumDrop')
  assertSize(minimumRelativeDrop, 'options.minimumRelativeDrop')
  assertSize(volumeTolerance, 'options.volumeTolerance')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  assertInteger(minimumSample, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumSample')
  assertOneOf(volumeRule, ['bound', 'ratio'], 'options.volumeRule')
  if (typeof volumeMargin !== 'number' || !(volumeMargin >= 0 && volumeMargin < 1)) {
    fail('INVALID_OPTION', 'options.volumeMargin', 'must be from 0 and below 1', volumeMargin)
  }
  const windows = { asOf, recentPeriods, baseline, cycle }
  const minima = { minimumDrop, minimumRelativeDrop, minimumSample, criticalEffect }
  return { ...windows, ...minima, volumeRule, volumeMargin, volumeTolerance, ...comparisonLevel(options) }
}

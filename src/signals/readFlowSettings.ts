import { fail } from '../internal/fail.js'
import { assertInteger } from '../internal/guards.js'
import { assertSize } from './assertSize.js'
import type { FlowLimits } from './judgeFlows.js'
import type { DetectorOptions } from './model.js'
import { readLevels } from './readLevels.js'

/** Options of {@link detectAcquisitionRetentionImbalance}. */
export interface DetectAcquisitionRetentionImbalanceOptions extends DetectorOptions {
  /** Last complete periods, from 1; default 3. */
  readonly recentPeriods?: number | undefined
  /** Periods before them, from 1; default 6. */
  readonly baselinePeriods?: number | undefined
  /** Loss of volume that still counts as holding, as a share in [0, 1); default 0.20. */
  readonly volumeMargin?: number | undefined
  /** Rise of the churn rate worth a finding, as a share of the rate before; default 0.10. */
  readonly minimumRelativeRise?: number | undefined
  /** Difference of the churn rates that makes a finding critical; default 0.02. */
  readonly criticalEffect?: number | undefined
}

/** Those options with every default filled in. */
export interface FlowSettings extends FlowLimits {
  looksPerYear: number
  falseAlarmsPerYear: number
}

const countless = Number.MAX_SAFE_INTEGER

/** Reads the options of a search for an imbalance; the cadence is that of the periods unless it is given. */
export function readFlowSettings(options: DetectAcquisitionRetentionImbalanceOptions, looks: number): FlowSettings {
  const { looksPerYear, falseAlarmsPerYear, windowLevel } = readLevels(options, looks)
  const { recentPeriods = 3, baselinePeriods = 6, volumeMargin = 0.2 } = options
  const { minimumRelativeRise = 0.1, criticalEffect = 0.02 } = options
  assertInteger(recentPeriods, { minimum: 1, maximum: countless }, 'options.recentPeriods')
  assertInteger(baselinePeriods, { minimum: 1, maximum: countless }, 'options.baselinePeriods')
  if (!(volumeMargin >= 0 && volumeMargin < 1)) {
    fail('INVALID_OPTION', 'options.volumeMargin', 'must be from 0 to below 1', volumeMargin)
  }
  assertSize(minimumRelativeRise, 'options.minimumRelativeRise')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  return {
    looksPerYear,
    falseAlarmsPerYear,
    windowLevel,
    recentPeriods,
    baselinePeriods,
    volumeMargin,
    minimumRelativeRise,
    criticalEffect,
  }
}

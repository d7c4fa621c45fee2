import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertLevel } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { assertAsOf } from './assertAsOf.js'
import { assertOpenShare } from './assertOpenShare.js'
import { assertSize } from './assertSize.js'
import { readLevels } from './readLevels.js'

/** Options of {@link detectSegmentsAtRisk}. */
export interface DetectSegmentsAtRiskOptions {
  /** Day of the verdict. */
  readonly asOf: Day
  /** Looks a year, from 1; default 12. */
  readonly looksPerYear?: number | undefined
  /** Accepted false alarms a year, in (0, 1); default 0.10. */
  readonly falseAlarmsPerYear?: number | undefined
  /** Accepted share of false findings, in (0, 1); default from the cadence, at most 0.05. */
  readonly falseDiscoveryRate?: number | undefined
  /** Difference worth a finding as a share of the rate of the rest, from 0; default 0.20. */
  readonly minimumRelativeDifference?: number | undefined
  /** Trials that a segment needs to be judged, from 1; default 10. */
  readonly minimumTrials?: number | undefined
  /** Difference worth a finding in shares, from 0; default 0.02. */
  readonly minimumDifference?: number | undefined
  /** Difference in shares that makes a finding critical; default 0.10. */
  readonly criticalEffect?: number | undefined
  /** Two-sided confidence of the intervals; default 0.95. */
  readonly level?: number | undefined
  /** Whether customers can be in several segments, which breaks the comparison with the rest; default false. */
  readonly overlapping?: boolean | undefined
}

/** Those options with every default filled in. */
export interface SegmentsAtRiskSettings {
  asOf: Day
  looksPerYear: number
  falseAlarmsPerYear: number
  falseDiscoveryRate: number
  minimumTrials: number
  minimumDifference: number
  minimumRelativeDifference: number
  criticalEffect: number
  level: number
  overlapping: boolean
}

const optionNames = [
  'asOf',
  'looksPerYear',
  'falseAlarmsPerYear',
  'falseDiscoveryRate',
  'minimumRelativeDifference',
  'minimumTrials',
  'minimumDifference',
  'criticalEffect',
  'level',
  'overlapping',
]

/** Reads the options of a search for segments at risk. */
export function readSegmentsAtRiskSettings(options: DetectSegmentsAtRiskOptions): SegmentsAtRiskSettings {
  assertKnownOptions(options, optionNames)
  const { asOf, looksPerYear, falseAlarmsPerYear } = options
  assertAsOf(asOf)
  const levels = readLevels({ looksPerYear, falseAlarmsPerYear })
  const { falseDiscoveryRate = levels.windowLevel, minimumTrials = 10, minimumDifference = 0.02 } = options
  const { minimumRelativeDifference = 0.2, criticalEffect = 0.1, level = 0.95, overlapping = false } = options
  assertOpenShare(falseDiscoveryRate, 'options.falseDiscoveryRate')
  assertInteger(minimumTrials, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumTrials')
  assertSize(minimumDifference, 'options.minimumDifference')
  assertSize(minimumRelativeDifference, 'options.minimumRelativeDifference')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  assertLevel(level)
  if (typeof overlapping !== 'boolean') fail('INVALID_OPTION', 'options.overlapping', 'must be a boolean', overlapping)
  return {
    asOf,
    looksPerYear: levels.looksPerYear,
    falseAlarmsPerYear: levels.falseAlarmsPerYear,
    falseDiscoveryRate,
    minimumTrials,
    minimumDifference,
    minimumRelativeDifference,
    criticalEffect,
    level,
    overlapping,
  }
}

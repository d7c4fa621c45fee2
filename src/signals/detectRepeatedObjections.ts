import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { assertInteger, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { RepeatedLimits } from '../metrics/sales/model.js'
import { isRepeated, type ReadLimits, readRepeatedLimits } from '../metrics/sales/repeatedLimits.js'
import { assertAsOf } from './assertAsOf.js'
import { assertObjectionThemes } from './assertObjectionThemes.js'
import { assertSize } from './assertSize.js'
import { compareThemes, type ThemeCompared } from './compareThemes.js'
import { type ComparisonLevel, comparisonLevel } from './comparisonLevel.js'
import type { DetectorOptions, SignalResult } from './model.js'
import type { ObjectionPair, ObjectionThemes } from './objectionModel.js'
import { ruleResult } from './ruleResult.js'

/** Options of {@link detectRepeatedObjections}. */
export interface DetectRepeatedObjectionsOptions extends DetectorOptions {
  /** Limits from which a theme is a pattern: a share of .30, 3 prospects and 5 mentions by default. */
  readonly repeated?: RepeatedLimits | undefined
  /** Smallest rise of a theme, in shares of the prospects; default 0.05. */
  readonly minimumDifference?: number | undefined
  /** Or how many times its share must have become; default 1.5. */
  readonly minimumRatio?: number | undefined
  /** Prospects that both profiles need; default 30. */
  readonly minimumSample?: number | undefined
  /** Rise that makes a shown one critical, in shares; default 0.10. */
  readonly criticalEffect?: number | undefined
}

const optionNames = [
  'asOf',
  'looksPerYear',
  'falseAlarmsPerYear',
  'alpha',
  'repeated',
  'minimumDifference',
  'minimumRatio',
  'minimumSample',
  'criticalEffect',
]

/**
 * Detects objections that return (a fact) and those that rise (a test) among the prospects of two windows.
 *
 * Repeated is a theme that reaches all limits of a pattern: an info. Rising is one whose share of the prospects is up by
 * the minimum, or to so many times, with a mid-p that stays at the level after Benjamini and Hochberg's adjustment over
 * all themes compared. Fires only when one rises.
 *
 * @param profiles - profiles of `profileObjections` now and, when there is one, before
 * @param options - day of the verdict, limits, minima, level
 * @returns the verdict; repeated themes by mentions, then rising ones by name
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for a theme twice in a profile
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when a theme has more prospects than the profile
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_OPTION, INVALID_DAY, INVALID_INPUT
 * @example
 * ```ts
 * import { detectRepeatedObjections } from 'retention-okr/signals'
 *
 * const baseline = { prospects: 160, themes: [{ theme: 'price', mentions: 40, prospects: 40 }] }
 * const current = { prospects: 150, themes: [{ theme: 'price', mentions: 60, prospects: 60 }] }
 * const signal = detectRepeatedObjections({ current, baseline }, { asOf: '2025-05-01' })
 * signal.findings.map(({ code }) => code) // => ['sales.repeated_objection', 'sales.rising_objection']
 * signal.state // => 'fires'
 * ```
 * @see Benjamini and Hochberg 1995, Controlling the false discovery rate
 * @since 0.1.0
 */
export function detectRepeatedObjections(
  profiles: ObjectionPair,
  options: DetectRepeatedObjectionsOptions,
): SignalResult {
  const settings = readSettings(options)
  assertPlain(profiles, 'profiles')
  const { current, baseline } = profiles as unknown as ObjectionPair
  assertObjectionThemes(current, 'profiles.current')
  if (baseline !== undefined) assertObjectionThemes(baseline, 'profiles.baseline')
  const { asOf, limits, minimumSample, ...definition } = settings
  const mentions = current.themes.reduce((sum, theme) => sum + theme.mentions, 0)
  const isComparable =
    baseline !== undefined && current.prospects >= minimumSample && baseline.prospects >= minimumSample
  const compared = isComparable ? compareThemes(current, baseline, settings) : []
  const rising = compared.filter(({ rises }) => rises).map(({ theme, evidence }) => risingFinding(theme, evidence))
  const repeated = repeatedFindings(current, mentions, limits)
  const isShort = mentions === 0 || (!isComparable && mentions < limits.mentions)
  const quiet = repeated.length > 0 ? 'watch' : isShort ? 'insufficient_data' : 'quiet'
  const smallest = compared.reduce((least, { evidence }) => Math.min(least, evidence.adjustedPValue), 1)
  return ruleResult({
    detector: 'detectRepeatedObjections',
    subject: 'objections',
    state: rising.length > 0 ? 'fires' : quiet,
    findings: [...repeated, ...rising],
    ...(isShort
      ? {}
      : {
          evidence: {
            mentions,
            prospects: current.prospects,
            baselineProspects: baseline?.prospects ?? null,
            ...(compared.length === 0
              ? {}
              : { adjustedPValue: smallest, decidedBy: 'mid-p', threshold: settings.alpha }),
          },
        }),
    missing: [{ what: 'mentions', needed: limits.mentions, found: mentions }],
    comparisons: compared.length,
    asOf,
    definition: { repeated: { ...limits }, minimumSample, ...definition },
  })
}

interface Settings extends ComparisonLevel {
  asOf: string
  limits: ReadLimits
  minimumDifference: number
  minimumRatio: number
  minimumSample: number
  criticalEffect: number
}

function readSettings(options: DetectRepeatedObjectionsOptions): Settings {
  assertKnownOptions(options, optionNames)
  const { asOf, minimumDifference = 0.05, minimumRatio = 1.5, minimumSample = 30, criticalEffect = 0.1 } = options
  assertAsOf(asOf)
  assertSize(minimumDifference, 'options.minimumDifference')
  assertSize(minimumRatio, 'options.minimumRatio')
  assertSize(criticalEffect, 'options.criticalEffect', true)
  assertInteger(minimumSample, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumSample')
  const limits = readRepeatedLimits(options.repeated ?? {})
  return {
    asOf,
    limits,
    minimumDifference,
    minimumRatio,
    minimumSample,
    criticalEffect,
    ...comparisonLevel(options),
  }
}

function repeatedFindings({ themes }: ObjectionThemes, all: number, limits: ReadLimits): Finding[] {
  return themes
    .filter((theme) => isRepeated(theme, all, limits))
    .sort((a, b) => b.mentions - a.mentions || compareCodeUnits(a.theme, b.theme))
    .map(({ theme, mentions, prospects }) => ({
      code: 'sales.repeated_objection',
      severity: 'info',
      subject: theme,
      since: null,
      evidence: { mentions, prospects, share: mentions / all },
      method: 'rule',
      params: { ...limits },
    }))
}

function risingFinding(theme: string, evidence: ThemeCompared['evidence']): Finding {
  return {
    code: 'sales.rising_objection',
    severity: evidence.confirmed ? 'critical' : 'warning',
    subject: theme,
    since: null,
    evidence: { ...evidence },
    method: 'mid-p',
    params: { direction: 'up' },
  }
}

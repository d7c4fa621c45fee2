import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertCount, assertInteger, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { ObjectionTheme, RepeatedLimits } from '../metrics/sales/model.js'
import { isRepeated, type ReadLimits, readRepeatedLimits } from '../metrics/sales/repeatedLimits.js'
import { adjustPValues } from '../statistics/adjustPValues.js'
import { assertAsOf } from './assertAsOf.js'
import { assertSize } from './assertSize.js'
import { compareShares, type SharesCompared } from './compareShares.js'
import { type ComparisonLevel, comparisonLevel } from './comparisonLevel.js'
import type { DetectorOptions, SignalResult } from './model.js'
import { reaches } from './reaches.js'
import { ruleResult } from './ruleResult.js'

/** What is read of a profile of objections. */
export interface ObjectionThemes {
  /** Prospects with an objection, or those talked to. */
  readonly prospects: number
  /** The themes, each once. */
  readonly themes: readonly Readonly<Pick<ObjectionTheme, 'theme' | 'mentions' | 'prospects'>>[]
}

/** Objections now and before. */
export interface ObjectionPair {
  /** The profile to judge. */
  readonly current: ObjectionThemes
  /** An earlier one; without it nothing can rise. */
  readonly baseline?: ObjectionThemes | undefined
}

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

/** Prospects in both profiles together from which on a theme is compared. */
const minimumTogether = 10

/** Prospects now that a rising theme needs. */
const minimumNow = 5

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
  assertProfile(current, 'profiles.current')
  if (baseline !== undefined) assertProfile(baseline, 'profiles.baseline')
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

function assertProfile(profile: unknown, path: string): asserts profile is ObjectionThemes {
  assertPlain(profile, path)
  const { prospects, themes } = profile
  assertCount(prospects, `${path}.prospects`)
  assertArray(themes, `${path}.themes`)
  const seen = new Set<string>()
  themes.forEach((theme, index) => {
    const own = `${path}.themes[${index}]`
    assertPlain(theme, own)
    if (typeof theme['theme'] !== 'string') fail('INVALID_INPUT', `${own}.theme`, 'must be text', theme['theme'])
    assertCount(theme['mentions'], `${own}.mentions`)
    assertCount(theme['prospects'], `${own}.prospects`)
    if (theme['prospects'] > prospects) {
      fail('COUNT_EXCEEDS_BASE', `${own}.prospects`, 'must not exceed those of the profile', theme['prospects'])
    }
    if (seen.has(theme['theme'])) fail('CONFLICTING_RECORDS', `${own}.theme`, 'must be given once', 'a theme twice')
    seen.add(theme['theme'])
  })
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

interface ThemeCompared {
  theme: string
  evidence: SharesCompared & {
    adjustedPValue: number
    decidedBy: string
    threshold: number
    confirmed: boolean
    sampleSize: number
    baselineSampleSize: number
  }
  rises: boolean
}

/** Compares every theme that is frequent enough in both profiles together, so that the choice favours no direction. */
function compareThemes(current: ObjectionThemes, baseline: ObjectionThemes, settings: Settings): ThemeCompared[] {
  const [now, before] = [prospectsByTheme(current), prospectsByTheme(baseline)]
  const family = [...new Set([...now.keys(), ...before.keys()])]
    .sort(compareCodeUnits)
    .map((theme) => ({ theme, own: now.get(theme) ?? 0, old: before.get(theme) ?? 0 }))
    .filter(({ own, old }) => own + old >= minimumTogether)
  const compared = family.map(({ own, old }) =>
    compareShares({ successes: own, trials: current.prospects }, { successes: old, trials: baseline.prospects }, 'up'),
  )
  const { adjusted } = adjustPValues(compared.map(({ midP }) => midP))
  return compared.map((shares, index) => {
    const { theme = '', own = 0 } = family[index] ?? {}
    const adjustedPValue = adjusted[index] ?? 1
    const isLarge =
      reaches(shares.difference, settings.minimumDifference) ||
      reaches(shares.rate, settings.minimumRatio * shares.baselineRate)
    return {
      theme,
      evidence: {
        ...shares,
        adjustedPValue,
        decidedBy: 'mid-p',
        threshold: settings.alpha,
        confirmed: reaches(shares.lower, settings.criticalEffect),
        sampleSize: current.prospects,
        baselineSampleSize: baseline.prospects,
      },
      rises: own >= minimumNow && isLarge && reaches(settings.alpha, adjustedPValue),
    }
  })
}

function prospectsByTheme({ themes }: ObjectionThemes): Map<string, number> {
  return new Map(themes.map(({ theme, prospects }) => [theme, prospects]))
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

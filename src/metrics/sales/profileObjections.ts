import { createInstantReader } from '../../calendar/createInstantReader.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { fail } from '../../internal/fail.js'
import { assertCount, assertKnownOptions } from '../../internal/guards.js'
import type { Period } from '../../measurement.js'
import type { Objection } from '../../records/model.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { ObjectionProfile, RepeatedLimits } from './model.js'
import { isRepeated, readRepeatedLimits } from './repeatedLimits.js'

/** Options of {@link profileObjections}. */
export interface ProfileObjectionsOptions {
  /** Objections raised inside it; default all. */
  readonly period?: Period | undefined
  /** Prospects talked to, the denominator of trends; default those with an objection. */
  readonly exposedProspects?: number | undefined
  /** Limits from which a theme is a pattern: a share of .30, 3 prospects and 5 mentions by default. */
  readonly repeated?: RepeatedLimits | undefined
}

/**
 * Profiles the objections of prospects: themes with their shares, how concentrated they are, and which are a pattern.
 *
 * A theme is repeated when its share of the mentions, its distinct prospects and its mentions all reach their limits:
 * one loud prospect makes no pattern. Concentration is the sum of the squared shares; 1 / concentration is the number
 * of equally frequent themes that would be as concentrated.
 *
 * @param objections - the objections, in any order
 * @param options - period, prospects talked to, limits
 * @returns counts and shares 0..1, themes by mentions, then name; concentration is null without mentions
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more prospects objected than were talked to
 * @throws {@link RetentionOkrError} INVALID_COUNT, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, INVALID_INPUT
 * @example
 * ```ts
 * import { profileObjections } from 'retention-okr/metrics'
 *
 * const themes = ['price', 'price', 'price', 'price', 'price', 'trust']
 * const objections = themes.map((theme, index) => ({ prospectId: `p${index}`, at: '2025-03-01', theme }))
 * const profile = profileObjections(objections)
 * profile.themes.map(({ theme, repeated }) => [theme, repeated]) // => [['price', true], ['trust', false]]
 * profile.concentration ?? 0 // ≈ 0.722
 * ```
 * @since 0.1.0
 */
export function profileObjections(
  objections: Iterable<Objection>,
  options: ProfileObjectionsOptions = {},
): ObjectionProfile {
  assertKnownOptions(options, ['period', 'exposedProspects', 'repeated'])
  const { exposedProspects } = options
  const limits = readRepeatedLimits(options.repeated ?? {})
  const period = options.period === undefined ? undefined : readPeriod(options.period, 'UTC', 'options.period')
  if (exposedProspects !== undefined) assertCount(exposedProspects, 'options.exposedProspects')
  const read = createInstantReader('UTC')
  const byTheme = new Map<string, { mentions: number; prospects: Set<string> }>()
  const prospects = new Set<string>()
  let mentions = 0
  forEachRecord(objections, 'objections', ({ prospectId, theme, at }, index) => {
    for (const [name, text] of Object.entries({ prospectId, theme })) {
      if (typeof text !== 'string') fail('INVALID_INPUT', `objections[${index}].${name}`, 'must be text', text)
    }
    const instant = read(at, () => `objections[${index}].at`)
    if (period !== undefined && (instant < period.start || instant >= period.end)) return
    const own = byTheme.get(theme) ?? { mentions: 0, prospects: new Set<string>() }
    byTheme.set(theme, own)
    own.mentions += 1
    own.prospects.add(prospectId)
    prospects.add(prospectId)
    mentions += 1
  })
  if (exposedProspects !== undefined && prospects.size > exposedProspects) {
    fail(
      'COUNT_EXCEEDS_BASE',
      'options.exposedProspects',
      'must not be below those with an objection',
      exposedProspects,
    )
  }
  const themes = [...byTheme]
    .map(([theme, own]) => ({ theme, mentions: own.mentions, prospects: own.prospects.size }))
    .sort((a, b) => b.mentions - a.mentions || compareCodeUnits(a.theme, b.theme))
    .map((own) => ({ ...own, share: own.mentions / mentions, repeated: isRepeated(own, mentions, limits) }))
  const squares = themes.reduce((sum, own) => sum + own.mentions ** 2, 0)
  return {
    mentions,
    prospects: exposedProspects ?? prospects.size,
    themes,
    concentration: mentions === 0 ? null : squares / mentions ** 2,
    effectiveThemes: mentions === 0 ? null : mentions ** 2 / squares,
  }
}

import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { localDay } from '../../calendar/localDay.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { assertInteger, assertKnownOptions } from '../../internal/guards.js'
import type { AsOfOptions } from '../../records/options.js'
import { proportionMeasurement, proportionOptionNames } from '../internal/proportionMeasurement.js'
import type { SilenceOptions, SilentCohort, SilentProspectMeasurement } from './model.js'
import { type ProspectRecords, type ReadProspect, readProspects } from './readProspects.js'
import { readSilenceLimits, silenceOptionNames } from './readSilenceLimits.js'
import { type SilentProspectRateOptions, silentProspectRate } from './silentProspectRate.js'

/** Options of {@link measureSilentProspectRate}. */
export interface MeasureSilentProspectRateOptions extends AsOfOptions, SilenceOptions, SilentProspectRateOptions {
  /** Age at which every prospect is judged, in local days, 1 to 36,600; default 30. */
  readonly cohortAgeDays?: number | undefined
}

/**
 * Measures the share of handed prospects that do not answer, each judged at one fixed age, by month of hand-over.
 *
 * The first hand-off of every lead counts, with the state of `classifyProspect` so many local days later: what happens
 * after that changes nothing, and younger ones are pending. In the base are those still open then and tried by a person.
 *
 * @param records - hand-overs, contacts, and when known deals and leads
 * @param options - instant of knowledge, age, limits of silence, level, interval
 * @returns `silent-prospect-rate` as a ratio 0..1 with its months; null with `empty_base`, or `not_mature` while all are
 * pending; left out: `duplicate`, `not_open`, `untouched`, `unreachable`, `future`, `missing_close_date`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE,
 * INVALID_AMOUNT, INVALID_INPUT
 * @example
 * ```ts
 * import { measureSilentProspectRate } from 'retention-okr/metrics'
 *
 * const handoff = { fromTeam: 'marketing', toTeam: 'sales', handedAt: '2025-01-05' }
 * const handoffs = [{ ...handoff, id: 'H1', leadId: 'L1' }, { ...handoff, id: 'H2', leadId: 'L2' }]
 * const call = { direction: 'out', channel: 'call' } as const
 * const interactions = ['L1', 'L2'].flatMap((leadId) => ['2025-01-05', '2025-01-09', '2025-01-14'].map((at) => ({ ...call, leadId, at })))
 * const answer = { leadId: 'L2', direction: 'in', channel: 'email', at: '2025-01-20' } as const
 * const records = { handoffs, interactions: [...interactions, answer] }
 * const rate = measureSilentProspectRate(records, { asOf: '2025-03-01', interval: 'none' })
 * rate.value // => 0.5
 * rate.cohorts // => [{ cohort: '2025-01', silent: 1, assessed: 2, value: 0.5 }]
 * ```
 * @since 0.1.0
 */
export function measureSilentProspectRate(
  records: ProspectRecords,
  options: MeasureSilentProspectRateOptions,
): SilentProspectMeasurement {
  assertKnownOptions(options, [
    'asOf',
    'timeZone',
    'duplicates',
    'cohortAgeDays',
    ...silenceOptionNames,
    ...proportionOptionNames,
  ])
  const { timeZone = 'UTC', cohortAgeDays = 30, level, interval } = options
  assertTimeZone(timeZone)
  assertInteger(cohortAgeDays, { minimum: 1, maximum: 36_600 }, 'options.cohortAgeDays')
  const asOf = readAsOf(options.asOf, timeZone)
  const limits = readSilenceLimits(options)
  const exclusions = createExclusions()
  const prospects = readProspects(records, {
    asOf,
    timeZone,
    cohortAgeDays,
    limits,
    segmentBy: undefined,
    exclusions,
    duplicates: options.duplicates,
  })
  const aged = prospects.filter(({ state }) => state !== 'pending')
  const measurement = proportionMeasurement(
    {
      metric: 'silent-prospect-rate',
      numerator: aged.filter(({ state }) => state === 'silent').length,
      denominator: aged.filter(({ state }) => state !== 'excluded').length,
      pending: prospects.length - aged.length,
      excluded: exclusions.result(),
      definition: { asOf: new Date(asOf).toISOString(), timeZone, cohortAgeDays, ...limits },
    },
    { level, interval },
  )
  return { ...measurement, cohorts: cohortsOf(aged, timeZone, { level, interval }) }
}

function cohortsOf(
  aged: readonly ReadProspect[],
  timeZone: string,
  options: SilentProspectRateOptions,
): SilentCohort[] {
  const counts = new Map<string, { silent: number; assessed: number }>()
  for (const { handedAt, state } of aged) {
    const month = localDay(handedAt, timeZone).slice(0, 7)
    const cohort = counts.get(month) ?? { silent: 0, assessed: 0 }
    if (state === 'silent') cohort.silent += 1
    if (state !== 'excluded') cohort.assessed += 1
    counts.set(month, cohort)
  }
  return [...counts]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([cohort, own]) => {
      const rate = silentProspectRate(own, options)
      return {
        cohort,
        ...own,
        value: rate.value,
        ...(rate.interval === undefined ? {} : { interval: rate.interval }),
      }
    })
}

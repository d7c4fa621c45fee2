import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { assertInteger, assertKnownOptions } from '../../internal/guards.js'
import type { Handoff, Periods } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { CountTally, DeclaredPart } from '../../tally/model.js'
import { type CutPeriod, cutPeriods, periodCell, sortCells } from '../internal/periodCells.js'
import type { ProspectCounts, SilenceOptions } from './model.js'
import { type ProspectRecords, type ReadProspect, readProspects } from './readProspects.js'
import { readSilenceLimits, silenceOptionNames } from './readSilenceLimits.js'

/** Options of {@link countProspects}. */
export interface CountProspectsOptions extends TallyOptions<Handoff>, SilenceOptions {
  /** A period grid, or a list of periods, which may overlap; prospects by hand-over. */
  readonly periods: Periods
  /** Age at which every prospect is judged, in local days, 1 to 36,600; default 30. */
  readonly cohortAgeDays?: number | undefined
  /** The part of a split by whole leads that the records are, so that the counts may be merged; default all. */
  readonly partition?: DeclaredPart | undefined
}

/**
 * Counts handed prospects per period of hand-over and segment of the hand-off: silent, assessed, pending.
 *
 * The prospects of {@link measureSilentProspectRate}: the first hand-off of every lead, judged at one fixed age.
 *
 * @param records - hand-overs, contacts, and when known deals and leads
 * @param options - instant of knowledge, periods, segments, age, limits of silence
 * @returns a tally of kind `prospects`, one cell a period and segment; left out, once for all periods: `duplicate`,
 * `not_open`, `untouched`, `unreachable`, `future`, `missing_close_date`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * INVALID_TIME_ZONE, INVALID_AMOUNT, INVALID_INPUT
 * @example
 * ```ts
 * import { countProspects } from 'retention-okr/metrics'
 *
 * const handoffs = [{ id: 'H1', leadId: 'L1', fromTeam: 'marketing', toTeam: 'sales', handedAt: '2025-01-05' }]
 * const call = { leadId: 'L1', direction: 'out', channel: 'call' } as const
 * const interactions = ['2025-01-05', '2025-01-09', '2025-01-14'].map((at) => ({ ...call, at }))
 * const periods = [{ start: '2025-01-01', end: '2025-02-01' }]
 * const [january] = countProspects({ handoffs, interactions }, { asOf: '2025-03-01', periods }).cells
 * january?.counts // => { silent: 1, assessed: 1, pending: 0 }
 * ```
 * @since 0.1.0
 */
export function countProspects(records: ProspectRecords, options: CountProspectsOptions): CountTally<ProspectCounts> {
  const names = ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'periods', 'cohortAgeDays', 'partition']
  assertKnownOptions(options, [...names, ...silenceOptionNames])
  const { timeZone = 'UTC', cohortAgeDays = 30, segmentBy, partition } = options
  assertTimeZone(timeZone)
  assertInteger(cohortAgeDays, { minimum: 1, maximum: 36_600 }, 'options.cohortAgeDays')
  const asOf = readAsOf(options.asOf, timeZone)
  const limits = readSilenceLimits(options)
  const periods = cutPeriods(readPeriods(options.periods, timeZone, 'options.periods'), asOf)
  const exclusions = createExclusions()
  const prospects = readProspects(records, {
    asOf,
    timeZone,
    cohortAgeDays,
    limits,
    segmentBy,
    exclusions,
    duplicates: options.duplicates,
  })
  const found = new Set(prospects.map(({ segment }) => segment))
  const segments = found.size === 0 ? [undefined] : [...found]
  const excluded = exclusions.result()
  return {
    kind: 'prospects',
    definition: {
      asOf: new Date(asOf).toISOString(),
      timeZone,
      ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
      cohortAgeDays,
      ...limits,
    },
    cells: sortCells(
      periods.flatMap((period) =>
        segments.map((segment) => {
          const own = prospects.filter((prospect) => prospect.segment === segment)
          return periodCell(period, segment, countsOf(own, period), timeZone)
        }),
      ),
    ),
    ...(excluded === undefined ? {} : { excluded }),
    distinct: 'lead',
    ...(partition === undefined ? {} : { partition: { name: partition.name, parts: [partition.part] } }),
  }
}

function countsOf(prospects: readonly ReadProspect[], { start, until }: CutPeriod): ProspectCounts {
  const counts: ProspectCounts = { silent: 0, assessed: 0, pending: 0 }
  for (const { handedAt, state } of prospects) {
    if (handedAt < start || handedAt >= until) continue
    if (state === 'silent') counts.silent += 1
    if (state === 'silent' || state === 'assessed') counts.assessed += 1
    if (state === 'pending') counts.pending += 1
  }
  return counts
}

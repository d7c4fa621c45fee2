import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Instant } from '../../measurement.js'
import type { Periods } from '../../records/model.js'
import type { CountTally, DeclaredPart } from '../../tally/model.js'
import { buildHandoffTally } from './buildHandoffTally.js'
import type { HandoffCounts, HandoffRecords } from './models/figures.js'
import type { HandoffPolicy } from './models/policy.js'
import { readPolicy } from './readPolicy.js'

/** Options of {@link tallyHandoffs}. */
export interface TallyHandoffsOptions {
  /** Nothing later is known. */
  readonly asOf: Instant
  /** IANA zone that defines months and days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** A period grid, or periods that do not overlap; hand-offs by hand-over; default calendar months. */
  readonly periods?: Periods | undefined
  /** The part of a split by whole leads that these records are; default all. */
  readonly partition?: DeclaredPart | undefined
  /** What a good hand-off is. */
  readonly policy: HandoffPolicy
}

/**
 * Tallies hand-offs per period of hand-over, pair of teams and source: mergeable counts of what went well and wrong.
 *
 * Every hand-off known at `asOf` is assessed as {@link assessHandoff} does, with all that is known of its lead. Parts of
 * the records merge when each holds whole leads and `partition` says so; then `duplicates` must be those of all leads.
 *
 * @param records - leads, hand-overs, and what is known of touches, owner changes, deals and duplicates
 * @param options - instant of knowledge, zone, periods, part of a split, policy
 * @returns a tally of kind `handoff`; left out: `duplicate`, `future`, `unknown_lead`, `missing_close_date`
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown member of the policy, or a team without opening hours
 * @throws {@link RetentionOkrError} INVALID_PERIOD for periods that overlap
 * @throws {@link RetentionOkrError} INVALID_INPUT for a partition without duplicates
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_INSTANT, INVALID_TIME_ZONE, INVALID_WEIGHT
 * @example
 * ```ts
 * import { tallyHandoffs } from 'retention-okr/metrics'
 *
 * const leads = [{ id: 'L1', createdAt: '2025-03-12', source: 'web', fields: { email: '' } }]
 * const handoffs = [{ id: 'H1', leadId: 'L1', fromTeam: 'marketing', toTeam: 'sales', handedAt: '2025-03-12' }]
 * const policy = { calendars: { sales: null }, requiredFields: [{ field: 'email' }] }
 * const [march] = tallyHandoffs({ leads, handoffs }, { asOf: '2025-04-01', policy }).cells
 * march?.segment // => '["marketing","sales"]'
 * march?.counts['defect:missing:email'] // => 1
 * ```
 * @since 0.1.0
 */
export function tallyHandoffs(records: HandoffRecords, options: TallyHandoffsOptions): CountTally<HandoffCounts> {
  assertKnownOptions(options, ['asOf', 'timeZone', 'periods', 'partition', 'policy'])
  assertPlain(records, 'records')
  const { timeZone = 'UTC', partition } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const policy = readPolicy(options.policy)
  const periods = options.periods === undefined ? undefined : readApartPeriods(options.periods, timeZone)
  if (partition !== undefined) assertPartition(partition, records)
  const tally = buildHandoffTally(records, { asOf, timeZone, policy, periods, isInside: () => true })
  if (partition === undefined) return tally
  return { ...tally, partition: { name: partition.name, parts: [partition.part] } }
}

/** A hand-off lies in one period: periods must not overlap. */
function readApartPeriods(given: Periods, timeZone: string): { start: number; end: number }[] {
  const periods = readPeriods(given, timeZone, 'options.periods')
  periods.forEach(({ start }, index) => {
    const before = periods[index - 1]
    if (before !== undefined && start < before.end) {
      fail('INVALID_PERIOD', `options.periods[${index}]`, 'must not overlap', before.end - start)
    }
  })
  return periods
}

function assertPartition(partition: DeclaredPart, records: HandoffRecords): void {
  assertKnownOptions(partition, ['name', 'part'], 'options.partition')
  for (const member of ['name', 'part'] as const) {
    if (typeof partition[member] !== 'string') {
      fail('INVALID_OPTION', `options.partition.${member}`, 'must be text', partition[member])
    }
  }
  if (records.duplicates === undefined) {
    fail('INVALID_INPUT', 'records.duplicates', 'is needed of all leads: a part cannot see the others', undefined)
  }
}

import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Opportunity, Periods } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { CountTally, DeclaredPart } from '../../tally/model.js'
import { type CutPeriod, cutPeriods, periodCell, sortCells } from '../internal/periodCells.js'
import type { OpportunityCounts } from './model.js'
import { type Deal, readDeals } from './readDeals.js'

/** Options of {@link countOpportunities}. */
export interface CountOpportunitiesOptions extends TallyOptions<Opportunity> {
  /** A period grid, or a list of periods, which may overlap. */
  readonly periods: Periods
  /** The part of a declared split that the deals are; default all. */
  readonly partition?: DeclaredPart | undefined
}

/**
 * Counts deals per period and segment: created, won and lost inside it, and open at its end.
 *
 * A period that is not over is cut at `asOf`; one that has not begun has no cell.
 *
 * @param opportunities - the deals, in any order
 * @param options - instant of knowledge, periods, segments
 * @returns a tally of kind `opportunities`, one cell a period and segment; left out: `duplicate`, `future`,
 * `missing_close_date`
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * INVALID_TIME_ZONE, INVALID_AMOUNT, INVALID_INPUT
 * @example
 * ```ts
 * import { countOpportunities } from 'retention-okr/metrics'
 *
 * const opportunities = [
 *   { id: '1', createdAt: '2025-01-10', status: 'won', closedAt: '2025-01-30' },
 *   { id: '2', createdAt: '2025-01-12', status: 'open' },
 * ] as const
 * const periods = [{ start: '2025-01-01', end: '2025-02-01' }]
 * const [january] = countOpportunities(opportunities, { asOf: '2025-03-31', periods }).cells
 * january?.counts // => { created: 2, won: 1, lost: 0, open: 1 }
 * ```
 * @since 0.1.0
 */
export function countOpportunities(
  opportunities: Iterable<Opportunity>,
  options: CountOpportunitiesOptions,
): CountTally<OpportunityCounts> {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'periods', 'partition'])
  const { timeZone = 'UTC', segmentBy, partition } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const periods = cutPeriods(readPeriods(options.periods, timeZone, 'options.periods'), asOf)
  const exclusions = createExclusions()
  const deals = readDeals(opportunities, {
    asOf,
    timeZone,
    exclusions,
    segmentBy,
    duplicates: options.duplicates,
    isInside: () => true,
  })
  const found = new Set(deals.map(({ segment }) => segment))
  const segments = found.size === 0 ? [undefined] : [...found]
  const excluded = exclusions.result()
  return {
    kind: 'opportunities',
    definition: {
      asOf: new Date(asOf).toISOString(),
      timeZone,
      ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
    },
    cells: sortCells(
      periods.flatMap((period) =>
        segments.map((segment) => {
          const own = deals.filter((deal) => deal.segment === segment)
          return periodCell(period, segment, countsOf(own, period), timeZone)
        }),
      ),
    ),
    ...(excluded === undefined ? {} : { excluded }),
    ...(partition === undefined ? {} : { partition: { name: partition.name, parts: [partition.part] } }),
  }
}

function countsOf(deals: readonly Deal[], { start, until }: CutPeriod): OpportunityCounts {
  const counts: OpportunityCounts = { created: 0, won: 0, lost: 0, open: 0 }
  for (const { createdAt, closedAt, outcome } of deals) {
    if (createdAt >= start && createdAt < until) counts.created += 1
    if (closedAt !== undefined && closedAt >= start && closedAt < until && outcome !== 'open') counts[outcome] += 1
    if (createdAt < until && (closedAt === undefined || closedAt >= until)) counts.open += 1
  }
  return counts
}

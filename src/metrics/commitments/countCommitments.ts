import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readInstant } from '../../calendar/readInstant.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Commitment, Periods } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { isTally } from '../../tally/isTally.js'
import type { CountTally, DeclaredPart, Tally } from '../../tally/model.js'
import { type CutPeriod, cutPeriods, periodCell, sortCells } from '../internal/periodCells.js'
import { agreeWithPromises } from './agreeWithPromises.js'
import type { CommitmentCounts, CommitmentOptions } from './model.js'
import { countsOfTally, unitsOfTally } from './promisesOfTally.js'
import { countUnits, emptyCommitments, type PromiseUnit, promiseUnits } from './promiseUnits.js'
import { commitmentOptionNames, readCommitmentOptions } from './readCommitmentOptions.js'
import { readPromises } from './readPromises.js'

/** Options of {@link countCommitments}. */
export interface CountCommitmentsOptions extends Partial<TallyOptions<Commitment>>, CommitmentOptions {
  /** A period grid, or a list of periods, which may overlap; promises by due date. */
  readonly periods: Periods
  /** The part of a declared split that the promises are; default all. */
  readonly partition?: DeclaredPart | undefined
}

/**
 * Counts promises per period of their due date and segment: due, kept, on time, in full, fulfilled, pending.
 *
 * Periods are cut at `asOf`; one that has not begun has no cell. A group is due with its last record, and in the segment
 * of its record with the lowest id.
 *
 * @param source - promises, or their tally of kind `commitments`
 * @param options - instant of knowledge, periods, segments, when a promise is due and kept
 * @returns a tally of kind `commitment-counts`, one cell a period and segment; left out, once for all periods:
 * `duplicate`, `future`, `cancelled_by_customer`, `no_due_date`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a promise fulfilled before it was made
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of another definition, or periods that cut its cells
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * INVALID_TIME_ZONE, INVALID_NUMBER, INVALID_INPUT
 * @example
 * ```ts
 * import { countCommitments } from 'retention-okr/metrics'
 *
 * const commitments = [{ id: '1', customerId: 'c', madeAt: '2024-05-01', dueAt: '2024-06-03', fulfilledAt: '2024-06-03' }]
 * const periods = [{ start: '2024-06-01', end: '2024-07-01' }]
 * const [june] = countCommitments(commitments, { asOf: '2024-07-01', periods }).cells
 * june?.counts // => { due: 1, kept: 1, onTime: 1, inFull: 1, fulfilled: 1, pending: 0 }
 * ```
 * @since 0.1.0
 */
export function countCommitments(
  source: Iterable<Commitment> | Tally<object>,
  options: CountCommitmentsOptions,
): CountTally<CommitmentCounts> {
  assertKnownOptions(options, [
    'asOf',
    'timeZone',
    'duplicates',
    'segmentBy',
    'periods',
    'partition',
    ...commitmentOptionNames,
  ])
  const { partition } = options
  const { definition, excluded, cellsOf } = isTally(source)
    ? fromTally(source, options)
    : fromRecords(source as Iterable<Commitment>, options)
  const asOf = readInstant(definition.asOf, 'UTC', 'options.asOf')
  const periods = cutPeriods(readPeriods(options.periods, definition.timeZone, 'options.periods'), asOf)
  const cells = periods.flatMap((period) =>
    [...cellsOf(period)].map(([segment, counts]) => periodCell(period, segment, counts, definition.timeZone)),
  )
  return {
    kind: 'commitment-counts',
    definition,
    cells: sortCells(cells),
    ...(excluded === undefined ? {} : { excluded }),
    ...(partition === undefined ? {} : { partition: { name: partition.name, parts: [partition.part] } }),
  }
}

/** Counts of a period, by segment. */
interface PromiseSource {
  definition: { asOf: string; timeZone: string }
  excluded: Record<string, number> | undefined
  cellsOf: (period: CutPeriod) => Iterable<[string | undefined, CommitmentCounts]>
}

function fromRecords(commitments: Iterable<Commitment>, options: CountCommitmentsOptions): PromiseSource {
  const { timeZone = 'UTC', segmentBy } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const rules = readCommitmentOptions(options)
  const exclusions = createExclusions()
  const rows = readPromises(commitments, {
    asOf,
    timeZone,
    rules,
    segmentBy,
    exclusions,
    duplicates: options.duplicates,
    isInside: () => true,
  })
  // A group is placed in one segment, but all segments of its records have cells.
  const cellsOf = cellsOfUnits(
    promiseUnits(rows),
    rows.map(({ segment }) => segment),
  )
  return {
    definition: {
      asOf: new Date(asOf).toISOString(),
      timeZone,
      ...rules,
      ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
    },
    excluded: exclusions.result(),
    cellsOf,
  }
}

function fromTally(tally: Tally<object>, options: CountCommitmentsOptions): PromiseSource {
  const definition = agreeWithPromises(tally, options)
  const common = { definition, excluded: tally.excluded }
  if (definition.unit === 'group') {
    const found = tally.cells.flatMap(({ rows = [] }) => rows.map((row) => row['segment'] as string | undefined))
    return { ...common, cellsOf: cellsOfUnits(unitsOfTally(tally), found) }
  }
  return {
    ...common,
    cellsOf: (period) => {
      const counts = countsOfTally(tally, period)
      return counts.size === 0 ? [[undefined, emptyCommitments()]] : counts
    },
  }
}

function cellsOfUnits(units: readonly PromiseUnit[], found: readonly (string | undefined)[]): PromiseSource['cellsOf'] {
  const segments = found.length === 0 ? [undefined] : [...new Set(found)]
  return ({ start, until }) =>
    segments.map((segment) => {
      const own = units.filter((unit) => unit.segment === segment && unit.at >= start && unit.at < until)
      return [segment, countUnits(own)]
    })
}

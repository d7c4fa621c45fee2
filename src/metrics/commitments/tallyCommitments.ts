import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Commitment, Periods, RecordSource, RecordStream } from '../../records/model.js'
import { type TallyOptions, tallyOptionNames } from '../../records/options.js'
import type { Tally, TallyCell } from '../../tally/model.js'
import { type Feed, readSource } from '../../tally/readSource.js'
import { cutPeriods, periodCell, sortCells } from '../internal/periodCells.js'
import type { CommitmentCounts, CommitmentOptions } from './model.js'
import { countUnits, promiseUnits } from './promiseUnits.js'
import { commitmentOptionNames, readCommitmentOptions } from './readCommitmentOptions.js'
import { type PromiseRow, promiseFeed, promiseSource } from './readPromises.js'

/** Options of {@link tallyCommitments}. */
export interface TallyCommitmentsOptions extends TallyOptions<Commitment>, CommitmentOptions {
  /** A period grid, or a list of periods, by due date; default one cell for all. Goes with unit `'commitment'`. */
  readonly periods?: Periods | undefined
}

/**
 * Tallies promises per period of their due date and segment: mergeable counts of kept, due and pending ones.
 *
 * With unit `'group'` the tally is keyed by group and holds its records, so that parts merge also when they split a
 * group.
 *
 * @param commitments - the promises, in any order
 * @param options - instant of knowledge, periods, segments, when a promise is due and kept
 * @returns a tally of kind `commitments`; left out: `duplicate`, `future`, `cancelled_by_customer`, `no_due_date`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a promise fulfilled before it was made
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * INVALID_TIME_ZONE, INVALID_NUMBER, INVALID_INPUT
 * @example
 * ```ts
 * import { tallyCommitments } from 'retention-okr/metrics'
 *
 * const promise = { customerId: 'c', madeAt: '2024-05-01' }
 * const commitments = [
 *   { ...promise, id: '1', dueAt: '2024-06-03', fulfilledAt: '2024-06-03' },
 *   { ...promise, id: '2', dueAt: '2024-06-04' },
 * ]
 * const [all] = tallyCommitments(commitments, { asOf: '2024-07-01' }).cells
 * all?.counts // => { due: 2, kept: 1, onTime: 1, inFull: 1, fulfilled: 1, pending: 0 }
 * ```
 * @since 0.1.0
 */
export function tallyCommitments(
  commitments: RecordSource<Commitment>,
  options: TallyCommitmentsOptions,
): Tally<CommitmentCounts>
/**
 * Tallies the promises of a stream, or of batches of promises.
 *
 * @param stream - the promises; a batch is done before the next is asked for
 * @param options - instant of knowledge, periods, segments, when a promise is due and kept
 * @returns a Promise of the tally, which carries every error
 */
export function tallyCommitments(
  stream: RecordStream<Commitment>,
  options: TallyCommitmentsOptions,
): Promise<Tally<CommitmentCounts>>
export function tallyCommitments(
  source: RecordSource<Commitment> | RecordStream<Commitment>,
  options: TallyCommitmentsOptions,
): Tally<CommitmentCounts> | Promise<Tally<CommitmentCounts>> {
  return readSource(source, promiseSource, () => commitmentFeed(options))
}

function commitmentFeed(options: TallyCommitmentsOptions): Feed<Commitment, Tally<CommitmentCounts>> {
  assertKnownOptions(options, [...tallyOptionNames, 'periods', ...commitmentOptionNames])
  const { timeZone = 'UTC', segmentBy, periods, duplicates } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const rules = readCommitmentOptions(options)
  if (periods !== undefined && rules.unit === 'group') {
    const rule = 'goes with unit commitment: a group is due when its last record is'
    fail('INVALID_OPTION', 'options.periods', rule, periods)
  }
  const exclusions = createExclusions()
  const context = { asOf, timeZone, rules, segmentBy, exclusions, duplicates, isInside: () => true }
  const { add, finish } = promiseFeed(context)
  const definition = {
    asOf: new Date(asOf).toISOString(),
    timeZone,
    ...rules,
    ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
  }
  return {
    add,
    finish: () => {
      const rows = finish()
      const cells = rules.unit === 'group' ? keyedCells(rows) : countCells(rows, periods, { asOf, timeZone })
      const excluded = exclusions.result()
      return {
        kind: 'commitments',
        definition,
        cells: sortCells(cells),
        ...(excluded === undefined ? {} : { excluded }),
      }
    },
  }
}

type Cell = TallyCell<CommitmentCounts>

/** One cell a group, with its records in order of id. */
function keyedCells(rows: readonly PromiseRow[]): Cell[] {
  const cells = new Map<string, Record<string, unknown>[]>()
  for (const { key, segment, ...row } of rows) {
    const stated = { ...row, ...(segment === undefined ? {} : { segment }) }
    const own = cells.get(key)
    if (own === undefined) cells.set(key, [stated])
    else own.push(stated)
  }
  return [...cells].map(([key, own]) => ({
    key,
    rows: own.sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)),
  }))
}

function countCells(
  rows: readonly PromiseRow[],
  given: Periods | undefined,
  { asOf, timeZone }: { asOf: number; timeZone: string },
): Cell[] {
  const found = new Set(rows.map(({ segment }) => segment))
  const segments = found.size === 0 ? [undefined] : [...found]
  return segments.flatMap((segment): Cell[] => {
    const own = promiseUnits(rows.filter((row) => row.segment === segment))
    if (given === undefined) return [{ ...(segment === undefined ? {} : { segment }), counts: countUnits(own) }]
    return cutPeriods(readPeriods(given, timeZone, 'options.periods'), asOf).map((period) => {
      const inside = own.filter(({ at }) => at >= period.start && at < period.until)
      return periodCell(period, segment, countUnits(inside), timeZone)
    })
  })
}

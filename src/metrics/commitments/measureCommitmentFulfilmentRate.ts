import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Period } from '../../measurement.js'
import type { Commitment } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import { proportionOptionNames } from '../internal/proportionMeasurement.js'
import { agreeWithPromises } from './agreeWithPromises.js'
import { type CommitmentFulfilmentRateOptions, commitmentFulfilmentRate } from './commitmentFulfilmentRate.js'
import type { CommitmentCounts, CommitmentMeasurement, CommitmentOptions } from './model.js'
import { countsOfTally, unitsOfTally } from './promisesOfTally.js'
import { countUnits, emptyCommitments, type PromiseUnit, promiseUnits } from './promiseUnits.js'
import { commitmentOptionNames, readCommitmentOptions } from './readCommitmentOptions.js'
import { readPromises } from './readPromises.js'

/** Options of {@link measureCommitmentFulfilmentRate}. */
export interface MeasureCommitmentFulfilmentRateOptions
  extends OptionalPeriodOptions,
    CommitmentOptions,
    CommitmentFulfilmentRateOptions {}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  ...commitmentOptionNames,
  ...proportionOptionNames,
]

/**
 * Measures the share of due promises that were kept, on time and in full.
 *
 * On time: fulfilled by the due date and the days of grace; a due date without a time ends with its local day. In full:
 * the quantity delivered reaches the one promised. A promise not due yet is pending, also when it is fulfilled already.
 * Cancelled by us is broken once it is due; by the customer it is left out.
 *
 * @param source - promises, or their tally of kind `commitments`
 * @param options - instant of knowledge, period of the due date (before any grace), when a promise is due and kept
 * @returns `commitment-fulfilment-rate` as a ratio 0..1 with the shares on time, in full and fulfilled at all; null with
 * `not_mature` while all are pending, else `empty_base`; left out: `duplicate`, `future`, `cancelled_by_customer`,
 * `no_due_date`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a promise fulfilled before it was made
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of another definition, or a period that cuts its cells
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT,
 * INVALID_TIME_ZONE, INVALID_NUMBER, INVALID_INPUT
 * @example
 * ```ts
 * import { measureCommitmentFulfilmentRate } from 'retention-okr/metrics'
 *
 * const promise = { customerId: 'c', madeAt: '2024-05-01' }
 * const commitments = [
 *   { ...promise, id: '1', dueAt: '2024-06-03', fulfilledAt: '2024-06-03T18:00:00Z' },
 *   { ...promise, id: '2', dueAt: '2024-06-03', fulfilledAt: '2024-06-04T08:00:00Z' },
 *   { ...promise, id: '3', dueAt: '2024-08-01' },
 * ]
 * const rate = measureCommitmentFulfilmentRate(commitments, { asOf: '2024-07-01' })
 * rate.value // => 0.5
 * rate.keptEver?.value // => 1
 * rate.pending // => 1
 * ```
 * @since 0.1.0
 */
export function measureCommitmentFulfilmentRate(
  source: Iterable<Commitment> | Tally<object>,
  options: MeasureCommitmentFulfilmentRateOptions,
): CommitmentMeasurement {
  assertKnownOptions(options, knownOptions)
  const { level, interval } = options
  const { counts, excluded, definition } = isTally(source)
    ? fromTally(source, options)
    : fromRecords(source as Iterable<Commitment>, options)
  return {
    ...commitmentFulfilmentRate(counts, { level, interval }),
    ...(excluded === undefined ? {} : { excluded }),
    definition: { ...definition, caveats: [] },
  }
}

interface MeasuredPromises {
  counts: CommitmentCounts
  excluded: Record<string, number> | undefined
  definition: object
}

function fromRecords(
  commitments: Iterable<Commitment>,
  options: MeasureCommitmentFulfilmentRateOptions,
): MeasuredPromises {
  const { timeZone = 'UTC' } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const rules = readCommitmentOptions(options)
  const isIn = createPeriodTest(options.period, timeZone)
  const exclusions = createExclusions()
  const isInside = (at: number | undefined): boolean => at === undefined || isIn({ at })
  const rows = readPromises(commitments, {
    asOf,
    timeZone,
    rules,
    segmentBy: undefined,
    exclusions,
    duplicates: options.duplicates,
    isInside,
  })
  return {
    counts: countUnits(promiseUnits(rows).filter(isIn)),
    excluded: exclusions.result(),
    definition: { asOf: new Date(asOf).toISOString(), timeZone, ...rules },
  }
}

function fromTally(tally: Tally<object>, options: MeasureCommitmentFulfilmentRateOptions): MeasuredPromises {
  const definition = agreeWithPromises(tally, options)
  const common = { excluded: tally.excluded, definition }
  if (definition.unit === 'group') {
    const isIn = createPeriodTest(options.period, definition.timeZone)
    return { ...common, counts: countUnits(unitsOfTally(tally).filter(isIn)) }
  }
  const { period: given } = options
  const period = given === undefined ? undefined : readPeriod(given, definition.timeZone, 'options.period')
  const counts = emptyCommitments()
  for (const own of countsOfTally(tally, period).values()) {
    for (const name of Object.keys(counts) as (keyof CommitmentCounts)[]) counts[name] += own[name]
  }
  return { ...common, counts }
}

function createPeriodTest(given: Period | undefined, timeZone: string): (unit: Pick<PromiseUnit, 'at'>) => boolean {
  if (given === undefined) return () => true
  const period = readPeriod(given, timeZone, 'options.period')
  return ({ at }) => at >= period.start && at < period.end
}

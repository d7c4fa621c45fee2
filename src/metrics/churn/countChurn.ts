import { readInstant } from '../../calendar/readInstant.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { ActivityEvent, Periods, RecordSource, Subscription } from '../../records/model.js'
import type { SpanOptions, TallyOptions } from '../../records/options.js'
import { isTally } from '../../tally/isTally.js'
import type { CountTally, DeclaredPart, Tally } from '../../tally/model.js'
import { cutPeriods } from '../internal/periodCells.js'
import type { ActivityOptions } from '../internal/visitActivity.js'
import { visitPayingTime } from '../internal/visitPayingTime.js'
import { countActive } from './countActive.js'
import { createChurnTimes } from './createChurnTimes.js'
import { countsOfMethod, methods, presets } from './definitions.js'
import { givenSpans } from './givenSpans.js'
import type { ChurnCounts, ChurnMethod, ChurnPreset } from './model.js'

/** Options of {@link countChurn}. */
export interface CountChurnOptions<T = Subscription> extends Partial<TallyOptions<T>> {
  /** A period grid, or a list of periods, which may overlap. */
  readonly periods: Periods
  /** How paying time is read from subscriptions. */
  readonly spans?: SpanOptions | undefined
  /** Subscriptions with revenue that are no trial, or all; default `'mrr'`. */
  readonly paying?: 'mrr' | 'all' | undefined
  /** Another tool's way to read spans; explicit `spans` win. */
  readonly preset?: ChurnPreset | undefined
  /** Only the counts that this method reads; default all. */
  readonly method?: ChurnMethod | undefined
  /** Local days after which a silent customer counts as lost; makes the source activity instead of subscriptions. */
  readonly inactiveDays?: number | undefined
  /** The part of a declared split that the records are, so that the counts may be merged. */
  readonly partition?: DeclaredPart | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'segmentBy',
  'periods',
  'spans',
  'paying',
  'preset',
  'method',
  'inactiveDays',
  'partition',
  'duplicates',
]

/**
 * Counts customers and churn events per period and segment.
 *
 * A customer's spans are the union of the paying time of its subscriptions, or of N days from each activity. The opening
 * base is the state just before the start of a period, the closing base the state just before its end, so that
 * `closing = opening + joined + reactivated − churnEvents` and the closing of a period is the opening of the next.
 * Periods are cut at `asOf`; one that has not begun has no cell.
 *
 * @param source - subscriptions, activity events (with `inactiveDays`), or their tally
 * @param options - periods, instant of knowledge, how spans are read
 * @returns a tally of kind `churn-counts`, one cell a period and segment; counts of customers, times in milliseconds
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of another kind or definition
 * @throws {@link RetentionOkrError} INVALID_PERIOD, INVALID_OPTION, INVALID_INSTANT, EVENT_ORDER, CONFLICTING_RECORDS
 * @example
 * ```ts
 * import { countChurn } from 'retention-okr/metrics'
 *
 * const subscriptions = [
 *   { id: '1', customerId: 'a', startedAt: '2024-01-01', endedAt: '2024-06-05', mrr: 50, currency: 'EUR' },
 *   { id: '2', customerId: 'b', startedAt: '2024-01-01', mrr: 50, currency: 'EUR' },
 * ]
 * const periods = [{ start: '2024-06-01', end: '2024-07-01' }]
 * const [june] = countChurn(subscriptions, { asOf: '2024-07-01', periods }).cells
 * june?.counts.opening // => 2
 * june?.counts.lost // => 1
 * ```
 * @since 0.1.0
 */
export function countChurn(
  source: Iterable<Subscription> | RecordSource<ActivityEvent> | Tally<object>,
  options: CountChurnOptions<Subscription> | CountChurnOptions<ActivityEvent>,
): CountTally<ChurnCounts> {
  assertKnownOptions(options, knownOptions)
  const { method, preset, inactiveDays, partition } = options
  if (method !== undefined) assertOneOf(method, methods, 'options.method')
  if (preset !== undefined) assertOneOf(preset, presets, 'options.preset')
  if (inactiveDays !== undefined) assertInteger(inactiveDays, { minimum: 1, maximum: 36_600 }, 'options.inactiveDays')
  const { definition, cells, excluded } =
    inactiveDays === undefined
      ? countPaying(source, options)
      : countActivity(source as RecordSource<ActivityEvent> | Tally<object>, options, inactiveDays)
  return {
    kind: 'churn-counts',
    definition: {
      ...definition,
      ...(inactiveDays === undefined ? {} : { inactiveDays }),
      ...(method === undefined ? {} : { method }),
      ...(preset === undefined ? {} : { preset }),
    },
    cells,
    ...(excluded === undefined ? {} : { excluded }),
    distinct: 'customer',
    ...(partition === undefined ? {} : { partition: { name: partition.name, parts: [partition.part] } }),
  }
}

type AnyOptions = CountChurnOptions<Subscription> | CountChurnOptions<ActivityEvent>
type Source = Iterable<Subscription> | RecordSource<ActivityEvent> | Tally<object>

interface Counted {
  definition: object
  cells: CountTally<ChurnCounts>['cells']
  excluded: Record<string, number> | undefined
}

/** Counts of paying time. */
function countPaying(source: Source, options: AnyOptions): Counted {
  const { asOf, timeZone, duplicates, paying, method } = options
  const segmentBy = options.segmentBy as TallyOptions<Subscription>['segmentBy']
  const asked = { asOf, timeZone, duplicates, paying, segmentBy, spans: givenSpans(options) }
  const exclusions = createExclusions()
  const { add, finish } = createChurnTimes()
  const subscriptions = source as Iterable<Subscription> | Tally<object>
  const definition = visitPayingTime(subscriptions, asked, add, (reason) => exclusions.add(reason))
  const known = readInstant(definition.asOf, 'UTC', 'options.asOf')
  const periods = cutPeriods(readPeriods(options.periods, definition.timeZone, 'options.periods'), known)
  const cells = finish().count(periods, { ...definition, bySegment: true })
  return {
    definition,
    cells:
      method === undefined ? cells : cells.map((cell) => ({ ...cell, counts: countsOfMethod(cell.counts, method) })),
    excluded: isTally(source) ? source.excluded : exclusions.result(),
  }
}

/** Counts of activity. */
function countActivity(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: AnyOptions,
  inactiveDays: number,
): Counted {
  for (const name of ['spans', 'paying', 'preset'] as const) {
    if (options[name] !== undefined) fail('INVALID_OPTION', `options.${name}`, 'belongs to subscriptions', 'an option')
  }
  const { periods, method } = options
  const rule = { inactiveDays, periods, method }
  const { definition, excluded, result } = countActive(source, options as ActivityOptions, rule)
  return { definition, excluded, cells: result }
}

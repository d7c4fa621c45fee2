import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readInstant } from '../../calendar/readInstant.js'
import { createExclusions, type Exclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Instant, Period } from '../../measurement.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import { isTally } from '../../tally/isTally.js'
import type { DuplicateRule, Tally } from '../../tally/model.js'
import type { Feed } from '../../tally/readSource.js'
import { nestedRecords } from './nestedRecords.js'
import { type MeasuredPeriod, readMeasuredPeriod } from './readMeasuredPeriod.js'

/** What the records of a family are read with. */
export interface ReadContext<Shape> {
  asOf: number
  timeZone: string
  /** The options that shape the tally, defaults filled in. */
  shape: Shape
  exclusions: Exclusions
  /** Who answers for ids that come twice. */
  duplicates: DuplicateRule | undefined
  /** Whether a record left out is counted: by the instant, or the span, that places it. */
  isInside: (start: number, end?: number) => boolean
}

/** How the records of a family become rows, and how its tally gives them back. */
export interface SourceRules<Row, Shape extends object> {
  kind: string
  /** The options that shape the tally, as given. */
  given: { readonly [K in keyof Shape]?: Shape[K] | undefined }
  defaults: Shape
  read: (context: ReadContext<Shape>) => Row[]
  rowsOf: (tally: Tally<object>) => Row[]
}

/** The same for records of one kind, which are read one by one. */
export interface RecordRules<T, Row, Shape extends object> extends SourceRules<Row, Shape> {
  feed: (context: ReadContext<Shape>) => Feed<T, Row[]>
}

/** The options that every source is opened with. */
export interface OpenOptions {
  readonly asOf?: Instant | undefined
  readonly timeZone?: string | undefined
  readonly segmentBy?: unknown
  readonly period?: Period | undefined
  readonly partial?: boolean | undefined
  readonly duplicates?: DuplicateRule | undefined
}

/** A source as rows, with what is known of it. */
export interface OpenedSource<Row, Shape> {
  rows: Row[]
  asOf: number
  timeZone: string
  shape: Shape
  /** The period asked for, if any. */
  period: MeasuredPeriod | undefined
  definition: Record<string, unknown>
  exclusions: Exclusions
}

/** Reads records, or takes the rows of their tally when no option contradicts its definition. */
export function openSource<Row, Shape extends object>(
  source: object,
  options: OpenOptions,
  rules: SourceRules<Row, Shape>,
): OpenedSource<Row, Shape> {
  return isTally(source) ? openTally(source, options, rules) : openRecords(options, rules)
}

function openRecords<Row, Shape extends object>(
  options: OpenOptions,
  rules: SourceRules<Row, Shape>,
): OpenedSource<Row, Shape> {
  const { context, ...opened } = beginRecords(options, rules)
  return { ...opened, rows: rules.read(context) }
}

/** Everything of opened records but their rows, and the context in which those are read. */
export interface BegunRecords<Row, Shape> extends Omit<OpenedSource<Row, Shape>, 'rows'> {
  context: ReadContext<Shape>
}

/** Reads the options that records are read with. */
export function beginRecords<Row, Shape extends object>(
  options: OpenOptions,
  { given, defaults }: SourceRules<Row, Shape>,
): BegunRecords<Row, Shape> {
  const { timeZone = 'UTC', segmentBy, partial, duplicates } = options
  if (duplicates !== undefined) assertOneOf(duplicates, ['check', 'trusted'], 'options.duplicates')
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const period = options.period && readMeasuredPeriod(options.period, { asOf, timeZone, partial })
  const stated = Object.entries(given).filter(([, value]) => value !== undefined)
  const shape = { ...defaults, ...(Object.fromEntries(stated) as Partial<Shape>) }
  const exclusions = createExclusions()
  const isInside = (start: number, end = start): boolean =>
    // What has no place counts anywhere: its instant is NaN.
    period === undefined || !(start >= period.end || end < period.start)
  const definition = {
    asOf: new Date(asOf).toISOString(),
    timeZone,
    ...(JSON.parse(JSON.stringify(shape)) as object),
    ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
  }
  const context = { asOf, timeZone, shape, exclusions, duplicates, isInside }
  return { context, asOf, timeZone, shape, period, definition, exclusions }
}

function openTally<Row, Shape extends object>(
  tally: Tally<object>,
  options: OpenOptions,
  { kind, given, rowsOf }: SourceRules<Row, Shape>,
): OpenedSource<Row, Shape> {
  const { timeZone, segmentBy, partial } = options
  assertPlain(tally.definition, 'source.definition')
  assertTimeZone((tally.definition as { timeZone?: unknown }).timeZone, 'source.definition.timeZone')
  nestedRecords(tally.cells, 'source.cells')
  const definition = agreeWithDefinition(tally, kind, { timeZone, ...given })
  for (const [name, value] of Object.entries(given)) {
    // An option that the tally was made without cannot be applied to it any more.
    if (value !== undefined && !(name in definition)) {
      fail('TALLY_MISMATCH', `options.${name}`, 'must be that of the tally', value)
    }
  }
  const known = definition as { asOf: string; timeZone: string }
  const asOf = readInstant(known.asOf, 'UTC', 'source.definition.asOf')
  if (options.asOf !== undefined && readAsOf(options.asOf, known.timeZone) !== asOf) {
    fail('TALLY_MISMATCH', 'options.asOf', 'must be that of the tally', options.asOf)
  }
  if (typeof segmentBy === 'string' && segmentBy !== definition['segmentBy']) {
    fail('TALLY_MISMATCH', 'options.segmentBy', 'must be that of the tally', segmentBy)
  }
  const exclusions = createExclusions()
  for (const [reason, count] of Object.entries(tally.excluded ?? {})) exclusions.add(reason, count)
  return {
    rows: rowsOf(tally),
    asOf,
    timeZone: known.timeZone,
    shape: definition as unknown as Shape,
    period: options.period && readMeasuredPeriod(options.period, { ...known, partial }),
    definition,
    exclusions,
  }
}

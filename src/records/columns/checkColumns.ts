import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertCount, assertInteger, assertPlain } from '../../internal/guards.js'
import { type ColumnFacts, factsMember } from '../../tally/columnFacts.js'
import { markColumns } from '../../tally/markColumns.js'
import type { ColumnsBase } from '../models/columns.js'
import { assertEncodeOptions } from './assertEncodeOptions.js'
import { assertCodes, assertColumn, assertKeys } from './columnGuards.js'
import { createPeriodColumn } from './createPeriodColumn.js'
import type { EncodeOptions } from './encodeOptions.js'
import { maximumPeriods, nobody } from './limits.js'

/** The checks of one kind of columns. */
export interface ColumnChecks<C> {
  /** What the records are called in the path of an error. */
  readonly name: string
  /** Throws where a member is not what an encoding makes. */
  readonly check: (columns: C) => void
  readonly rows: ColumnFacts['rows']
  /** The instants that periods are of. */
  readonly at: Float64Array
}

/**
 * Columns that were made before, here or in another thread: checked unless they are known, and returned.
 *
 * What they do not show is lost on the way between threads: whether bare days were read, which is then taken for granted,
 * and where the twins were that are only counted any more.
 */
export function checkColumns<C extends ColumnsBase>(
  columns: C,
  options: EncodeOptions,
  { name, check, rows, at }: ColumnChecks<C>,
): C {
  assertEncodeOptions(options)
  assertPlain(columns, name)
  const isKnown = Object.hasOwn(columns, factsMember)
  if (!isKnown) {
    checkBase(columns, name)
    check(columns)
  }
  const { timeZone, segmentBy, periods } = options
  const rule = 'must be that of the columns'
  if (timeZone !== undefined && timeZone !== columns.timeZone)
    fail('INVALID_OPTION', 'options.timeZone', rule, timeZone)
  if (segmentBy !== undefined && segmentBy !== columns.segmentBy) {
    fail('INVALID_OPTION', 'options.segmentBy', rule, segmentBy)
  }
  const facts: ColumnFacts = isKnown
    ? (columns as unknown as Record<typeof factsMember, ColumnFacts>)[factsMember]
    : { rows, twins: [], hasDays: true, unplaced: { ...columns.excluded } }
  if (periods !== undefined) {
    return markColumns({ ...columns, periods: createPeriodColumn(periods, columns.timeZone)(at) }, facts)
  }
  if (isKnown) return columns
  return markColumns(Object.isExtensible(columns) ? columns : { ...columns }, facts)
}

function checkBase(columns: ColumnsBase, name: string): void {
  const { length, timeZone, segmentBy, segments, segment, periods, excluded } = columns
  assertInteger(length, { minimum: 0, maximum: nobody }, `${name}.length`, 'INVALID_INPUT')
  assertTimeZone(timeZone, `${name}.timeZone`)
  if (segmentBy !== undefined || segments !== undefined || segment !== undefined) {
    if (typeof segmentBy !== 'string') fail('INVALID_INPUT', `${name}.segmentBy`, 'must be a field name', segmentBy)
    const texts = assertKeys(segments, `${name}.segments`)
    assertCodes(segment, Uint16Array, { length, codes: texts.length }, `${name}.segment`)
  }
  if (periods !== undefined) {
    assertPlain(periods, `${name}.periods`)
    assertArray(periods.bounds, `${name}.periods.bounds`)
    if (periods.bounds.length > maximumPeriods + 1) {
      fail('TOO_LARGE', `${name}.periods.bounds`, 'periods', periods.bounds.length - 1)
    }
    assertColumn(periods.period, Int16Array, length, `${name}.periods.period`)
  }
  if (excluded === undefined) return
  assertPlain(excluded, `${name}.excluded`)
  for (const [reason, count] of Object.entries(excluded)) assertCount(count, `${name}.excluded.${reason}`)
}

import { fail } from '../internal/fail.js'
import { type ColumnKind, columnFacts } from './columnFacts.js'
import { isColumns } from './isColumns.js'

/** The options that columns were made with. */
export interface ColumnOptions {
  readonly timeZone: string
  readonly identity?: string | undefined
  readonly segmentBy?: unknown
}

/**
 * Columns were made with the options asked for; any other source agrees.
 *
 * The zone matters only where a bare day was read. Columns with segments may be counted without them.
 */
export function agreeWithColumns(
  source: object,
  name: string,
  kinds: readonly ColumnKind[],
  { timeZone, identity, segmentBy }: ColumnOptions,
): void {
  if (!isColumns(source)) return
  const { hasDays } = columnFacts(source, name, kinds)
  const made = source as { timeZone?: string; identity?: string; segmentBy?: string }
  const rule = 'must be that of the columns'
  if (hasDays && made.timeZone !== timeZone) fail('INVALID_OPTION', 'options.timeZone', rule, timeZone)
  if (identity !== undefined && made.identity !== identity) fail('INVALID_OPTION', 'options.identity', rule, identity)
  if (segmentBy !== undefined && made.segmentBy !== segmentBy)
    fail('INVALID_OPTION', 'options.segmentBy', rule, segmentBy)
}

import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import type { EncodeOptions } from './encodeOptions.js'

/** Checks the options of every function that makes columns; the periods are checked when they are read. */
export function assertEncodeOptions({ timeZone, segmentBy, duplicates }: EncodeOptions): void {
  if (timeZone !== undefined) assertTimeZone(timeZone)
  if (duplicates !== undefined) assertOneOf(duplicates, ['check', 'trusted'], 'options.duplicates')
  if (segmentBy !== undefined && typeof segmentBy !== 'string') {
    fail('INVALID_OPTION', 'options.segmentBy', 'must be a field name', segmentBy)
  }
}

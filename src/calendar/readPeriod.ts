import { fail } from '../internal/fail.js'
import { assertPlain } from '../internal/guards.js'
import { readInstant } from './readInstant.js'

/** A half-open period as epoch milliseconds; the end lies after the start. */
export function readPeriod(period: unknown, timeZone: string, path: string): { start: number; end: number } {
  assertPlain(period, path)
  const start = readInstant(period['start'], timeZone, `${path}.start`)
  const end = readInstant(period['end'], timeZone, `${path}.end`)
  if (end <= start) fail('INVALID_PERIOD', path, 'must end after it starts', end - start)
  return { start, end }
}

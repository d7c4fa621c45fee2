import { fail } from '../internal/fail.js'
import { assertDay } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import type { SeriesPeriod } from './model.js'

/** A period of days that begins where the one before ends. */
export function assertBounds({ start, end }: SeriesPeriod, previousEnd: Day | undefined, path: string): void {
  assertDay(start, `${path}.start`)
  assertDay(end, `${path}.end`)
  if (start >= end) fail('INVALID_PERIOD', path, 'must begin before it ends', 'empty period')
  if (previousEnd !== undefined && start !== previousEnd) {
    fail('INVALID_PERIOD', `${path}.start`, 'must be the end of the period before', 'hole or overlap')
  }
}

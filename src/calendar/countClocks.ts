import { fail } from '../internal/fail.js'
import { assertPlain, isIterable } from '../internal/guards.js'
import type { ClockCounts, ClockReading } from './model.js'

/**
 * Counts clock readings by what they mean for a rate.
 *
 * Mature readings are met or breached; immature ones pending, `pendingMet` those of them already stopped in time;
 * readings that are not applicable are apart, whatever their age.
 *
 * @param readings - readings of `readClock`
 * @returns counts that add up: met + breached + pending + notApplicable = readings
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is no list of readings
 * @example
 * ```ts
 * import { countClocks } from 'retention-okr/calendar'
 *
 * const readings = [{ state: 'met', mature: true }, { state: 'met', mature: false }, { state: 'pending', mature: false }] as const
 * countClocks(readings) // => { met: 1, breached: 0, pending: 2, pendingMet: 1, notApplicable: 0 }
 * ```
 * @since 0.1.0
 */
export function countClocks(
  readings: Iterable<Pick<ClockReading, 'state' | 'mature'> & Partial<ClockReading>>,
): ClockCounts {
  const counts = { met: 0, breached: 0, pending: 0, pendingMet: 0, notApplicable: 0 }
  if (!isIterable(readings)) fail('INVALID_INPUT', 'readings', 'must be an array or another iterable', readings)
  let index = 0
  for (const reading of readings) {
    assertPlain(reading, `readings[${index}]`)
    const { state, mature } = reading as Pick<ClockReading, 'state' | 'mature'>
    index += 1
    if (state === 'not_applicable') counts.notApplicable += 1
    else if (!mature) {
      counts.pending += 1
      if (state === 'met') counts.pendingMet += 1
    } else if (state === 'met') counts.met += 1
    else counts.breached += 1
  }
  return counts
}

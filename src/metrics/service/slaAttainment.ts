import { fail } from '../../internal/fail.js'
import { assertCount, assertKnownOptions } from '../../internal/guards.js'
import { type ProportionOptions, proportionMeasurement } from '../internal/proportionMeasurement.js'
import { readCounts } from '../internal/readCounts.js'
import { readPending } from '../internal/readPending.js'
import type { AttainmentMeasurement } from './model.js'

/** Options of {@link slaAttainment}. */
export interface SlaAttainmentOptions extends ProportionOptions {}

/**
 * Gives the share of deadlines that were met: `met / (met + breached)`.
 *
 * What is not due yet is pending, whatever has already happened to it: dropping only what is still open would keep the
 * quick successes and overstate the share. The bounds say what the share becomes if all that is pending breaches or is
 * met.
 *
 * @param counts - met, breached, and what is pending or not applicable (default 0)
 * @param options - level, interval
 * @returns `sla-attainment` as a ratio 0..1; null with `empty_base`, or `not_mature` while everything is pending
 * @throws {@link RetentionOkrError} MISSING_COUNT, INVALID_COUNT for the counts
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are pending in time than pending
 * @throws {@link RetentionOkrError} INVALID_OPTION for an option
 * @example
 * ```ts
 * import { slaAttainment } from 'retention-okr/metrics'
 *
 * const attainment = slaAttainment({ met: 7, breached: 2, pending: 1 })
 * attainment.value ?? 0 // ≈ 0.778
 * attainment.bounds // => { worst: 0.7, best: 0.8 }
 * ```
 * @since 0.1.0
 */
export function slaAttainment(
  counts: {
    readonly met: number
    readonly breached: number
    readonly pending?: number | undefined
    readonly pendingMet?: number | undefined
    readonly notApplicable?: number | undefined
  },
  options: SlaAttainmentOptions = {},
): AttainmentMeasurement {
  assertKnownOptions(options, ['level', 'interval'])
  const { met, breached } = readCounts(counts, ['met', 'breached'])
  const pending = readPending(counts.pending)
  const { pendingMet = 0, notApplicable = 0 } = counts
  assertCount(pendingMet, 'counts.pendingMet')
  assertCount(notApplicable, 'counts.notApplicable')
  if (pendingMet > pending) {
    fail('COUNT_EXCEEDS_BASE', 'counts.pendingMet', 'must not exceed pending', pendingMet)
  }
  const measurement = proportionMeasurement(
    {
      metric: 'sla-attainment',
      numerator: met,
      denominator: met + breached,
      pending,
      excluded: notApplicable === 0 ? undefined : { not_applicable: notApplicable },
      definition: {},
    },
    options,
  )
  const all = met + breached + pending
  if (all === 0) return measurement
  return { ...measurement, bounds: { worst: (met + pendingMet) / all, best: (met + pending) / all } }
}

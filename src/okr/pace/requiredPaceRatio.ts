import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { ScoreReason } from '../models/status.js'

/** How much faster progress must come. */
export interface RequiredPace {
  /** 1 = the same pace; null with a reason. */
  ratio: number | null
  /** Why the ratio is null. */
  reason?: ScoreReason
}

/**
 * Gives how much faster progress must come from now on than it has so far.
 *
 * `(max(0, 1 − progress) / (1 − elapsed)) / (progress / elapsed)`.
 *
 * @param data - progress (null when not measured) and elapsed share 0..1
 * @returns the ratio from 0, 1 = the same pace; null with `not_measured`, `not_started`, `ended` or `no_progress`, the first that
 * holds
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a number that is none, INVALID_INPUT
 * @example
 * ```ts
 * import { requiredPaceRatio } from 'retention-okr/okr'
 *
 * requiredPaceRatio({ progress: '0.3', elapsed: '0.5' }).ratio ?? 0 // ≈ 2.333
 * requiredPaceRatio({ progress: '0.5', elapsed: 0 }).reason // => 'not_started'
 * ```
 * @since 0.1.0
 */
export function requiredPaceRatio(data: {
  readonly progress: DecimalInput | null
  readonly elapsed: DecimalInput
}): RequiredPace {
  assertPlain(data, 'data')
  const elapsed = toDecimal(data.elapsed, 'elapsed')
  if (data.progress === null) return { ratio: null, reason: 'not_measured' }
  const progress = toDecimal(data.progress, 'progress')
  if (elapsed.lessThanOrEqualTo(0)) return { ratio: null, reason: 'not_started' }
  if (elapsed.greaterThanOrEqualTo(1)) return { ratio: null, reason: 'ended' }
  if (progress.lessThanOrEqualTo(0)) return { ratio: null, reason: 'no_progress' }
  const needed = Decimal.max(0, new Decimal(1).minus(progress)).div(new Decimal(1).minus(elapsed))
  return { ratio: toDouble(needed.div(progress.div(elapsed))) }
}

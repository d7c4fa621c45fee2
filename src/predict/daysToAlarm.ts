import { assertKnownOptions } from '../internal/guards.js'
import type { Measurement } from '../measurement.js'
import { alarmSilence } from './alarmSilence.js'
import type { PurchaseHistory } from './models/history.js'
import type { PurchaseModel } from './models/models.js'
import { plainModel } from './plainModel.js'
import { readAliveProbability } from './readAliveProbability.js'
import { readSilence } from './readHistory.js'
import { readModel } from './readModel.js'

/** Options of {@link daysToAlarm}. */
export interface DaysToAlarmOptions {
  /** The model. */
  readonly model: PurchaseModel
  /** The probability of still being a customer that is too low, above 0 and below 1. */
  readonly aliveProbability: number
}

/**
 * Computes after how many days of silence a customer has probably gone: a limit of each customer's own.
 *
 * The days after the last purchase until the probability of still being a customer has fallen to q. (M)BG/NBD:
 * `(alpha + tx) ([(1/q - 1)(b + x - 1 + k)/a]^(1/(r + x)) - 1)`, 0 when the bracket is at most 1; Pareto/NBD: by
 * bisection. It depends on the purchases alone, so it is known on the day of the last one.
 *
 * @param history - repeat purchases, age at the last one in days
 * @param options - the model, the probability
 * @returns `days-to-alarm` in days, from 0; null with `unbounded` where the probability never falls so far: BG/NBD
 * without a repeat purchase, or a silence beyond all numbers
 * @throws {@link RetentionOkrError} INVALID_HISTORY for a history that cannot be, INVALID_MODEL, INVALID_OPTION
 * @example
 * ```ts
 * import { daysToAlarm, type PurchaseModel } from 'retention-okr/predict'
 *
 * const model: PurchaseModel = {
 *   name: 'mbg-nbd', parameters: { r: 0.5248, alpha: 6.183, a: 0.8914, b: 1.614 }, timeUnitDays: 7,
 * }
 * daysToAlarm({ frequency: 10, ageAtLastPurchaseDays: 245 }, { model, aliveProbability: 0.5 }).value // ≈ 79.63
 * ```
 * @see Fader, Hardie & Lee 2005, "Counting your customers the easy way", solved for the time
 * @since 0.1.0
 */
export function daysToAlarm(
  history: Pick<PurchaseHistory, 'frequency' | 'ageAtLastPurchaseDays'>,
  options: DaysToAlarmOptions,
): Measurement {
  assertKnownOptions(options, ['model', 'aliveProbability'])
  const model = readModel(options.model)
  const aliveProbability = readAliveProbability(options.aliveProbability)
  const behaviour = readSilence(history, model.timeUnitDays)
  const silence = alarmSilence(model, behaviour, aliveProbability)
  const common = { metric: 'days-to-alarm', unit: 'days' as const, sampleSize: behaviour.x }
  const definition = { model: plainModel(model), aliveProbability }
  if (silence === null) return { ...common, value: null, reason: 'unbounded', definition }
  return { ...common, value: silence * model.timeUnitDays, definition }
}

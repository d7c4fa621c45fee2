import { fail } from '../internal/fail.js'
import { assertDay, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { alarmSilence } from './alarmSilence.js'
import { cappedSilence } from './cappedSilence.js'
import { laterDay } from './laterDay.js'
import type { PurchaseHistory } from './models/history.js'
import type { PurchaseModel } from './models/models.js'
import { readAliveProbability } from './readAliveProbability.js'
import { readSilence } from './readHistory.js'
import { readModel } from './readModel.js'

/** A customer's purchases up to the last one. */
export interface AlarmDateData {
  /** Repeat purchases, age at the last one in days. */
  readonly history: Pick<PurchaseHistory, 'frequency' | 'ageAtLastPurchaseDays'>
  /** The day of the last purchase. */
  readonly lastPurchase: Day
}

/** Options of {@link alarmDate}. */
export interface AlarmDateOptions {
  /** The model. */
  readonly model: PurchaseModel
  /** The probability of still being a customer that is too low, above 0 and below 1. */
  readonly aliveProbability: number
  /** The longest silence in days, from 0; null for none; default 182. */
  readonly capDays?: number | null | undefined
}

/** The day on which a silence becomes an alarm. */
export interface AlarmDate {
  /** The day; null where it never comes. */
  date: Day | null
  /** Whole days of silence until it; null where it never comes. */
  silenceDays: number | null
  /** Whether the cap comes first. */
  capped: boolean
  /** Why it never comes. */
  reason?: 'unbounded'
}

/**
 * Names the day on which a customer's silence becomes an alarm: known on the day of the last purchase.
 *
 * The last purchase plus the days until the probability of still being a customer has fallen to the one given, rounded
 * up, at most `capDays`. The alarm is on when that day has come.
 *
 * @param data - the purchases, the day of the last one
 * @param options - the model, the probability, the longest silence
 * @returns the day and its silence; null with `unbounded` where the probability never falls so far and there is no cap
 * @throws {@link RetentionOkrError} INVALID_HISTORY for a history that cannot be, INVALID_DAY, INVALID_MODEL,
 * INVALID_OPTION
 * @example
 * ```ts
 * import { alarmDate, type PurchaseModel } from 'retention-okr/predict'
 *
 * const model: PurchaseModel = {
 *   name: 'mbg-nbd', parameters: { r: 0.5248, alpha: 6.183, a: 0.8914, b: 1.614 }, timeUnitDays: 7,
 * }
 * const data = { history: { frequency: 7, ageAtLastPurchaseDays: 206 }, lastPurchase: '1997-07-26' }
 * alarmDate(data, { model, aliveProbability: 0.5 }).date // => '1997-10-22'
 * ```
 * @see {@link daysToAlarm}
 * @since 0.1.0
 */
export function alarmDate(data: AlarmDateData, options: AlarmDateOptions): AlarmDate {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['model', 'aliveProbability', 'capDays'])
  const { aliveProbability, capDays = 182 } = options
  const model = readModel(options.model)
  assertDay(data.lastPurchase, 'data.lastPurchase')
  if (capDays !== null && (typeof capDays !== 'number' || !Number.isSafeInteger(capDays) || capDays < 0)) {
    fail('INVALID_OPTION', 'options.capDays', 'must be a whole number from 0, or null', capDays)
  }
  const silence = alarmSilence(
    model,
    readSilence(data.history, model.timeUnitDays),
    readAliveProbability(aliveProbability),
  )
  const { silenceDays, capped } = cappedSilence(silence === null ? null : silence * model.timeUnitDays, capDays)
  const date = laterDay(data.lastPurchase, silenceDays)
  return date === null ? { date, silenceDays: null, capped: false, reason: 'unbounded' } : { date, silenceDays, capped }
}

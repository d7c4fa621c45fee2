import { Decimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf, isIterable } from '../../internal/guards.js'
import type { MrrMovement, Subscription } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { type Pricing, pricingOf } from './exchange.js'
import type { MrrMovements } from './model.js'
import { createMovementSums, mixedMovements } from './movementSums.js'
import { type MovementRule, movementsOfCustomer } from './movementsOfCustomer.js'
import { type CountLedgerMovementsOptions, movementsOfLedger } from './movementsOfLedger.js'
import {
  type RevenueOfPeriod,
  type RevenuePeriodOptions,
  readRevenuePeriod,
  revenuePeriodOptionNames,
} from './readRevenuePeriod.js'
import { paidBefore } from './revenueSteps.js'

/** Options of {@link countMrrMovements} over subscriptions. */
export interface CountMrrMovementsOptions extends RevenuePeriodOptions {
  /** `'net'` compares the two ends of the period, `'granular'` takes every change inside it; default `'net'`. */
  readonly mode?: 'net' | 'granular' | undefined
  /** Longest gap in local days after which a return is a reactivation, 0 to 36,600; default any gap. */
  readonly reactivationWithinDays?: number | undefined
}

/**
 * Counts the movements of monthly recurring revenue in a period: new, reactivation, expansion, contraction, churn, fx.
 *
 * `net` compares what each customer pays just before the start (p) and just before the end (q): from 0 it is
 * reactivation when the customer had paid before, else new; to 0 it is churn; q above p is expansion, below p
 * contraction. `granular` classifies every change inside the period in the same way; changes at one instant net first.
 * One of two subscriptions cancelled is contraction. With `closingRates` opening is priced by `rates`, movements and
 * closing by `closingRates`, and fx is what the rates did to the opening revenue.
 *
 * opening + new + reactivation + expansion − contraction − churn + fx = closing, exactly. A running period is cut at
 * `asOf`; one that has not begun has no movements.
 *
 * @param source - subscriptions, their tally of kind `subscriptions`, or a ledger of movements, which are summed by type
 * @param options - period, instant of knowledge, mode, currency or rates; for a ledger its opening amount, required
 * @returns decimal texts by movement; without amounts, reason `mixed_currency`, for several currencies without a rate for
 * each of them
 * @throws {@link RetentionOkrError} INVALID_OPTION, also for `closingRates` without `rates` of the same `to`
 * @throws {@link RetentionOkrError} NEGATIVE_AMOUNT, INVALID_AMOUNT for an amount, INVALID_INPUT for a currency, with the path
 * @throws {@link RetentionOkrError} INVALID_PERIOD, INVALID_INSTANT, EVENT_ORDER, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { countMrrMovements } from 'retention-okr/metrics'
 *
 * const subscriptions = [
 *   { id: '1', customerId: 'a', startedAt: '2024-01-01', endedAt: '2024-06-10', mrr: 100, currency: 'EUR' },
 *   { id: '2', customerId: 'a', startedAt: '2024-06-10', mrr: 120, currency: 'EUR' },
 *   { id: '3', customerId: 'b', startedAt: '2024-06-20', mrr: 80, currency: 'EUR' },
 * ]
 * const period = { start: '2024-06-01', end: '2024-07-01' }
 * const june = countMrrMovements(subscriptions, { asOf: '2024-07-01', period })
 * june.opening // => '100.00'
 * june.expansion // => '20.00'
 * june.new // => '80.00'
 * june.closing // => '200.00'
 * ```
 * @since 0.1.0
 */
export function countMrrMovements(
  source: Iterable<Subscription> | Tally<object>,
  options: CountMrrMovementsOptions,
): MrrMovements
export function countMrrMovements(ledger: Iterable<MrrMovement>, options: CountLedgerMovementsOptions): MrrMovements
export function countMrrMovements(
  source: Iterable<Subscription> | Iterable<MrrMovement> | Tally<object>,
  options: CountMrrMovementsOptions | CountLedgerMovementsOptions,
): MrrMovements {
  if (isTally(source)) return movementsOfSubscriptions(source, options)
  const records = readRecords(source as Iterable<Subscription> | Iterable<MrrMovement>)
  return isLedger(records, options)
    ? movementsOfLedger(records as MrrMovement[], options as CountLedgerMovementsOptions)
    : movementsOfSubscriptions(records as Subscription[], options)
}

/** The records as an array: what they are decides how the options are read. */
function readRecords(source: Iterable<Subscription> | Iterable<MrrMovement>): readonly unknown[] {
  if (!isIterable(source)) {
    fail('INVALID_INPUT', 'source', 'must be an array or another iterable of records', source)
  }
  return Array.isArray(source) ? source : [...source]
}

function isLedger(records: readonly unknown[], options: object): boolean {
  const [first] = records
  return (typeof first === 'object' && first !== null && 'delta' in first) || Object.hasOwn(Object(options), 'opening')
}

function movementsOfSubscriptions(
  source: Iterable<Subscription> | Tally<object>,
  options: CountMrrMovementsOptions,
): MrrMovements {
  assertKnownOptions(options, [...revenuePeriodOptionNames, 'mode', 'reactivationWithinDays'])
  const { mode = 'net', reactivationWithinDays } = options
  assertOneOf(mode, ['net', 'granular'], 'options.mode')
  if (reactivationWithinDays !== undefined) {
    assertInteger(reactivationWithinDays, { minimum: 0, maximum: 36_600 }, 'options.reactivationWithinDays')
  }
  const revenue = readRevenuePeriod(source, options)
  const pricing = pricingOf(enteringCurrencies(revenue, mode), options.rates?.to, revenue.rates, revenue.closingRates)
  if (pricing.isMixed) return mixedMovements(pricing.missing, revenue.excluded)
  const { start, until, timeZone } = revenue
  const rule = { start, until, timeZone, mode, reactivationWithinDays, price: pricing.closing }
  return sumMovements(revenue, pricing, rule)
}

function sumMovements({ customers, excluded }: RevenueOfPeriod, pricing: Pricing, rule: MovementRule): MrrMovements {
  let opening: Decimal = new Decimal(0)
  const sums = createMovementSums()
  for (const { steps } of customers) {
    const before = paidBefore(steps, rule.start)
    if (before.size > 0) {
      const paid = pricing.opening(before)
      opening = opening.plus(paid)
      if (pricing.opening !== pricing.closing) sums.add('fx', pricing.closing(before).minus(paid))
    }
    for (const { kind, amount } of movementsOfCustomer(steps, rule)) sums.add(kind, amount)
  }
  return sums.result({ currency: pricing.currency, opening, excluded })
}

/** The currencies of the amounts that enter: of both ends, or of all paying time; else of what was paid in between. */
function enteringCurrencies(
  { customers, currencies, start, until }: RevenueOfPeriod,
  mode: 'net' | 'granular',
): Set<string> {
  const atEnds = new Set<string>()
  const inside = new Set<string>()
  const wanted = mode === 'net' ? atEnds : inside
  for (const { steps } of customers) {
    for (const { from, to, amounts } of steps) {
      const isAtEnd = (from < start && start <= to) || (from < until && until <= to)
      const isInside = from < until && to >= start
      for (const currency of amounts.keys()) {
        if (isAtEnd) atEnds.add(currency)
        if (isInside) inside.add(currency)
      }
    }
    // There is no further one to be found.
    if (wanted.size === currencies.size) break
  }
  return wanted.size > 0 ? wanted : inside
}

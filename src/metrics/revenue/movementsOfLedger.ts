import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { createInstantReader } from '../../calendar/createInstantReader.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { DecimalInput, Instant, Period } from '../../measurement.js'
import type { MrrMovement } from '../../records/model.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { MrrMovements } from './model.js'
import { createMovementSums, mixedMovements, movementKinds } from './movementSums.js'

/** Options of `countMrrMovements` over a ledger of movements. */
export interface CountLedgerMovementsOptions {
  /** Nothing later is known. */
  readonly asOf: Instant
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** The period counted, half-open; cut at `asOf`. */
  readonly period: Period
  /** Revenue just before the start. */
  readonly opening: DecimalInput
}

/** The movements of a ledger in a period, summed by type. */
export function movementsOfLedger(
  movements: Iterable<MrrMovement>,
  options: CountLedgerMovementsOptions,
): MrrMovements {
  assertKnownOptions(options, ['asOf', 'timeZone', 'period', 'opening'])
  const { timeZone = 'UTC' } = options
  assertTimeZone(timeZone)
  if (options.opening === undefined) {
    fail('INVALID_OPTION', 'options.opening', 'is required for a ledger', options.opening)
  }
  const opening = toDecimal(options.opening, 'options.opening', 'INVALID_AMOUNT')
  if (opening.lessThan(0)) fail('NEGATIVE_AMOUNT', 'options.opening', 'must not be negative', 'negative')
  const asOf = readAsOf(options.asOf, timeZone)
  const { start, end } = readPeriod(options.period, timeZone, 'options.period')
  const readAt = createInstantReader(timeZone)
  const exclusions = createExclusions()
  const currencies = new Set<string>()
  const sums = createMovementSums()
  forEachRecord(movements, 'movements', ({ at, type, delta, currency }, index) => {
    const path = `movements[${index}]`
    const instant = readAt(at, () => `${path}.at`)
    assertOneOf(type, movementKinds, `${path}.type`, 'INVALID_INPUT')
    const amount = toDecimal(delta, `${path}.delta`, 'INVALID_AMOUNT')
    if (type !== 'fx' && amount.lessThan(0))
      fail('NEGATIVE_AMOUNT', `${path}.delta`, 'must not be negative', 'negative')
    if (instant < start || instant >= end) return
    if (instant > asOf) exclusions.add('future')
    else if (instant < asOf) {
      // A running period is cut just before `asOf`.
      currencies.add(currency)
      sums.add(type, amount)
    }
  })
  const excluded = exclusions.result()
  const [currency = null] = currencies
  return currencies.size > 1 ? mixedMovements([], excluded) : sums.result({ currency, opening, excluded })
}

import { Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { ExchangeRates } from './model.js'

/** Amounts by currency. */
export type Amounts = ReadonlyMap<string, Decimal>

/** A checked rate table: one unit of its own currency is worth 1. */
export type RateTable = ReadonlyMap<string, Decimal>

/** How amounts in several currencies become one. */
export interface Pricing {
  /** The currency of the result; null when it cannot be told. */
  currency: string | null
  /** Whether amounts of several currencies cannot be added. */
  isMixed: boolean
  /** Currencies that a rate table lacks, sorted. */
  missing: string[]
  /** Amounts at the rates of the start. */
  opening: (amounts: Amounts) => Decimal
  /** Amounts at the rates of the end. */
  closing: (amounts: Amounts) => Decimal
}

/** Reads a rate table; every rate is above 0. */
export function readRates(rates: ExchangeRates | undefined, path: string): RateTable | undefined {
  if (rates === undefined) return undefined
  assertKnownOptions(rates, ['to', 'rates'], path)
  if (typeof rates.to !== 'string' || rates.to === '') fail('INVALID_OPTION', `${path}.to`, 'must be text', rates.to)
  if (typeof rates.rates !== 'object' || rates.rates === null) {
    fail('INVALID_OPTION', `${path}.rates`, 'must be an object', rates.rates)
  }
  const table = new Map<string, Decimal>()
  for (const [currency, rate] of Object.entries(rates.rates)) {
    const read = toDecimal(rate, `${path}.rates.${currency}`, 'INVALID_OPTION')
    if (!read.greaterThan(0)) fail('INVALID_OPTION', `${path}.rates.${currency}`, 'must be above 0', rate)
    table.set(currency, read)
  }
  return table.set(rates.to, new Decimal(1))
}

/** How the currencies that enter a figure become one: by the tables, or because there is only one. */
export function pricingOf(
  currencies: ReadonlySet<string>,
  to: string | undefined,
  opening: RateTable | undefined,
  closing: RateTable | undefined = opening,
): Pricing {
  if (opening === undefined || closing === undefined) {
    const [only = null] = currencies
    const isMixed = currencies.size > 1
    const sum = (amounts: Amounts): Decimal => sumAmounts(amounts, undefined)
    return { currency: isMixed ? null : only, isMixed, missing: [], opening: sum, closing: sum }
  }
  const missing = [...currencies].filter((currency) => !opening.has(currency) || !closing.has(currency)).sort()
  const isMixed = missing.length > 0
  return {
    currency: isMixed || currencies.size === 0 ? null : (to ?? null),
    isMixed,
    missing,
    opening: (amounts) => sumAmounts(amounts, opening),
    closing: (amounts) => sumAmounts(amounts, closing),
  }
}

/** The sum of amounts, each at its rate; without a table they are of one currency. */
function sumAmounts(amounts: Amounts, rates: RateTable | undefined): Decimal {
  let sum: Decimal = new Decimal(0)
  for (const [currency, amount] of amounts) sum = sum.plus(amount.times(rates?.get(currency) ?? 1))
  return sum
}

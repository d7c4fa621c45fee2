import { threeDecimals } from './threeDecimals.js'

/** Currencies that Stripe writes without decimals; UGX and ISK have none, but are written with two. */
const withoutDecimals = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'

/** Decimals of minor units by currency. */
export interface MinorUnits {
  /** Decimals by currency, in place of the built-in ones. */
  readonly minorUnitDecimals?: { readonly [currency: string]: number } | undefined
}

/** Decimals of the minor unit of a currency: those of the caller, else of the table, else two. */
export function minorUnitsOf(currency: string, { minorUnitDecimals = {} }: MinorUnits): number {
  const code = currency.trim().toUpperCase()
  const own = Object.keys(minorUnitDecimals).find((name) => name.toUpperCase() === code)
  if (own !== undefined) return minorUnitDecimals[own] ?? 2
  if (withoutDecimals.split(' ').includes(code)) return 0
  return threeDecimals.includes(code) ? 3 : 2
}

import { fail } from '../../internal/fail.js'

/** What money is never added up across. */
interface MoneyKey {
  segment: string | undefined
  currency: string
}

/** Pairs of segment and currency by dense codes. */
export interface MoneyKeys {
  /** The code of a pair, a new one for a new pair; the index of the order is for an error. */
  codeOf: (segment: string | undefined, currency: string, index: number) => number
  /** The pairs by code. */
  readonly all: readonly MoneyKey[]
}

/** Most orders have the segment and the currency of the one before: those are not looked up. */
export function createMoneyKeys(): MoneyKeys {
  const all: MoneyKey[] = []
  const codes = new Map<string | undefined, Map<string, number>>()
  let last: MoneyKey | undefined
  let lastCode = 0
  const codeOf = (segment: string | undefined, currency: string, index: number): number => {
    if (last !== undefined && last.segment === segment && last.currency === currency) return lastCode
    if (typeof currency !== 'string') fail('INVALID_INPUT', `orders[${index}].currency`, 'must be text', currency)
    const bySegment = codes.get(segment) ?? new Map<string, number>()
    codes.set(segment, bySegment)
    const code = bySegment.get(currency) ?? all.length
    if (code === all.length) {
      bySegment.set(currency, code)
      all.push({ segment, currency })
    }
    last = all[code]
    lastCode = code
    return code
  }
  return { codeOf, all }
}

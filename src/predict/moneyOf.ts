import { Decimal } from '../internal/decimal.js'
import type { Money } from '../records/model.js'

/** A double as money, by its shortest decimal form. */
export function moneyOf(value: number, currency: string): Money {
  return { amount: new Decimal(value).toFixed(), currency }
}

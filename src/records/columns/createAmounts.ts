import { fail } from '../../internal/fail.js'
import { parseAmount } from '../../internal/parseAmount.js'
import type { WideAmount } from '../models/columns.js'
import { createGrowing } from './createGrowing.js'
import { plainNumberText } from './plainNumberText.js'
import { isAmount, maximumScale, powerOf, scaledAmount, scaleOf } from './scaledAmount.js'

/** The members of columns that are about money. */
interface AmountMembers {
  scale: number
  total: Float64Array
  refunded?: Float64Array
  wide?: WideAmount[]
}

/** Amounts that are being made columns. */
export interface Amounts {
  /** Reads what a row was paid and what was paid back. */
  readonly set: (row: number, total: unknown, refunded: unknown, path: () => string) => void
  /** Whether two rows say the same. */
  readonly areEqual: (first: number, second: number) => boolean
  /** Forgets the row that was set last. */
  readonly drop: (row: number) => void
  readonly done: (length: number) => AmountMembers
}

/** The amounts of orders as whole numbers at one scale, which rises to the most decimals seen; what does not fit as text. */
export function createAmounts(): Amounts {
  const total = createGrowing((length) => new Float64Array(length))
  const refunded = createGrowing((length) => new Float64Array(length))
  const wide = new Map<number, { total: string; refunded: string }>()
  let scale = 2
  /** What hundredths are multiplied with to have the scale. */
  let raised = 1
  let rows = 0
  let isRefunded = false

  return { set, areEqual, drop: (row) => wide.delete(row), done }

  function set(row: number, paid: unknown, given: unknown, path: () => string): void {
    const back = given === undefined || given === null ? 0 : given
    rows = row
    const [paidHundredths, backHundredths] = [parseAmount(paid), back === 0 ? 0 : parseAmount(back)]
    if (!Number.isNaN(paidHundredths + backHundredths) && keep(row, paidHundredths * raised, backHundredths * raised))
      return
    if (!isAmount(paid)) fail('INVALID_AMOUNT', `${path()}.total`, 'must be a number or decimal text', paid)
    if (!isAmount(back)) fail('INVALID_AMOUNT', `${path()}.refunded`, 'must be a number or decimal text', back)
    const needed = back === 0 ? scaleOf(paid, scale) : Math.max(scaleOf(paid, scale), scaleOf(back, scale))
    const isNarrow = needed <= maximumScale
    if (isNarrow && needed > scale) raise(needed)
    const scaledPaid = isNarrow ? scaledAmount(paid, scale) : Number.NaN
    const scaledBack = isNarrow && back !== 0 ? scaledAmount(back, scale) : 0
    if (!keep(row, scaledPaid, scaledBack)) widen(row, paid, back)
  }

  /** Sets what a double holds exactly. */
  function keep(row: number, paid: number, back: number): boolean {
    if (!Number.isSafeInteger(paid) || !Number.isSafeInteger(back)) return false
    total.set(row, paid)
    refunded.set(row, back)
    if (back !== 0) isRefunded = true
    return true
  }

  function widen(row: number, paid: number | string, back: number | string): void {
    total.set(row, Number.NaN)
    refunded.set(row, Number.NaN)
    wide.set(row, { total: canonicalText(paid), refunded: canonicalText(back) })
  }

  /** All that is there gets more decimals; what then no longer fits goes where the wide ones are. */
  function raise(needed: number): void {
    const [before, factor] = [scale, powerOf(needed - scale)]
    scale = needed
    raised = powerOf(needed - 2)
    for (let row = 0; row < rows; row += 1) {
      const [paid, back] = [total.get(row), refunded.get(row)]
      if (Number.isNaN(paid)) continue
      const [raisedPaid, raisedBack] = [paid * factor, back * factor]
      if (Number.isSafeInteger(raisedPaid) && Number.isSafeInteger(raisedBack)) {
        total.set(row, raisedPaid)
        refunded.set(row, raisedBack)
      } else widen(row, textOf(paid, before), textOf(back, before))
    }
  }

  function areEqual(first: number, second: number): boolean {
    const [a, b] = [wide.get(first), wide.get(second)]
    if (a !== undefined || b !== undefined) return a?.total === b?.total && a?.refunded === b?.refunded
    return total.get(first) === total.get(second) && refunded.get(first) === refunded.get(second)
  }

  function done(length: number): AmountMembers {
    const texts = [...wide].map(([row, { total: paid, refunded: back }]) =>
      back === '0' ? { row, total: paid } : { row, total: paid, refunded: back },
    )
    return {
      scale,
      total: total.done(length),
      ...(isRefunded ? { refunded: refunded.done(length) } : {}),
      ...(texts.length === 0 ? {} : { wide: texts.sort((a, b) => a.row - b.row) }),
    }
  }
}

/** A whole number at a scale as text. */
function textOf(value: number, scale: number): string {
  const digits = String(Math.abs(value)).padStart(scale + 1, '0')
  return canonicalText(`${value < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`)
}

/** An amount by its value: one text for all its notations. */
function canonicalText(value: number | string): string {
  const text = typeof value === 'number' ? plainNumberText(value) : value
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const decimals = fraction.replace(/0+$/, '')
  const plain = `${whole.replace(/^0+(?=\d)/, '')}${decimals === '' ? '' : `.${decimals}`}`
  return text.startsWith('-') && plain !== '0' ? `-${plain}` : plain
}

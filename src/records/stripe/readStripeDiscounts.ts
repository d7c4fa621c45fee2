import { type Decimal, toDecimal } from '../../internal/decimal.js'
import { type Cell, isBlankCell, isRow } from '../mapping/cells.js'
import type { RowReader } from '../mapping/createRowReader.js'
import { cellIn, readIn } from '../mapping/nested.js'
import type { StripeAmountOptions } from './stripeOptions.js'

/** What a discount takes off: per cent, or an amount per invoice in units of the currency. */
export interface StripeDiscount {
  /** How it is counted. */
  readonly kind: 'percent' | 'amount'
  /** How much. */
  readonly value: Decimal
  /** The coupon, for problems. */
  readonly cell: Cell
}

/** What is known before the amounts of a row are read. */
export interface StripeSetup {
  /** Currency of the row; undefined when it is wrong. */
  readonly currency: string | undefined
  /** Decimals of its minor unit. */
  readonly decimals: number
  /** What counts. */
  readonly options: StripeAmountOptions
}

/** The discounts of a cell that count, in order; one that is only an id is a problem. */
export function readStripeDiscounts(reader: RowReader, cell: Cell, setup: StripeSetup): StripeDiscount[] {
  const { column, value } = cell
  if (isBlankCell(value)) return []
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap((discount: unknown) => {
    if (isRow(discount)) return readDiscount(reader, discount, column, setup) ?? []
    const isId = typeof discount === 'string' && discount.trim() !== ''
    reader.report('mrr', isId ? 'missing' : 'unknown_value', { column, present: true, value: discount })
    return []
  })
}

const durationSpec = { kind: 'word', words: ['forever', 'once', 'repeating'], required: true } as const

function readDiscount(
  reader: RowReader,
  discount: Record<string, unknown>,
  column: string,
  setup: StripeSetup,
): StripeDiscount | undefined {
  const coupon = cellIn(discount, 'coupon', column)
  if (!isRow(coupon.value)) return reader.report('mrr', 'missing', coupon)
  const inside = (path: string): Cell => cellIn(discount, `coupon.${path}`, column)
  const duration = readIn(reader, inside('duration'), durationSpec, 'mrr')
  if (duration === undefined) return undefined
  if (duration !== 'forever' && setup.options.temporaryDiscounts !== 'deduct') return undefined
  const percent = inside('percent_off')
  if (isBlankCell(percent.value)) return readAmount(reader, coupon, inside, setup)
  const value = readIn(reader, percent, { kind: 'quantity' }, 'mrr')
  if (value === undefined) return undefined
  if (Number(value) > 100) return reader.report('mrr', 'invalid_number', percent)
  return { kind: 'percent', value: toDecimal(value, 'mrr'), cell: coupon }
}

function readAmount(
  reader: RowReader,
  coupon: Cell,
  inside: (path: string) => Cell,
  { currency, decimals }: StripeSetup,
): StripeDiscount | undefined {
  const amount = readIn(reader, inside('amount_off'), { kind: 'amount', required: true }, 'mrr')
  if (amount === undefined) return undefined
  const own = readIn(reader, inside('currency'), { kind: 'currency' }, 'currency')
  if (own !== undefined && currency !== undefined && own !== currency) {
    return reader.report('currency', 'invalid_currency', inside('currency'))
  }
  return { kind: 'amount', value: toDecimal(amount, 'mrr').dividedBy(10 ** decimals), cell: coupon }
}

import { Decimal, decimalText, toDecimal } from '../../internal/decimal.js'
import { isDecimalText } from '../../internal/isDecimalText.js'
import { type Cell, isBlankCell } from '../mapping/cells.js'
import type { RowReader } from '../mapping/createRowReader.js'
import { cellIn, readIn, rowsOf } from '../mapping/nested.js'
import { type BillingInterval, monthlyAmount } from '../monthlyAmount.js'
import { minorUnitsOf } from './minorUnitsOf.js'
import { readStripeDiscounts, type StripeDiscount, type StripeSetup } from './readStripeDiscounts.js'
import { stripeCurrency } from './stripeCurrency.js'
import { stripeItems } from './stripeItems.js'
import type { StripeAmountOptions } from './stripeOptions.js'

/** What is charged at once. */
interface Charge {
  readonly interval: BillingInterval
  readonly intervalCount: number
  readonly amount: Decimal
}

/** Monthly revenue as decimal text; undefined when something in the row is wrong. */
export function readStripeMrr(reader: RowReader, options: StripeAmountOptions): unknown {
  const list = stripeItems(reader)
  if (list === undefined) return reader.report('mrr', reader.isBlank('mrr') ? 'missing' : 'unknown_value')
  const { column } = reader.cell('mrr')
  const { length } = reader.issues
  const currency = stripeCurrency(reader)
  const setup = { column, currency, decimals: minorUnitsOf(currency ?? '', options), options }
  const items = rowsOf(reader, list, column, 'mrr').filter(
    (item) => options.includeMetered === true || !isMetered(item),
  )
  const charges = items.flatMap((item) => readCharge(reader, item, setup) ?? [])
  const discounts = readStripeDiscounts(reader, reader.cell('discounts'), setup)
  return reader.issues.length > length ? undefined : totalOf(reader, byInterval(charges), discounts)
}

function isMetered(item: Record<string, unknown>): boolean {
  return cellIn(item, 'price.recurring.usage_type', '').value === 'metered'
}

interface ItemSetup extends StripeSetup {
  readonly column: string
}

const intervalSpec = { kind: 'word', words: ['day', 'week', 'month', 'year'], required: true } as const

/** A century of days: no billing interval is longer. */
const longestInterval = 36_600

function readCharge(reader: RowReader, item: Record<string, unknown>, setup: ItemSetup): Charge | undefined {
  const { length } = reader.issues
  const cell = (path: string): Cell => cellIn(item, path, setup.column)
  const unit = readUnitAmount(reader, cell('price.unit_amount'), cell('price.unit_amount_decimal'))
  const quantity = readIn(reader, cell('quantity'), { kind: 'quantity', required: isMetered(item) }, 'mrr') ?? 1
  const interval = readIn(reader, cell('price.recurring.interval'), intervalSpec, 'mrr')
  const countCell = cell('price.recurring.interval_count')
  const intervalCount = Number(readIn(reader, countCell, { kind: 'ordinal' }, 'mrr') ?? 1)
  if (intervalCount > longestInterval) reader.report('mrr', 'invalid_number', countCell)
  const discounts = readStripeDiscounts(reader, cell('discounts'), setup)
  if (unit === undefined || reader.issues.length > length) return undefined
  const full = unit.times(toDecimal(quantity, 'mrr')).dividedBy(10 ** setup.decimals)
  return { interval: interval as BillingInterval, intervalCount, amount: discounts.reduce(discounted, full) }
}

/** The price of one unit in minor units; a price of tiers has none. */
function readUnitAmount(reader: RowReader, whole: Cell, fraction: Cell): Decimal | undefined {
  const cell = isBlankCell(whole.value) && !isBlankCell(fraction.value) ? fraction : whole
  const amount = readIn(reader, cell, { kind: 'amount', required: true }, 'mrr')
  return amount === undefined ? undefined : toDecimal(amount, 'mrr')
}

/** Never below nothing: who pays nothing is not paying. */
function discounted(amount: Decimal, { kind, value }: StripeDiscount): Decimal {
  const share = new Decimal(100).minus(value).dividedBy(100)
  const rest = kind === 'percent' ? amount.times(share) : amount.minus(value)
  return rest.isNegative() ? new Decimal(0) : rest
}

/** Charges of equal intervals together, so that nothing is rounded before the month. */
function byInterval(charges: readonly Charge[]): Charge[] {
  const sums = new Map<string, Charge>()
  for (const charge of charges) {
    const key = `${charge.interval} ${charge.intervalCount}`
    const amount = sums.get(key)?.amount.plus(charge.amount) ?? charge.amount
    sums.set(key, { ...charge, amount })
  }
  return [...sums.values()]
}

function totalOf(reader: RowReader, charges: readonly Charge[], discounts: readonly StripeDiscount[]): unknown {
  let rest = charges
  for (const discount of discounts) {
    // So much off an invoice is so much a month only where all items have one interval.
    if (discount.kind === 'amount' && rest.length > 1) return reader.report('mrr', 'unknown_value', discount.cell)
    rest = rest.map((charge) => ({ ...charge, amount: discounted(charge.amount, discount) }))
  }
  let sum = new Decimal(0)
  for (const { interval, intervalCount, amount } of rest) {
    const text = decimalText(amount)
    if (!isDecimalText(text)) return reader.report('mrr', 'invalid_amount')
    sum = sum.plus(toDecimal(monthlyAmount({ amount: text, interval, intervalCount }), 'mrr'))
  }
  const text = decimalText(sum)
  return isDecimalText(text) ? text : reader.report('mrr', 'invalid_amount')
}

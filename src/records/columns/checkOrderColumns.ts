import { fail } from '../../internal/fail.js'
import { assertArray, assertInteger, assertPlain } from '../../internal/guards.js'
import type { OrderColumns } from '../models/columns.js'
import { checkColumns } from './checkColumns.js'
import { assertCodes, assertColumn, assertInstants, assertKeys, assertTexts } from './columnGuards.js'
import type { EncodeOptions } from './encodeOptions.js'
import { nobody } from './limits.js'
import { orderActivity, orderRows, orderStates, testOrder } from './orderRows.js'
import { maximumScale } from './scaledAmount.js'

/** Columns of orders that were made before, checked. */
export function checkOrderColumns(
  columns: OrderColumns,
  options: EncodeOptions & { readonly identity?: 'customerId' | 'email' | undefined },
): OrderColumns {
  const { identity } = options
  const checked = checkColumns(columns, options, {
    name: 'orders',
    check,
    at: columns.at,
    rows: (asked) => (asked === 'activity' ? orderActivity(columns, []) : orderRows(columns, [])),
  })
  if (identity !== undefined && identity !== checked.identity) {
    fail('INVALID_OPTION', 'options.identity', 'must be that of the columns', identity)
  }
  return checked
}

function check(columns: OrderColumns): void {
  const { length, identity, status, currency } = columns
  if (identity !== 'customerId' && identity !== 'email') {
    fail('INVALID_INPUT', 'orders.identity', 'must be customerId or email', identity)
  }
  const customers = assertKeys(columns.customers, 'orders.customers')
  assertCodes(columns.customer, Uint32Array, { length, codes: customers.length, none: nobody }, 'orders.customer')
  assertInstants(columns.at, length, 'orders.at')
  const currencies = assertTexts(columns.currencies, 'orders.currencies')
  if (currency !== undefined)
    assertCodes(currency, Uint16Array, { length, codes: currencies.length }, 'orders.currency')
  const states = { length, codes: orderStates.length + testOrder }
  if (status !== undefined) assertCodes(status, Uint8Array, states, 'orders.status')
  checkAmounts(columns)
}

/** Whole numbers that a double holds exactly, and text where the row is wide. */
function checkAmounts({ length, scale, total, refunded, wide = [] }: OrderColumns): void {
  assertInteger(scale, { minimum: 2, maximum: maximumScale }, 'orders.scale', 'INVALID_INPUT')
  assertColumn(total, Float64Array, length, 'orders.total')
  if (refunded !== undefined) assertColumn(refunded, Float64Array, length, 'orders.refunded')
  assertArray(wide, 'orders.wide')
  const rows = new Set<number>()
  wide.forEach((item, index) => {
    const path = `orders.wide[${index}]`
    assertPlain(item, path)
    for (const field of ['total', 'refunded'] as const) {
      const text = item[field]
      if (!isExactText(text) && !(field === 'refunded' && text === undefined)) {
        fail('INVALID_AMOUNT', `${path}.${field}`, 'must be decimal text', text)
      }
    }
    if (!Number.isNaN(total[item.row])) fail('INVALID_INPUT', `${path}.row`, 'must be a row without a number', item.row)
    rows.add(item.row)
  })
  for (let row = 0; row < length; row += 1) {
    if (rows.has(row)) continue
    if (!Number.isSafeInteger(total[row])) fail('INVALID_AMOUNT', `orders.total[${row}]`, 'must be whole', total[row])
    if (refunded !== undefined && !Number.isSafeInteger(refunded[row])) {
      fail('INVALID_AMOUNT', `orders.refunded[${row}]`, 'must be whole', refunded[row])
    }
  }
}

/** Texts of any length are no amounts: the longest are those of the smallest numbers. */
function isExactText(text: unknown): boolean {
  return typeof text === 'string' && text.length <= 400 && /^-?\d{1,15}(\.\d+)?$/.test(text)
}

import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { createExclusions } from '../../internal/createExclusions.js'
import type { Order, RecordSource } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import type { CountedRows } from '../../tally/countedRows.js'
import type { Key } from '../../tally/createKeys.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { knownAt } from '../internal/knownAt.js'
import type { OrderOptions } from './model.js'
import { readOrderOptions, readPurchases } from './readPurchases.js'

/** The options that purchases are read with. */
export type PurchaseOptions = OrderOptions & {
  readonly [K in keyof TallyOptions<Order>]?: TallyOptions<Order>[K] | undefined
}

/** What is known of the purchases beside themselves. */
export interface VisitedPurchases {
  definition: Record<string, unknown> & { asOf: string; timeZone: string; occasion: 'order' | 'day' }
  excluded: Record<string, number> | undefined
}

/** What takes purchases one by one, or all that count of columns at once where they are not segmented. */
export interface PurchaseVisitor {
  add: (customer: Key, at: number, segment: string | undefined) => void
  addRows?: (rows: CountedRows) => void
}

/** Visits the purchases of orders, or of their tally, one by one: no row is kept. */
export function visitPurchases(
  source: RecordSource<Order> | Tally<object>,
  options: PurchaseOptions,
  visitor: PurchaseVisitor,
): VisitedPurchases {
  if (!isTally(source)) return visitOrders(source as RecordSource<Order>, options, visitor)
  const tally = agreeingTally(source, options)
  for (const { key = '', segment, rows = [] } of tally.cells) {
    for (const { at } of rows) visitor.add(key, at as number, segment)
  }
  return { definition: tally.definition as VisitedPurchases['definition'], excluded: tally.excluded }
}

function visitOrders(
  orders: RecordSource<Order>,
  options: PurchaseOptions,
  { add, addRows }: PurchaseVisitor,
): VisitedPurchases {
  const { timeZone = 'UTC', segmentBy, duplicates } = options
  assertTimeZone(timeZone)
  const { occasion, include, identity } = readOrderOptions(options)
  const asOf = readAsOf(options.asOf, timeZone)
  const exclusions = createExclusions()
  readPurchases(
    orders,
    { asOf, timeZone, include, identity, segmentBy, duplicates },
    {
      add: (customer, at, _order, segment) => add(customer, at, segment),
      addRows: segmentBy === undefined ? addRows : undefined,
    },
    (reason) => exclusions.add(reason),
  )
  const definition = {
    asOf: new Date(asOf).toISOString(),
    timeZone,
    occasion,
    include,
    identity,
    ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
  }
  return { definition, excluded: exclusions.result() }
}

/** A tally of purchases that no option contradicts. */
export function agreeingTally(tally: Tally<object>, options: PurchaseOptions): Tally<object> {
  const { timeZone, segmentBy, occasion, include, identity, preset } = options
  agreeWithDefinition(tally, 'purchases', {
    asOf: knownAt(tally, options),
    timeZone,
    segmentBy: typeof segmentBy === 'string' ? segmentBy : undefined,
    occasion,
    identity,
    include: include === undefined && preset === undefined ? undefined : readOrderOptions(options).include,
  })
  return tally
}

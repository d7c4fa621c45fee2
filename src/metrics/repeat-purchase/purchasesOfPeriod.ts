import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readInstant } from '../../calendar/readInstant.js'
import { createExclusions } from '../../internal/createExclusions.js'
import type { Instant, Period } from '../../measurement.js'
import type { Order, RecordSource } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { type MeasuredPeriod, readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
import { tallyOf } from './countPurchases.js'
import type { OrderOptions, PurchaseCounts } from './model.js'
import { addCustomer, emptyPurchases } from './purchasesOfWindow.js'
import { occasionsOf, readOrderOptions, readPurchases } from './readPurchases.js'

/** What a measurement of one period of purchases is asked. */
export interface PurchasePeriodOptions extends OrderOptions {
  /** Nothing later is known; required for orders. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** The period measured, half-open; required. */
  readonly period: Period
}

/** How the period is counted. */
export interface PurchaseRule {
  partial?: boolean | undefined
  beforePeriod?: boolean
  lookAhead?: boolean
  withinDays?: number
}

/** Counts of one period over all customers, with what is said beside the figure. */
export interface PurchasesOfPeriod {
  counts: PurchaseCounts
  period: MeasuredPeriod
  excluded: Record<string, number> | undefined
  definition: Record<string, unknown> & { asOf: string; timeZone: string }
}

/** The counts of one period; of orders, those left out count when they lie inside it. */
export function purchasesOfPeriod(
  source: RecordSource<Order> | Tally<object>,
  options: PurchasePeriodOptions,
  rule: PurchaseRule,
): PurchasesOfPeriod {
  const { partial, beforePeriod = false, lookAhead = false, withinDays } = rule
  const read = isTally(source)
    ? ofTally(source, options, partial)
    : ofOrders(source as RecordSource<Order>, options, partial)
  const { definition, period, customers, excluded } = read
  const { timeZone, occasion } = definition as unknown as { timeZone: string; occasion: 'order' | 'day' }
  const asOf = readInstant(definition.asOf, 'UTC', 'options.asOf')
  const { start, until } = period
  const counts = emptyPurchases(withinDays)
  const window = { start, until, asOf, timeZone, occasion, beforePeriod, lookAhead, withinDays }
  // Only the days between occasions need them in order.
  const isOrdered = occasion === 'day' || withinDays !== undefined
  for (const instants of customers) {
    addCustomer(counts, isOrdered ? occasionsOf(instants, occasion, timeZone) : instants, window)
  }
  return { counts, period, excluded, definition }
}

interface Read {
  customers: Iterable<number[]>
  period: MeasuredPeriod
  excluded: Record<string, number> | undefined
  definition: PurchasesOfPeriod['definition']
}

function ofTally(source: Tally<object>, options: PurchasePeriodOptions, partial: boolean | undefined): Read {
  const tally = tallyOf(source, options)
  const definition = tally.definition as Read['definition']
  const byCustomer = new Map<string, number[]>()
  for (const { key = '', rows = [] } of tally.cells) {
    const instants = rows.map(({ at }) => at as number)
    const present = byCustomer.get(key)
    byCustomer.set(key, present === undefined ? instants : present.concat(instants))
  }
  const period = readMeasuredPeriod(options.period, { ...definition, partial })
  return { customers: byCustomer.values(), period, excluded: tally.excluded, definition }
}

function ofOrders(orders: RecordSource<Order>, options: PurchasePeriodOptions, partial: boolean | undefined): Read {
  const { timeZone = 'UTC' } = options
  assertTimeZone(timeZone)
  const { occasion, include, identity } = readOrderOptions(options)
  const asOf = readAsOf(options.asOf, timeZone)
  const period = readMeasuredPeriod(options.period, { asOf, timeZone, partial })
  const exclusions = createExclusions()
  const byCustomer = new Map<string, number[]>()
  readPurchases(
    orders,
    { asOf, timeZone, include, identity, segmentBy: undefined },
    ({ customer, at }) => {
      const instants = byCustomer.get(customer)
      if (instants === undefined) byCustomer.set(customer, [at])
      else instants.push(at)
    },
    (reason, at) => {
      // A twin of columns whose place is not known counts anywhere: its instant is NaN.
      if (!(at < period.start || at >= period.end)) exclusions.add(reason)
    },
  )
  const definition = { asOf: new Date(asOf).toISOString(), timeZone, occasion, include, identity }
  return { customers: byCustomer.values(), period, excluded: exclusions.result(), definition }
}

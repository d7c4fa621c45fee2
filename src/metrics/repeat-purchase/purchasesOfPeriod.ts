import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readInstant } from '../../calendar/readInstant.js'
import { createExclusions } from '../../internal/createExclusions.js'
import type { Instant, Period } from '../../measurement.js'
import type { Order, RecordSource } from '../../records/model.js'
import { createKeys } from '../../tally/createKeys.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { type MeasuredPeriod, readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
import { createPurchaseAccumulator } from './createPurchaseAccumulator.js'
import type { OrderOptions, PurchaseCounts } from './model.js'
import type { WindowRule } from './purchasesOfWindow.js'
import { readOrderOptions, readPurchases } from './readPurchases.js'
import { agreeingTally } from './visitPurchases.js'

/** What a measurement of one period of purchases is asked. */
export interface PurchasePeriodOptions extends OrderOptions {
  /** Nothing later is known; required for orders. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** The period measured, half-open; required. */
  readonly period: Period
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
}

/** How the period is counted. */
export interface PurchaseRule {
  partial?: boolean | undefined
  /** Whether returning buyers are asked for: then the whole known history matters. */
  returning?: boolean
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
  return isTally(source) ? ofTally(source, options, rule) : ofOrders(source as RecordSource<Order>, options, rule)
}

type Definition = PurchasesOfPeriod['definition']

function ofTally(source: Tally<object>, options: PurchasePeriodOptions, rule: PurchaseRule): PurchasesOfPeriod {
  const tally = agreeingTally(source, options)
  const definition = tally.definition as Definition
  const period = readMeasuredPeriod(options.period, { ...definition, partial: rule.partial })
  const purchases = createPurchaseAccumulator(
    createKeys('customers', source),
    windowOf(definition, period, rule),
    rule.returning === true,
  )
  for (const { key = '', rows = [] } of tally.cells) {
    for (const { at } of rows) purchases.add(key, at as number)
  }
  return { counts: purchases.finish(), period, excluded: tally.excluded, definition }
}

function ofOrders(orders: RecordSource<Order>, options: PurchasePeriodOptions, rule: PurchaseRule): PurchasesOfPeriod {
  const { timeZone = 'UTC', duplicates } = options
  assertTimeZone(timeZone)
  const { occasion, include, identity } = readOrderOptions(options)
  const asOf = readAsOf(options.asOf, timeZone)
  const period = readMeasuredPeriod(options.period, { asOf, timeZone, partial: rule.partial })
  const exclusions = createExclusions()
  const definition = { asOf: new Date(asOf).toISOString(), timeZone, occasion, include, identity }
  const purchases = createPurchaseAccumulator(
    createKeys('customers', orders),
    windowOf(definition, period, rule),
    rule.returning === true,
  )
  readPurchases(
    orders,
    { asOf, timeZone, include, identity, segmentBy: undefined, duplicates },
    purchases,
    (reason, at) => {
      // A twin of columns whose place is not known counts anywhere: its instant is NaN.
      if (!(at < period.start || at >= period.end)) exclusions.add(reason)
    },
  )
  return { counts: purchases.finish(), period, excluded: exclusions.result(), definition }
}

function windowOf(definition: Definition, { start, until }: MeasuredPeriod, rule: PurchaseRule): WindowRule {
  const { timeZone, occasion } = definition as unknown as { timeZone: string; occasion: 'order' | 'day' }
  const { beforePeriod = false, lookAhead = false, withinDays } = rule
  const asOf = readInstant(definition.asOf, 'UTC', 'options.asOf')
  return { start, until, asOf, timeZone, occasion, beforePeriod, lookAhead, withinDays }
}

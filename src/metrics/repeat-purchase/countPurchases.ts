import { readInstant } from '../../calendar/readInstant.js'
import { readPeriods } from '../../calendar/readPeriods.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Order, Periods, RecordSource } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { createInstantGroups, type InstantGroups } from '../../tally/createInstantGroups.js'
import { createKeys, type Keys } from '../../tally/createKeys.js'
import type { CountTally, DeclaredPart, Tally } from '../../tally/model.js'
import { type CutPeriod, cutPeriods, periodCell, sortCells } from '../internal/periodCells.js'
import { daysOfPeriod } from './daysOfPeriod.js'
import type { OrderOptions, PurchaseCounts } from './model.js'
import { occasionsOf } from './occasionsOf.js'
import { addCustomer, emptyPurchases, type WindowRule } from './purchasesOfWindow.js'
import { orderOptionNames } from './readPurchases.js'
import { visitPurchases } from './visitPurchases.js'

/** Options of {@link countPurchases}. */
export interface CountPurchasesOptions extends Partial<TallyOptions<Order>>, OrderOptions {
  /** A period grid, or a list of periods, which may overlap. */
  readonly periods: Periods
  /** `'period'`: a returning buyer must have bought before the period; default before another occasion. */
  readonly before?: 'period' | undefined
  /** Whether any two occasions of the known history make a returning buyer; default false. */
  readonly lookAhead?: boolean | undefined
  /** Counts first-time buyers with a second occasion within so many local days, 1 to 36,600; default none. */
  readonly withinDays?: number | undefined
  /** The part of a declared split that the orders are, so that the counts may be merged. */
  readonly partition?: DeclaredPart | undefined
}

/**
 * Counts buyers and purchase occasions per period and segment.
 *
 * Buyers have an occasion in the period, repeat buyers two or more, returning buyers one that has an earlier one ever;
 * with `withinDays`, first-time buyers are eligible once their N days are over, repeated with a second occasion within
 * them, else pending. Periods are cut at `asOf`; one that has not begun has no cell.
 *
 * @param source - orders, or their tally of kind `purchases`
 * @param options - periods, instant of knowledge, which orders count, days
 * @returns a tally of kind `purchase-counts`, one cell a period and segment
 * @throws {@link RetentionOkrError} TALLY_MISMATCH, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, INVALID_AMOUNT
 * @example
 * ```ts
 * import { countPurchases } from 'retention-okr/metrics'
 *
 * const order = { customerId: 'a', status: 'paid', total: 10, currency: 'EUR' } as const
 * const orders = [{ ...order, id: '1', placedAt: '2024-05-05' }, { ...order, id: '2', placedAt: '2024-05-20' }]
 * const periods = [{ start: '2024-05-01', end: '2024-06-01' }]
 * const [may] = countPurchases(orders, { asOf: '2024-06-01', periods }).cells
 * may?.counts.repeatBuyers // => 1
 * ```
 * @since 0.1.0
 */
export function countPurchases(
  source: RecordSource<Order> | Tally<object>,
  options: CountPurchasesOptions,
): CountTally<PurchaseCounts> {
  const names = [
    'asOf',
    'timeZone',
    'duplicates',
    'segmentBy',
    'periods',
    'before',
    'lookAhead',
    'withinDays',
    'partition',
  ]
  assertKnownOptions(options, [...names, ...orderOptionNames])
  const { before, withinDays, partition, preset } = options
  const { lookAhead = preset === 'shopify' } = options
  if (before !== undefined) assertOneOf(before, ['period'], 'options.before')
  if (typeof lookAhead !== 'boolean') fail('INVALID_OPTION', 'options.lookAhead', 'must be true or false', lookAhead)
  if (withinDays !== undefined) assertInteger(withinDays, { minimum: 1, maximum: 36_600 }, 'options.withinDays')
  const customers = new Map<string | undefined, CustomerInstants>()
  const ofSegment = (segment: string | undefined): CustomerInstants => {
    const present = customers.get(segment)
    const own = present ?? { keys: createKeys('customers', source), groups: createInstantGroups() }
    if (present === undefined) customers.set(segment, own)
    return own
  }
  const { definition, excluded } = visitPurchases(source, options, {
    add: (customer, at, segment) => {
      const { keys, groups } = ofSegment(segment)
      groups.add(keys.codeOf(customer), at)
    },
    addRows: (rows) => ofSegment(undefined).groups.addRows(rows),
  })
  const { timeZone, occasion } = definition
  const asOf = readInstant(definition.asOf, 'UTC', 'options.asOf')
  const periods = cutPeriods(readPeriods(options.periods, timeZone, 'options.periods'), asOf)
  const rule = { asOf, timeZone, occasion, beforePeriod: before === 'period', lookAhead, withinDays }
  return {
    kind: 'purchase-counts',
    definition: {
      ...definition,
      ...(before === undefined ? {} : { before }),
      ...(lookAhead ? { lookAhead } : {}),
      ...(withinDays === undefined ? {} : { withinDays }),
    },
    cells: cellsOf(customers, periods, rule),
    ...(excluded === undefined ? {} : { excluded }),
    distinct: 'customer',
    ...(partition === undefined ? {} : { partition: { name: partition.name, parts: [partition.part] } }),
  }
}

/** The instants of the customers of one segment. */
interface CustomerInstants {
  keys: Keys
  groups: InstantGroups
}

/** One cell a period and segment, customer by customer. */
function cellsOf(
  customers: ReadonlyMap<string | undefined, CustomerInstants>,
  periods: readonly CutPeriod[],
  rule: Omit<WindowRule, 'start' | 'until'>,
): CountTally<PurchaseCounts>['cells'] {
  const windows = periods.map(({ start, until }) => ({ ...rule, start, until }))
  const named = customers.size === 0 ? [[undefined, undefined] as const] : [...customers]
  const cells = named.flatMap(([segment, own]) => {
    const bySegment = periods.map((period) => {
      const counts = { ...emptyPurchases(rule.withinDays), days: daysOfPeriod(period, rule.timeZone) }
      return periodCell(period, segment, counts, rule.timeZone)
    })
    const codes = own?.keys.texts.length ?? 0
    const instantsOf = own?.groups.group(codes)
    for (let code = 0; code < codes && instantsOf !== undefined; code += 1) {
      const instants = instantsOf(code)
      // Columns also name customers without a purchase.
      if (instants.length === 0) continue
      const occasions = occasionsOf(instants, rule.occasion, rule.timeZone)
      windows.forEach((window, index) => {
        const cell = bySegment[index]
        if (cell !== undefined) addCustomer(cell.counts, occasions, window)
      })
    }
    return bySegment
  })
  return sortCells(cells)
}

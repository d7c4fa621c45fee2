import { dayNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertKnownOptions, assertOneOf, isDay } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import type { OrderColumns } from '../records/model.js'
import type { PurchaseDays } from '../tally/columnTallies.js'
import { backtestFigures } from './backtestFigures.js'
import { countHoldoutPurchases } from './countHoldoutPurchases.js'
import type { SummarisePurchaseDaysOptions } from './dayOptions.js'
import { fitPurchaseModel } from './fitPurchaseModel.js'
import { fitSpendModel } from './fitSpendModel.js'
import type { PurchaseBacktest } from './models/backtest.js'
import type { PurchaseModel } from './models/models.js'
import type { PurchaseOrder } from './models/summary.js'
import { readPurchaseDays, summaryOptionNames } from './readPurchaseDays.js'
import { summariseDays } from './summariseDays.js'

/** Options of {@link backtestPurchaseModel}. */
export interface BacktestPurchaseModelOptions extends Omit<SummarisePurchaseDaysOptions, 'asOf' | 'ownRhythm'> {
  /** The last day of the calibration: models know no more. */
  readonly asOf: Day
  /** The last day of the holdout, after `asOf`. */
  readonly until: Day
  /** Which models. Default `['mbg-nbd']`. */
  readonly models?: readonly PurchaseModel['name'][] | undefined
  /** Days of the unit of time of the parameters, above 0. Default 7. */
  readonly timeUnitDays?: number | undefined
  /** Weak priors on the parameters, or plain maximum likelihood. Default `weak`. */
  readonly prior?: 'weak' | 'none' | undefined
  /** The most steps of a search from one start. Default 500. */
  readonly maximumIterations?: number | undefined
}

const summaryNames = summaryOptionNames.filter((name) => name !== 'ownRhythm')
const knownOptions = [...summaryNames, 'until', 'models', 'timeUnitDays', 'prior', 'maximumIterations']
const modelNames = ['mbg-nbd', 'bg-nbd', 'pareto-nbd'] as const

/**
 * Tests models on a base: fits them on what was known at a day and compares with the days that followed.
 *
 * A model earns its place when its totals are near, its probabilities of no purchase beat the observed share (Brier
 * score), and its list by value at risk finds more of the purchases really lost than the days since the last purchase
 * do. As a plain ranking of who will not return, days since the last purchase are hard to beat: they stand beside.
 *
 * @param orders - the orders, or their tally
 * @param options - last days of calibration and holdout, models, what is a purchase, how to fit
 * @returns a row a model, with figures where its fit has a model
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_AMOUNT, INVALID_INPUT for a row, with its index
 * @throws {@link RetentionOkrError} INVALID_OPTION, also for days that are none or in the wrong order
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for options against those of the tally
 * @example
 * ```ts
 * import { backtestPurchaseModel } from 'retention-okr/predict'
 *
 * const orders = Array.from({ length: 300 }, (_, index) => ({
 *   customerId: `c${(index * 7) % 40}`,
 *   placedAt: new Date(Date.UTC(2024, 0, 1 + ((index * 11 + (index % 40) * 3) % 300))),
 * }))
 * const { rows, spendFit } = backtestPurchaseModel(orders, { asOf: '2024-06-30', until: '2024-10-26' })
 * rows.map(({ model }) => model) // => ['mbg-nbd']
 * spendFit // => null
 * ```
 * @see Fader, Hardie & Lee 2005, "Counting your customers the easy way"
 * @since 0.1.0
 */
export function backtestPurchaseModel(
  orders: Iterable<PurchaseOrder> | OrderColumns | PurchaseDays,
  options: BacktestPurchaseModelOptions,
): PurchaseBacktest {
  assertKnownOptions(options, knownOptions)
  const { asOf, until, models = ['mbg-nbd'], timeUnitDays, prior, maximumIterations } = options
  const { timeZone, amount, zeroValue, fullyRefunded, acquired } = options
  for (const [name, day] of Object.entries({ asOf, until })) {
    if (!isDay(day)) fail('INVALID_OPTION', `options.${name}`, 'must be a day YYYY-MM-DD', day)
  }
  if (until <= asOf) fail('INVALID_OPTION', 'options.until', 'must be after asOf', until)
  assertModels(models)
  const read = { timeZone, amount, zeroValue, fullyRefunded, acquired }
  const { days, rules } = readPurchaseDays(orders, { ...read, asOf: until })
  const summary = summariseDays(days, { ...rules, knownAt: { day: dayNumber(asOf) } })
  const holdout = countHoldoutPurchases(days, { asOf, until, amount, acquired })
  const spendFit = summary.monetaryValue === null ? null : fitSpendModel(summary, { maximumIterations })
  const data = { summary, purchases: holdout.purchases, days: holdout.days }
  return {
    asOf,
    until,
    rows: models.map((model) => {
      const fit = fitPurchaseModel(summary, { model, timeUnitDays, prior, maximumIterations })
      return { model, fit, ...(fit.model === null ? {} : backtestFigures(data, fit.model)) }
    }),
    spendFit,
    excluded: { ...withoutHoldout(summary.excluded, days, options), ...holdout.excluded },
    definition: {
      ...summary.definition,
      asOf,
      until,
      models: [...models],
      timeUnitDays: timeUnitDays ?? 7,
      prior: prior ?? 'weak',
    },
  }
}

function assertModels(models: unknown): void {
  assertArray(models, 'options.models')
  if (models.length === 0) fail('INVALID_OPTION', 'options.models', 'must name a model', models)
  models.forEach((model, index) => {
    assertOneOf(model, modelNames, `options.models[${index}]`)
  })
}

/** Orders of the holdout are not left out: those after it are. */
function withoutHoldout(
  excluded: Readonly<Record<string, number>>,
  days: PurchaseDays,
  { asOf, until }: { readonly asOf: Day; readonly until: Day },
): Record<string, number> {
  const [from, to] = [dayNumber(asOf), dayNumber(until)]
  let inside = 0
  days.day.forEach((day, row) => {
    if (day > from && day <= to) inside += days.orders[row] ?? 0
  })
  const { future = 0, ...rest } = excluded
  return future > inside ? { ...rest, future: future - inside } : rest
}

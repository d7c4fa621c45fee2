import { dayFromNumber, dayNumber } from '../calendar/dayNumber.js'
import { localDayNumber } from '../calendar/localDayNumber.js'
import { readAsOf } from '../calendar/readAsOf.js'
import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertOneOf, isDay } from '../internal/guards.js'
import type { OrderColumns } from '../records/model.js'
import { agreeWithDefinition } from '../tally/agreeWithDefinition.js'
import { assertColumnTally } from '../tally/assertColumnTally.js'
import type { PurchaseDays, PurchaseDaysDefinition } from '../tally/columnTallies.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import { isColumns } from '../tally/isColumns.js'
import { isTally } from '../tally/isTally.js'
import type { Tally } from '../tally/model.js'
import type { SummarisePurchaseDaysOptions } from './dayOptions.js'
import type { PurchaseOrder } from './models/summary.js'
import { purchaseDayFeed } from './purchaseDayFeed.js'
import { readAcquired } from './readAcquired.js'
import { readDayOptions } from './readDayOptions.js'
import type { KnownAt, SummaryRules } from './summaryRules.js'

/** The options of summaries. */
export const summaryOptionNames = [
  'asOf',
  'timeZone',
  'amount',
  'zeroValue',
  'fullyRefunded',
  'acquired',
  'ownRhythm',
] as const

/** The purchase days of orders up to `asOf`, or all those of a tally, and how to summarise them. */
export function readPurchaseDays(
  source: Iterable<PurchaseOrder> | OrderColumns | PurchaseDays,
  options: SummarisePurchaseDaysOptions,
): { days: PurchaseDays; rules: SummaryRules } {
  assertKnownOptions(options, summaryOptionNames)
  const ofTally = isTally(source)
  const shape = ofTally ? shapeOfTally(source, options) : readDayOptions(options)
  const rules = readRules(options, shape)
  if (ofTally) {
    if (rules.knownAt.instant !== undefined) {
      fail('INVALID_OPTION', 'options.asOf', 'must be a day over a tally', options.asOf)
    }
    return { days: source as PurchaseDays, rules }
  }
  const feed = purchaseDayFeed(source, { ...shape, knownAt: rules.knownAt, sorted: false })
  if (isColumns(source)) feed.addColumns?.(source)
  else forEachRecord(source as Iterable<PurchaseOrder>, 'orders', feed.add)
  return { days: feed.finish(), rules }
}

/** The definition of a tally of purchase days that no option contradicts. */
function shapeOfTally(source: object, options: SummarisePurchaseDaysOptions): PurchaseDaysDefinition {
  const { timeZone, zeroValue, fullyRefunded } = options
  agreeWithDefinition(source as Tally<object>, 'purchase-days', {})
  assertColumnTally(source, 'orders')
  agreeWithDefinition(source as unknown as Tally<object>, 'purchase-days', { timeZone, zeroValue, fullyRefunded })
  return readDayOptions(source.definition as PurchaseDaysDefinition)
}

function readRules(options: SummarisePurchaseDaysOptions, shape: PurchaseDaysDefinition): SummaryRules {
  const { amount = 'gross', ownRhythm = false } = options
  assertOneOf(amount, ['gross', 'net'], 'options.amount')
  if (typeof ownRhythm !== 'boolean') fail('INVALID_OPTION', 'options.ownRhythm', 'must be true or false', ownRhythm)
  const knownAt = readKnownAt(options.asOf, shape.timeZone)
  const acquired = readAcquired(options.acquired)
  const { from, to } = options.acquired ?? {}
  const definition = {
    asOf: knownAt.instant === undefined ? dayFromNumber(knownAt.day) : new Date(knownAt.instant).toISOString(),
    ...shape,
    amount,
    ...(from === undefined && to === undefined
      ? {}
      : { acquired: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } }),
    ownRhythm,
  }
  return { knownAt, amount, acquired, ownRhythm, definition }
}

function readKnownAt(asOf: unknown, timeZone: string): KnownAt {
  if (isDay(asOf)) return { day: dayNumber(asOf) }
  const instant = readAsOf(asOf, timeZone)
  return { day: localDayNumber(instant, timeZone), instant }
}

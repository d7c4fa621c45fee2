import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertOneOf } from '../../internal/guards.js'
import type { Measurement, Reason } from '../../measurement.js'
import { eventRateMeasurement } from '../internal/eventRateMeasurement.js'
import type { ProportionOptions } from '../internal/proportionMeasurement.js'
import type { ReturnEntries } from './returnEntries.js'
import { returnRate } from './returnRate.js'

type ReturnInterval = ProportionOptions['interval'] | 'garwood' | undefined

/** How returns are divided by sales. */
export interface ReturnRateRules {
  /** Whether the returns are those of the orders sold, and not those of the time. */
  isCohort: boolean
  weight: 'units' | 'value'
  level: number
  interval: ReturnInterval
}

/** The returns of a cohort or of a time over its sales. */
export function rateOfEntries(
  entries: ReturnEntries,
  { isCohort, weight, level, interval }: ReturnRateRules,
): Measurement {
  if (weight === 'value') return valueRate(entries, isCohort, interval)
  const [returned, sold] = [unitsOf(entries.returned), unitsOf(entries.sold)]
  const { pending } = entries
  if (isCohort) {
    if (interval === 'garwood') fail('INVALID_OPTION', 'options.interval', 'is for cashflow', interval)
    return returnRate({ returned, sold, pending }, { level, interval })
  }
  const parts = { metric: 'return-rate', numerator: returned, denominator: sold }
  return eventRateMeasurement({ ...parts, definition: { caveats: ['not_a_probability'] } }, { level, interval })
}

function unitsOf(rows: ReturnEntries['sold']): number {
  return rows.reduce((sum, { units }) => sum + units, 0)
}

/** Amounts divided exactly, without an interval; several currencies have no common amount. */
function valueRate(entries: ReturnEntries, isCohort: boolean, interval: ReturnInterval): Measurement {
  if (interval !== undefined) assertOneOf(interval, ['none'], 'options.interval')
  const { sold, returned, pending } = entries
  const currencies = new Set([...sold, ...returned].flatMap(({ currency }) => currency ?? []))
  const [numerator, denominator] = [amountOf(returned), amountOf(sold)]
  const common = {
    metric: 'return-rate',
    unit: 'ratio' as const,
    sampleSize: unitsOf(sold),
    ...(isCohort ? { pending } : {}),
    definition: { caveats: isCohort ? [] : ['not_a_probability'] },
  }
  if (currencies.size > 1) return { ...common, value: null, reason: 'mixed_currency' }
  const amounts = { numerator: toDouble(numerator), denominator: toDouble(denominator) }
  if (denominator.isZero()) return { ...common, ...amounts, value: null, reason: emptyReason(numerator, pending) }
  return { ...common, ...amounts, value: toDouble(numerator.dividedBy(denominator)) }
}

function amountOf(rows: ReturnEntries['sold']): Decimal {
  return rows.reduce((sum, { amount = '0' }) => sum.plus(toDecimal(amount, 'amount')), new Decimal(0))
}

function emptyReason(numerator: Decimal, pending: number): Reason {
  if (!numerator.isZero()) return 'zero_denominator'
  return pending > 0 ? 'not_mature' : 'empty_base'
}

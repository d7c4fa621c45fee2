import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertCount, assertInteger, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { DecimalInput, Measurement } from '../../measurement.js'
import { readMargin } from './readMargin.js'

/** What was spent on new customers in one period, and how many came. */
export interface AcquisitionPeriod {
  /** Spend of the period: fully loaded or paid media only, as the caller counts it. */
  readonly spend: DecimalInput
  /** New customers of the period. */
  readonly newCustomers: number
}

/** Spend, newcomers, and what a newcomer leaves a period. */
export interface AcquisitionData {
  /** Consecutive periods, oldest first. */
  readonly periods: readonly AcquisitionPeriod[]
  /** Revenue of a new account a period. */
  readonly revenuePerNewAccount: DecimalInput
  /** Share of the revenue left after the cost of serving, up to 1. */
  readonly grossMargin: DecimalInput
}

/** Options of {@link acquisitionPayback}. */
export interface AcquisitionPaybackOptions {
  /** Periods between spend and the customers whom it brings, 0 to 36,600; default 0. */
  readonly lagPeriods?: number | undefined
}

/**
 * Gives after how many periods a new customer has earned back what it cost.
 *
 * `(spend / new customers) / (revenue per new account · gross margin)`. With a lag, the spend of all but the last periods
 * stands over the newcomers of all but the first.
 *
 * @param data - spend and newcomers by period, revenue and margin of a newcomer
 * @param options - lag
 * @returns `acquisition-payback` as a number of periods, cost per customer over margin per period; null with `empty_base`
 * without newcomers, `unbounded` for a margin of 0 or less, `insufficient_data` when the lag leaves no period
 * @throws {@link RetentionOkrError} NEGATIVE_AMOUNT, INVALID_AMOUNT, INVALID_COUNT, INVALID_INPUT for the data
 * @throws {@link RetentionOkrError} RATE_OUT_OF_RANGE for a margin above 1, INVALID_OPTION without one or for the lag
 * @example
 * ```ts
 * import { acquisitionPayback } from 'retention-okr/metrics'
 *
 * const newcomers = { revenuePerNewAccount: 50, grossMargin: 0.8 }
 * const payback = acquisitionPayback({ ...newcomers, periods: [{ spend: 6000, newCustomers: 10 }] })
 * payback.value // => 15
 * payback.numerator // => 600
 * ```
 * @since 0.1.0
 */
export function acquisitionPayback(data: AcquisitionData, options: AcquisitionPaybackOptions = {}): Measurement {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['lagPeriods'])
  const { lagPeriods = 0 } = options
  assertInteger(lagPeriods, { minimum: 0, maximum: 36_600 }, 'options.lagPeriods')
  const { periods, revenuePerNewAccount, grossMargin } = data as unknown as AcquisitionData
  const margin = readMargin(revenuePerNewAccount, grossMargin, 'data.revenuePerNewAccount')
  const read = readAcquisition(periods)
  const customers = read.slice(lagPeriods).reduce((sum, { newCustomers }) => sum + newCustomers, 0)
  const common = {
    metric: 'acquisition-payback',
    unit: 'count' as const,
    sampleSize: customers,
    definition: { lagPeriods, caveats: [] },
  }
  if (lagPeriods >= read.length) return { ...common, value: null, reason: 'insufficient_data' }
  const spend = read
    .slice(0, read.length - lagPeriods)
    .reduce<Decimal>((sum, period) => sum.plus(period.spend), new Decimal(0))
  if (customers === 0) return { ...common, value: null, reason: 'empty_base' }
  const cost = spend.dividedBy(customers)
  const divided = { numerator: toDouble(cost), denominator: toDouble(margin) }
  if (!margin.greaterThan(0)) return { ...common, ...divided, value: null, reason: 'unbounded' }
  return { ...common, ...divided, value: toDouble(spend.dividedBy(margin.times(customers))) }
}

function readAcquisition(periods: unknown): { spend: Decimal; newCustomers: number }[] {
  assertArray(periods, 'data.periods')
  return periods.map((period, index) => {
    const path = `data.periods[${index}]`
    assertPlain(period, path)
    const spend = toDecimal(period['spend'], `${path}.spend`, 'INVALID_AMOUNT')
    if (spend.lessThan(0)) fail('NEGATIVE_AMOUNT', `${path}.spend`, 'must not be negative', 'negative')
    assertCount(period['newCustomers'], `${path}.newCustomers`)
    return { spend, newCustomers: period['newCustomers'] }
  })
}

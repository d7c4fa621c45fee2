import { canonicalJson } from '../../internal/canonicalJson.js'
import { compareDecimal, Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertCount, assertDay, assertPlain } from '../../internal/guards.js'
import type { Day, Definition, Interval, Measurement } from '../../measurement.js'
import { assertText } from '../assertText.js'
import type { MetricReference } from '../models/keyResult.js'
import type { Quantity, QuantityQuotient } from '../models/quantity.js'
import { readInterval } from '../readInterval.js'

/** A measurement as the reading of a key result. */
export interface MeasurementReading {
  /** Day that the reading speaks about. */
  on: Day
  /** The value, a quotient where it is one; null with a reason. */
  value: Quantity | null
  /** Why the value is null: the reason of the measurement. */
  reason?: string
  /** Interval of the value; absent when the measurement has none. */
  interval?: Interval
  /** Units that carry information. */
  sampleSize: number
  /** Where the value comes from. */
  source: MeasurementSource
}

/** The metric and definition behind a reading. */
export interface MeasurementSource {
  /** Code of the metric. */
  metric: string
  /** Options that made the number. */
  definition: Definition
}

/**
 * Turns a measurement into the reading of a key result, with its interval and source.
 *
 * A ratio whose value is numerator / denominator stays that quotient, so that it is exact. With `complement` the key
 * result speaks of 1 − the metric: the numerator becomes denominator − numerator and the interval is mirrored.
 *
 * @param data - the measurement, the day it speaks about, the metric that the key result is bound to
 * @returns the reading; the value null with the reason of the measurement
 * @throws {@link RetentionOkrError} METRIC_MISMATCH for another metric, an option of the definition that differs, or a
 * complement of what is no ratio
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_NUMBER, INVALID_INPUT
 * @example
 * ```ts
 * import { readingFromMeasurement } from 'retention-okr/okr'
 *
 * const measurement = {
 *   metric: 'clean-handoff-rate', value: 0.6, unit: 'ratio', numerator: 60, denominator: 100, sampleSize: 100,
 *   definition: {},
 * } as const
 * const metricRef = { metric: 'clean-handoff-rate', complement: true }
 * readingFromMeasurement({ measurement, on: '2026-02-28', metricRef }).value // => { numerator: 40, denominator: 100 }
 * ```
 * @since 0.1.0
 */
export function readingFromMeasurement(data: {
  readonly measurement: Measurement
  readonly on: Day
  readonly metricRef?: MetricReference | undefined
}): MeasurementReading {
  assertPlain(data, 'data')
  const { measurement, on, metricRef } = data
  assertPlain(measurement, 'measurement')
  assertText(measurement.metric, 'measurement.metric')
  assertPlain(measurement.definition, 'measurement.definition')
  assertCount(measurement.sampleSize, 'measurement.sampleSize')
  assertDay(on, 'on')
  if (metricRef !== undefined) assertSameMetric(measurement, metricRef)
  const complement = metricRef?.complement === true
  const { metric, definition, sampleSize, reason } = measurement
  const value = measuredValue(measurement)
  const interval = value === null ? null : readInterval(measurement.interval, 'measurement.interval')
  return {
    on,
    value: value === null || !complement ? value : complementOf(value),
    ...(value === null && reason !== undefined ? { reason } : {}),
    ...(interval === null ? {} : { interval: complement ? mirrored(interval) : interval }),
    sampleSize,
    source: { metric, definition: { ...definition } },
  }
}

function assertSameMetric(measurement: Measurement, metricRef: MetricReference): void {
  assertPlain(metricRef, 'metricRef')
  if (metricRef.metric !== measurement.metric) {
    fail('METRIC_MISMATCH', 'measurement.metric', 'must be the metric of the key result', 'another metric')
  }
  if (metricRef.complement === true && measurement.unit !== 'ratio') {
    fail('METRIC_MISMATCH', 'measurement.unit', 'only a ratio has a complement', 'another unit')
  }
  const asked = metricRef.definition ?? {}
  assertPlain(asked, 'metricRef.definition')
  for (const [option, value] of Object.entries(asked)) {
    const used = Object.hasOwn(measurement.definition, option) ? measurement.definition[option] : undefined
    if (used === undefined || canonicalJson(used) !== canonicalJson(value)) {
      fail('METRIC_MISMATCH', 'measurement.definition', 'must have the options asked for', 'another definition')
    }
  }
}

function measuredValue({ value, unit, numerator, denominator }: Measurement): number | QuantityQuotient | null {
  if (value === null || value === undefined) return null
  const read = toDecimal(value, 'measurement.value')
  if (unit !== 'ratio' || numerator === undefined || denominator === undefined) return value
  const [over, under] = [
    toDecimal(numerator, 'measurement.numerator'),
    toDecimal(denominator, 'measurement.denominator'),
  ]
  return under.greaterThan(0) && compareDecimal(over.div(under), read) === 0 ? { numerator, denominator } : value
}

function complementOf(value: number | QuantityQuotient): Quantity {
  if (typeof value === 'number') return oneMinus(value)
  const { numerator, denominator } = value
  return { numerator: toDouble(new Decimal(denominator).minus(numerator)), denominator }
}

function mirrored({ lower, upper, level, method }: Interval): Interval {
  return { lower: oneMinus(upper), upper: oneMinus(lower), level, method }
}

function oneMinus(value: number): number {
  return toDouble(new Decimal(1).minus(value))
}

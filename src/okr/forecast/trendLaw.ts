import { Decimal } from '../../internal/decimal.js'
import { type Law, meanOf, sumOf } from './predict.js'
import type { TimedReading } from './timedReading.js'

/** A line through noisy readings along plan time, and what a further reading would be; null when time stands still. */
export function trendLaw(readings: readonly TimedReading[], end: Decimal): Law | null {
  const values = readings.map(({ value }) => value)
  const [middle, height] = [meanOf(readings.map(({ time }) => time)), meanOf(values)]
  const spread = sumOf(readings.map(({ time }) => time.minus(middle).pow(2)))
  if (spread.isZero()) return null
  const slope = sumOf(readings.map(({ time, value }) => time.minus(middle).times(value.minus(height)))).div(spread)
  const fitted = (time: Decimal): Decimal => height.plus(slope.times(time.minus(middle)))
  const degreesOfFreedom = readings.length - 2
  const noise = sumOf(readings.map(({ time, value }) => value.minus(fitted(time)).pow(2))).div(degreesOfFreedom)
  const reach = end.minus(middle).pow(2).div(spread)
  return {
    mean: fitted(end),
    variance: noise.times(reach.plus(1).plus(new Decimal(1).div(readings.length))),
    degreesOfFreedom,
    values,
  }
}

import type { Decimal } from '../../internal/decimal.js'
import { type Law, sumOf } from './predict.js'
import type { TimedReading } from './timedReading.js'

/** A walk with a drift along plan time; null when no plan time has passed. */
export function driftLaw(readings: readonly TimedReading[], end: { day: number; time: Decimal }): Law | null {
  const steps = readings.slice(1).map((to, index) => {
    const from = readings[index] as TimedReading
    return { rise: to.value.minus(from.value), time: to.time.minus(from.time), days: to.day - from.day }
  })
  const information = sumOf(steps.map(({ time, days }) => time.times(time).div(days)))
  if (information.isZero()) return null
  const drift = sumOf(steps.map(({ rise, time, days }) => rise.times(time).div(days))).div(information)
  const residuals = steps.map(({ rise, time, days }) => rise.minus(drift.times(time)).pow(2).div(days))
  const degreesOfFreedom = steps.length - 1
  const latest = readings.at(-1) as TimedReading
  const [days, time] = [end.day - latest.day, end.time.minus(latest.time)]
  return {
    mean: latest.value.plus(drift.times(time)),
    variance: sumOf(residuals).div(degreesOfFreedom).times(time.times(time).div(information).plus(days)),
    degreesOfFreedom,
    values: readings.map(({ value }) => value),
  }
}

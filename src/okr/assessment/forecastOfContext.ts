import { Decimal } from '../../internal/decimal.js'
import type { Day } from '../../measurement.js'
import { forecastOf } from '../forecast/forecastKeyResult.js'
import { type Forecast, unpredicted } from '../forecast/predict.js'
import type { KeyResult } from '../models/keyResult.js'
import type { Quantity } from '../models/quantity.js'
import { readLevel } from '../readLevel.js'
import { readQuantity } from '../readQuantity.js'
import { readTarget } from '../scoring/resolveTarget.js'
import type { AssessKeyResultOptions } from './keyResultAssessment.js'
import type { AssessmentContext } from './readAssessmentContext.js'
import { valueOfReading } from './valueOfReading.js'

/** Forecast of the last day from the settled readings; null of a key result that is no change. */
export function forecastOfContext(
  { definition, days, plan, settled, scoreBy }: AssessmentContext,
  { asOf, forecastLevel }: AssessKeyResultOptions,
): Forecast | null {
  const options = { asOf, level: readLevel(forecastLevel ?? 0.8, 'options.forecastLevel') }
  if (definition.kind !== 'change') return null
  const { nature = 'level' } = definition
  const settledReadings = settled.map(({ on, reading }) => ({ on, value: valueOfReading(reading) }))
  const baseline = readQuantity(definition.baseline, 'baseline').value
  const start = startOf(definition, settledReadings, days.firstDay)
  const target = readTarget(definition)
  const { operator = null } = scoreBy(definition).score
  const data = { readings: [...start, ...settledReadings], ...days, plan, nature }
  if (target !== null && operator !== null) return forecastOf({ ...data, target, operator }, options)
  // Nothing to aim at: the model, plan and readings are told all the same, and any aim gives them.
  const { model, readings, plan: used } = forecastOf({ ...data, target: new Decimal(0), operator: 'gte' }, options)
  return { ...unpredicted(baseline === null ? 'no_baseline' : 'degenerate_range'), model, readings, plan: used }
}

interface DatedValue {
  on: Day
  value: Quantity | null
}

/**
 * The baseline as a reading of the first day, unless one was taken by then.
 *
 * What stands or adds up was at its baseline on the first day; a rate is measured anew each time.
 */
function startOf(
  { baseline, nature }: Extract<KeyResult, { kind: 'change' }>,
  readings: readonly DatedValue[],
  firstDay: Day,
): DatedValue[] {
  const hasBegun = readings.some(
    ({ on, value }) => on <= firstDay && readQuantity(value, 'reading.value').value !== null,
  )
  const isKnown = readQuantity(baseline, 'baseline').value !== null
  return nature === 'rate' || !isKnown || hasBegun ? [] : [{ on: firstDay, value: baseline }]
}

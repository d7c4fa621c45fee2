import { assertOneOf } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { controlSeriesOf } from '../review/controlSeriesOf.js'
import type { MetricSeries } from '../signals/model.js'
import type { PlottedControl } from './curveModel.js'
import { readDay } from './readDay.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'

/** The members of a period that hold numbers. */
const numbersOf = {
  proportion: ['successes', 'trials'],
  rate: ['count', 'exposure'],
  value: ['value'],
} as const

/** A series that anybody may have made, as the control chart that a review makes of its own. */
export function controlOfSeries(series: MetricSeries, target: number | null, phases: readonly Day[]): PlottedControl {
  assertOneOf(series.better, ['up', 'down'], 'control.better', 'INVALID_INPUT')
  assertOneOf(series.kind, ['proportion', 'rate', 'value'], 'control.kind', 'INVALID_INPUT')
  assertPeriods(series)
  const control = controlSeriesOf(series, target ?? undefined, phases)
  const unit = series.unit ?? (series.kind === 'proportion' ? 'ratio' : undefined)
  return { ...control, unit }
}

function assertPeriods({ kind, periods }: MetricSeries): void {
  readItems<object>(periods, 'control.periods')
  for (const [index, period] of periods.entries()) {
    const path = `control.periods[${index}]`
    readDay(period.start, `${path}.start`)
    readDay(period.end, `${path}.end`)
    const members = new Map<string, unknown>(Object.entries(period))
    for (const name of numbersOf[kind]) readNumber(members.get(name), `${path}.${name}`)
  }
}

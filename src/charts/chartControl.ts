import { assertArray, assertFinite, assertOneOf, assertPlain } from '../internal/guards.js'
import type { Message } from '../locales/model.js'
import type { Day } from '../measurement.js'
import type { MetricSeries } from '../signals/model.js'
import { assembleChart } from './assembleChart.js'
import { capital } from './capital.js'
import { controlLayers } from './controlLayers.js'
import { controlOfSeries } from './controlOfSeries.js'
import { type ControlPoint, controlPoints } from './controlPoints.js'
import type { PlottedControl } from './curveModel.js'
import { type DrawnUnit, drawnUnit } from './drawnUnit.js'
import type { Chart, ChartOptions } from './model.js'
import { readContext } from './readContext.js'
import { readDay } from './readDay.js'
import { readNumber } from './readNumber.js'
import { readText } from './readText.js'
import { segmentText } from './segmentText.js'
import { shortLabel } from './shortLabel.js'

/** Options of {@link chartControl}. */
export interface ChartControlOptions extends ChartOptions {
  /** Target of a series, in the unit of its values; default that of the control series, if any. */
  readonly target?: number | undefined
  /** First days of the phases of a `MetricSeries`: from each on the limits are computed anew; default none. */
  readonly phases?: readonly Day[] | undefined
}

const assurances = ['pass', 'fail', 'inconsistent', 'none'] as const

/**
 * A control chart: values, mean and limits by phase, the target, and what is more than chance.
 *
 * Two separate words stand in the corner: whether anything but chance is at work, and whether the process meets the
 * target. Special causes have the colour of their kind and point to their side.
 *
 * A `MetricSeries` gets its limits here: of a p chart (shares), u chart (rates) or XmR chart (values), widened by the
 * spread between periods (Laney) when that is more than twice what chance explains; special are values beyond the
 * limits and runs of seven on one side of the mean.
 *
 * @param source - a series with its limits, or a `MetricSeries` of `metricSeries`
 * @param options - messages, theme, width, title, target and phases of a series
 * @returns specification, rows `control` and the summary `chart.control`; `status.no_data` without a value
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_NUMBER for a number
 * that is not finite, INVALID_INSTANT for a day that is none from 1900 to 2200
 * @example
 * ```ts
 * import { chartControl } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const day = (month: number) => `2026-0${month}-01`
 * const periods = [48, 52, 50, 49, 51, 85].map((successes, index) => {
 *   return { start: day(index + 1), end: day(index + 2), successes, trials: 1000 }
 * })
 * const series = { metric: 'churn-rate', better: 'down' as const, kind: 'proportion' as const, periods }
 * const chart = chartControl(series, { messages: createMessages(en), target: 0.04 })
 * chart.summary.params['outside'] // => 1
 * chart.summary.params['since'] // => '2026-06-01'
 * chart.table.rows.map((row) => row['variation']).at(-1) // => 'concern'
 * ```
 *
 * Source: NHS England, *Making Data Count*; Riley et al., BMJ Leader (2021).
 * @since 0.1.0
 */
export function chartControl(source: PlottedControl | MetricSeries, options: ChartControlOptions): Chart {
  const context = readContext(options, ['target', 'phases'])
  if (options.target !== undefined) assertFinite(options.target, 'options.target', 'INVALID_OPTION')
  const { messages } = context
  const { phases = [] } = options
  assertArray(phases, 'options.phases')
  phases.forEach((day, index) => {
    readDay(day, `options.phases[${index}]`)
  })
  assertPlain(source as unknown, 'control')
  const control = 'periods' in source ? controlOfSeries(source, options.target ?? null, phases) : source
  assertOneOf(control.variation, ['common', 'special'], 'control.variation', 'INVALID_INPUT')
  assertOneOf(control.assurance, assurances, 'control.assurance', 'INVALID_INPUT')
  const unit = drawnUnit(control.unit)
  const points = controlPoints(control, unit)
  const target = options.target ?? readNumber(control.target, 'control.target')
  const drawnTarget = target === null ? null : target / unit.divisor
  const metric = capital(messages.term(readText(control.metric, 'control.metric')))
  const segment = segmentText(control.segment)
  return assembleChart(context, {
    title: shortLabel(segment === '' ? metric : `${metric} · ${segment}`),
    summary: summarise(control, points, unit),
    height: 240,
    layers: controlLayers(control, points, drawnTarget, unit, context),
    tableName: 'control',
    columns: {
      date: 'day',
      end: 'day',
      value: unit.kind,
      mean: unit.kind,
      lower: unit.kind,
      upper: unit.kind,
      target: unit.kind,
      phase: 'integer',
      variation: 'text',
    },
    table: points.map(({ start, end, value, mean, lower, upper, phase, kind }) => {
      return { date: start, end, value, mean, lower, upper, target: drawnTarget, phase, variation: kind }
    }),
  })
}

function isOutside({ value, lower, upper }: ControlPoint): boolean {
  return value !== null && ((upper !== null && value > upper) || (lower !== null && value < lower))
}

/** Mean and limits are those of the last period that has them. */
function summarise(control: PlottedControl, points: readonly ControlPoint[], unit: DrawnUnit): Message | null {
  const observed = points.filter(({ value }) => value !== null)
  if (observed.length === 0) return null
  const last = observed.filter(({ mean }) => mean !== null).at(-1)
  const original = (drawn: number | null | undefined): number | null => (drawn == null ? null : drawn * unit.divisor)
  const since = control.since === undefined ? null : readDay(control.since, 'control.since')
  return {
    code: 'chart.control',
    params: {
      metric: readText(control.metric, 'control.metric'),
      unit: unit.code,
      points: observed.length,
      mean: original(last?.mean),
      lower: original(last?.lower),
      upper: original(last?.upper),
      outside: observed.filter(isOutside).length,
      since,
      variation: control.variation,
      assurance: control.assurance,
    },
  }
}

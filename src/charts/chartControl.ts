import { assertFinite, assertOneOf, assertPlain } from '../internal/guards.js'
import type { Message, Messages } from '../locales/model.js'
import type { MetricSeries } from '../signals/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart } from './assembleChart.js'
import { capital } from './capital.js'
import { controlOfSeries } from './controlOfSeries.js'
import { dayChannel } from './dayChannel.js'
import { type DrawnUnit, drawnUnit } from './drawnUnit.js'
import type { Chart, ChartOptions, PlottedControl, PlottedControlPoint } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readDay } from './readDay.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'
import { readText } from './readText.js'
import { segmentText } from './segmentText.js'
import { shortLabel } from './shortLabel.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'

/** Options of {@link chartControl}. */
export interface ChartControlOptions extends ChartOptions {
  /** Target of a series, in the unit of its values; default that of the control series, if any. */
  readonly target?: number | undefined
}

const kinds = ['common', 'improvement', 'concern', 'neutral'] as const
const assurances = ['pass', 'fail', 'inconsistent', 'none'] as const

interface Point extends PlottedControlPoint {
  readonly shape: 'circle' | 'up' | 'down'
}

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
 * @param options - messages, theme, width, title, target of a series
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
  const context = readContext(options, ['target'])
  if (options.target !== undefined) assertFinite(options.target, 'options.target', 'INVALID_OPTION')
  const { messages } = context
  assertPlain(source as unknown, 'control')
  const control = 'periods' in source ? controlOfSeries(source, options.target ?? null) : source
  assertOneOf(control.variation, ['common', 'special'], 'control.variation', 'INVALID_INPUT')
  assertOneOf(control.assurance, assurances, 'control.assurance', 'INVALID_INPUT')
  const unit = drawnUnit(control.unit)
  const points = readPoints(control, unit)
  const target = options.target ?? readNumber(control.target, 'control.target')
  const drawnTarget = target === null ? null : target / unit.divisor
  const metric = capital(messages.term(readText(control.metric, 'control.metric')))
  const segment = segmentText(control.segment)
  return assembleChart(context, {
    title: shortLabel(segment === '' ? metric : `${metric} · ${segment}`),
    summary: summarise(control, points, unit),
    height: 240,
    layers: layersOf(control, points, drawnTarget, unit, context),
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

/** The points in order of time, in the unit that is drawn. */
function readPoints({ points }: PlottedControl, unit: DrawnUnit): Point[] {
  readItems(points, 'control.points')
  const read = (value: unknown, path: string): number | null => {
    const number = readNumber(value, path)
    return number === null ? null : number / unit.divisor
  }
  const rows = points.map((point, index): Point => {
    const path = `control.points[${index}]`
    assertOneOf(point.kind, kinds, `${path}.kind`, 'INVALID_INPUT')
    const value = read(point.value, `${path}.value`)
    const mean = read(point.mean, `${path}.mean`)
    const special = point.kind !== 'common' && value !== null && mean !== null
    return {
      start: readDay(point.start, `${path}.start`),
      end: readDay(point.end, `${path}.end`),
      value,
      mean,
      lower: read(point.lower, `${path}.lower`),
      upper: read(point.upper, `${path}.upper`),
      phase: readNumber(point.phase, `${path}.phase`) ?? 0,
      kind: point.kind,
      shape: special ? (value < mean ? 'down' : 'up') : 'circle',
    }
  })
  return rows.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}

function isOutside({ value, lower, upper }: Point): boolean {
  return value !== null && ((upper !== null && value > upper) || (lower !== null && value < lower))
}

/** Mean and limits are those of the last period that has them. */
function summarise(control: PlottedControl, points: readonly Point[], unit: DrawnUnit): Message | null {
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

/** One line of the limits: each phase reaches to its end, and a change of phase breaks the line. */
function limitRows(points: readonly Point[], name: 'mean' | 'lower' | 'upper'): DrawnRow[] {
  return points.flatMap((point, index): DrawnRow[] => {
    const value = point[name]
    if (value === null) return []
    const row = { date: point.start, [name]: value, phase: point.phase }
    return points[index + 1]?.phase === point.phase ? [row] : [row, { ...row, date: point.end }]
  })
}

function drawnPoint(point: Point, unit: DrawnUnit, messages: Messages): DrawnRow[] {
  const { start, value, kind, shape } = point
  if (value === null) return []
  const words = messages.message({ code: `chart.${kind}`, params: {} })
  return [
    { date: start, value, kind, shape, alt: `${messages.date(start)}: ${unit.words(value, messages)} (${words})` },
  ]
}

function layersOf(
  control: PlottedControl,
  points: readonly Point[],
  target: number | null,
  unit: DrawnUnit,
  { palette, messages, width }: ChartContext,
): LayerSpec[] {
  const x = dayChannel(
    'date',
    points.flatMap(({ start, end }) => [start, end]),
  )
  const title = unit.title === null ? null : messages.term(unit.title)
  const y = (field: string): FieldChannel => ({
    field,
    type: 'quantitative',
    scale: { zero: false },
    axis: { title, format: unit.format },
  })
  const limit = (name: 'mean' | 'lower' | 'upper'): LayerSpec => ({
    data: { values: limitRows(points, name) },
    mark: {
      type: 'line',
      interpolate: 'step-after',
      color: palette.neutral,
      ...(name === 'mean' ? {} : { strokeDash: [4, 4] }),
      aria: false,
    },
    encoding: { x, y: y(name), detail: { field: 'phase', type: 'nominal' } },
  })
  const goal: LayerSpec[] =
    target === null
      ? []
      : [
          {
            data: { values: [{ target, alt: `${messages.term('target')}: ${unit.words(target, messages)}` }] },
            mark: { type: 'rule', color: palette.bad },
            encoding: { y: y('target'), description: altChannel },
          },
        ]
  const drawn = points.flatMap((point) => drawnPoint(point, unit, messages))
  const word = (code: string): string => messages.message({ code, params: {} })
  const corner = `${word(`chart.${control.variation}`)} · ${word(`chart.assurance.${control.assurance}`)}`
  const limits = [limit('mean'), limit('upper'), limit('lower')]
  return [
    // A layer without rows has no extent, and Vega warns of it.
    ...limits.filter(({ data }) => data !== undefined && data.values.length > 0),
    ...goal,
    {
      data: { values: drawn },
      mark: { type: 'line', color: palette.axis, strokeWidth: 1, aria: false },
      encoding: { x, y: y('value') },
    },
    {
      data: { values: drawn },
      mark: { type: 'point', filled: true, opacity: 1, size: 50 },
      encoding: {
        x,
        y: y('value'),
        color: {
          field: 'kind',
          type: 'nominal',
          scale: {
            domain: [...kinds],
            range: [palette.neutral, palette.good, palette.bad, palette.warning],
          },
          legend: null,
        },
        shape: {
          field: 'shape',
          type: 'nominal',
          scale: { domain: ['circle', 'up', 'down'], range: ['circle', 'triangle-up', 'triangle-down'] },
          legend: null,
        },
        description: altChannel,
      },
    },
    {
      data: { values: [{ text: corner }] },
      mark: { type: 'text', align: 'right', baseline: 'top', aria: false },
      encoding: { x: { value: width }, y: { value: -14 }, text: { field: 'text', type: 'nominal' } },
    },
  ]
}

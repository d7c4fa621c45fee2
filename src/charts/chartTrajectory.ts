import { assertPlain } from '../internal/guards.js'
import type { Messages, TableRow } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart } from './assembleChart.js'
import { dayChannel } from './dayChannel.js'
import type { DrawnUnit } from './drawnUnit.js'
import type { PlottedKeyResult } from './keyResultModel.js'
import type { Chart, ChartOptions } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readNumber } from './readNumber.js'
import { readTitle } from './readTitle.js'
import { type DrawnCheckIn, readTrajectory, type Trajectory } from './readTrajectory.js'
import { shortLabel } from './shortLabel.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'

/** Options of {@link chartTrajectory}. */
export interface ChartTrajectoryOptions extends ChartOptions {}

/** Longest title, in grapheme clusters: as wide as the chart. */
const longestTitle = 80

/**
 * One key result over time: plan, check-ins, target and the interval of the forecast.
 *
 * Values are drawn against the target, durations in hours; kinds without values are drawn as progress against 1. The
 * forecast leads from the last check-in to the last day of the plan; without one it is left out.
 *
 * @param keyResult - the key result; one of a review fits
 * @param options - messages, theme, width, title
 * @returns specification, rows `trajectory` and the summary `chart.trajectory`; `status.no_data` without check-ins and
 * plan
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_NUMBER for a number
 * that is not finite, INVALID_INSTANT for a day that is none from 1900 to 2200
 * @example
 * ```ts
 * import { chartTrajectory } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const keyResult = {
 *   title: 'Churn rate',
 *   unit: 'ratio' as const,
 *   status: 'at_risk',
 *   score: { progress: 0.2, target: 0.03 },
 *   expected: 0.5,
 *   points: [
 *     { on: '2026-01-15', value: 0.05, progress: 0, status: 'at_risk', confidence: 0.5, source: 'measured' as const },
 *     { on: '2026-02-15', value: 0.046, progress: 0.2, status: 'at_risk', confidence: 0.4, source: 'measured' as const },
 *   ],
 *   plan: [
 *     { on: '2026-01-01', expected: 0, value: 0.05 },
 *     { on: '2026-03-31', expected: 1, value: 0.03 },
 *   ],
 *   forecast: null,
 * }
 * const chart = chartTrajectory(keyResult, { messages: createMessages(en) })
 * chart.summary.params['value'] // => 0.046
 * chart.table.rows.length // => 5
 * ```
 * @since 0.1.0
 */
export function chartTrajectory(keyResult: PlottedKeyResult, options: ChartTrajectoryOptions): Chart {
  const context = readContext(options)
  assertPlain(keyResult, 'keyResult')
  const title = readTitle(keyResult.title, 'keyResult.title', context.messages)
  const trajectory = readTrajectory(keyResult)
  const { checkIns, plan, target, unit } = trajectory
  const last = checkIns.at(-1)
  const empty = checkIns.length === 0 && plan.length === 0
  return assembleChart(context, {
    title: shortLabel(title, longestTitle),
    summary: empty
      ? null
      : {
          code: 'chart.trajectory',
          params: {
            keyResult: title,
            checkIns: checkIns.length,
            date: last?.date ?? null,
            value: last === undefined ? null : last.value * unit.divisor,
            target: target * unit.divisor,
            unit: unit.code,
          },
        },
    height: 220,
    layers: layersOf(trajectory, context),
    tableName: 'trajectory',
    columns: { series: 'text', date: 'day', value: unit.kind, lower: unit.kind, upper: unit.kind, source: 'text' },
    table: tableOf(trajectory),
  })
}

/** What a key result is to keep, as far as it is one bound. */
function _boundOf({ condition }: PlottedKeyResult): number | null {
  if (condition === undefined) return null
  assertPlain(condition as unknown, 'keyResult.condition')
  const { bound } = condition
  return bound === undefined ? null : readNumber(Number(bound), 'keyResult.condition.bound')
}

function layersOf(trajectory: Trajectory, context: ChartContext): LayerSpec[] {
  const { unit, target, checkIns, plan, stepped, forecast } = trajectory
  const { palette, messages } = context
  const x = dayChannel(
    'date',
    [...checkIns, ...plan].map(({ date }) => date),
  )
  const title = unit.title === null ? null : messages.term(unit.title)
  const y = (field: string): FieldChannel => ({
    field,
    type: 'quantitative',
    scale: { zero: false },
    axis: { title, format: unit.format },
  })
  const points = checkIns.map((checkIn) => drawnPoint(checkIn, unit, messages))
  const words = [messages.term('measured'), messages.term('estimated')]
  const layers: LayerSpec[] = [
    {
      data: { values: [{ target, alt: `${messages.term('target')}: ${unit.words(target, messages)}` }] },
      mark: { type: 'rule', color: palette.text },
      encoding: { y: y('target'), description: altChannel },
    },
    {
      data: { values: plan.map(({ date, planned }) => ({ date, planned })) },
      mark: {
        type: 'line',
        strokeDash: [4, 4],
        color: palette.neutral,
        interpolate: stepped ? 'step-after' : 'linear',
        aria: false,
      },
      encoding: { x, y: y('planned') },
    },
    {
      data: { values: points },
      mark: { type: 'line', color: palette.accent, aria: false },
      encoding: { x, y: y('value') },
    },
    {
      data: { values: points },
      mark: { type: 'point', filled: true, opacity: 1, size: 60, color: palette.accent },
      encoding: {
        x,
        y: y('value'),
        shape: {
          field: 'source',
          type: 'nominal',
          scale: { domain: words, range: ['circle', 'diamond'] },
          legend: checkIns.some(({ source }) => source === 'estimated') ? { title: null, orient: 'bottom' } : null,
        },
        description: altChannel,
      },
    },
  ]
  const band: LayerSpec = {
    data: { values: forecast.map(({ date, lower, upper }) => ({ date, lower, upper })) },
    mark: { type: 'area', color: palette.band, aria: false },
    encoding: { x, y: y('lower'), y2: { field: 'upper' } },
  }
  // A layer without rows has no extent, and Vega warns of it.
  return [band, ...layers].filter(({ data }) => data !== undefined && data.values.length > 0)
}

function drawnPoint({ date, value, source }: DrawnCheckIn, unit: DrawnUnit, messages: Messages): DrawnRow {
  const words = messages.term(source)
  return { date, value, source: words, alt: `${messages.date(date)}: ${unit.words(value, messages)} (${words})` }
}

function tableOf({ checkIns, plan, forecast, target }: Trajectory): TableRow[] {
  const blank = { date: null, value: null, lower: null, upper: null, source: null }
  return [
    ...checkIns.map(({ date, value, source }) => ({ ...blank, series: 'check-in', date, value, source })),
    ...plan.map(({ date, planned }) => ({ ...blank, series: 'plan', date, value: planned })),
    { ...blank, series: 'target', value: target },
    ...forecast.map(({ date, lower, upper }) => ({ ...blank, series: 'forecast', date, lower, upper })),
  ]
}

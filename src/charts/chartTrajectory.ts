import { assertPlain } from '../internal/guards.js'
import type { TableRow } from '../locales/model.js'
import { assembleChart } from './assembleChart.js'
import type { PlottedKeyResult } from './keyResultModel.js'
import type { Chart, ChartOptions } from './model.js'
import { readContext } from './readContext.js'
import { readTitle } from './readTitle.js'
import { readTrajectory, type Trajectory } from './readTrajectory.js'
import { shortLabel } from './shortLabel.js'
import { trajectoryLayers } from './trajectoryLayers.js'

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
    layers: trajectoryLayers(trajectory, context),
    tableName: 'trajectory',
    columns: { series: 'text', date: 'day', value: unit.kind, lower: unit.kind, upper: unit.kind, source: 'text' },
    table: tableOf(trajectory),
  })
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

import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { altChannel } from './altChannel.js'
import { assembleChart, maximumRows } from './assembleChart.js'
import { dayChannel } from './dayChannel.js'
import type { PlottedKeyResult } from './keyResultModel.js'
import type { Chart, ChartOptions } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readDay } from './readDay.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'
import { readTitle } from './readTitle.js'
import { seriesLabels } from './seriesLabels.js'
import { seriesScales } from './seriesScales.js'
import type { FieldChannel, LayerSpec } from './spec.js'

/** Options of {@link chartConfidence}. */
export interface ChartConfidenceOptions extends ChartOptions {}

interface Row {
  readonly keyResult: string
  readonly title: string
  readonly date: string
  readonly confidence: number
}

/** Confidence below it is low. */
const limit = 0.4

/**
 * Confidence of attaining each key result, check-in by check-in, with the limit of low confidence at 40 %.
 *
 * Four key results have colours and dashes of their own; the rest share the neutral one.
 *
 * @param keyResults - key results in the order of the legend; those of a review fit
 * @param options - messages, theme, width, title
 * @returns specification, rows `confidence` and the summary `chart.confidence`; `status.no_data` when nobody stated any
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_NUMBER for a number
 * that is not finite, INVALID_INSTANT for a day that is none from 1900 to 2200
 * @example
 * ```ts
 * import { chartConfidence } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const point = { value: null, progress: null, status: 'on_track', source: 'estimated' as const }
 * const keyResult = {
 *   title: 'Churn rate',
 *   status: 'on_track',
 *   score: { progress: 0.5 },
 *   expected: 0.5,
 *   points: [
 *     { ...point, on: '2026-01-15', confidence: 0.7 },
 *     { ...point, on: '2026-01-29', confidence: 0.3 },
 *   ],
 *   plan: [],
 *   forecast: null,
 * }
 * const chart = chartConfidence([keyResult], { messages: createMessages(en) })
 * chart.summary.params // => { keyResults: 1, low: 1, lowest: 0.3, highest: 0.3, limit: 0.4 }
 * ```
 * @since 0.1.0
 */
export function chartConfidence(keyResults: readonly PlottedKeyResult[], options: ChartConfidenceOptions): Chart {
  const context = readContext(options)
  const { messages } = context
  readItems(keyResults, 'keyResults')
  const shown = keyResults.slice(0, maximumRows)
  const titles = shown.map(({ title }, index) => readTitle(title, `keyResults[${index}].title`, messages))
  const labels = seriesLabels(titles)
  const series = shown.map((item, index) => readSeries(item, labels[index] ?? '', titles[index] ?? '', index))
  const rows = series.flat()
  const names = labels.filter((_, index) => (series[index] ?? []).length > 0)
  const last = series.flatMap((items) => items.at(-1) ?? [])
  return assembleChart(context, {
    title: messages.message({ code: 'heading.confidence', params: {} }),
    summary:
      rows.length === 0
        ? null
        : {
            code: 'chart.confidence',
            params: {
              keyResults: names.length,
              low: last.filter(({ confidence }) => confidence < limit).length,
              lowest: Math.min(...last.map(({ confidence }) => confidence)),
              highest: Math.max(...last.map(({ confidence }) => confidence)),
              limit,
            },
          },
    height: 160,
    rows: rows.map(({ keyResult, date, confidence }) => ({
      keyResult,
      date,
      confidence,
      alt: `${keyResult}, ${messages.date(date)}: ${messages.percent(confidence, 0)}`,
    })),
    layers: layersOf(rows, names, context),
    tableName: 'confidence',
    columns: { keyResult: 'text', date: 'day', confidence: 'ratio', limit: 'ratio' },
    table: rows.map(({ title, date, confidence }) => ({ keyResult: title, date, confidence, limit })),
    total: keyResults.length,
  })
}

function readSeries(item: PlottedKeyResult, keyResult: string, title: string, index: number): Row[] {
  readItems(item.points, `keyResults[${index}].points`)
  return item.points
    .flatMap((point, at): Row[] => {
      const path = `keyResults[${index}].points[${at}]`
      const date = readDay(point.on, `${path}.on`)
      const confidence = readNumber(point.confidence, `${path}.confidence`)
      return confidence === null ? [] : [{ keyResult, title, date, confidence }]
    })
    .sort((a, b) => compareCodeUnits(a.date, b.date))
}

function layersOf(rows: readonly Row[], names: readonly string[], { palette }: ChartContext): LayerSpec[] {
  const scales = seriesScales('keyResult', names, palette)
  const x = dayChannel(
    'date',
    rows.map(({ date }) => date),
  )
  const y = (field: string): FieldChannel => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, 1] },
    axis: { title: null, format: '.0%', tickCount: 5 },
  })
  return [
    {
      data: { values: [{ limit }] },
      mark: { type: 'rule', color: palette.bad, strokeDash: [2, 2], aria: false },
      encoding: { y: y('limit') },
    },
    {
      mark: { type: 'line', interpolate: 'step-after', aria: false },
      encoding: { x, y: y('confidence'), color: scales.color, strokeDash: scales.dash },
    },
    {
      mark: { type: 'point', filled: true, opacity: 1, size: 40, color: palette.text },
      encoding: { x, y: y('confidence'), description: altChannel },
    },
  ]
}

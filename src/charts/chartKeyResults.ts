import { assertPlain } from '../internal/guards.js'
import { type Tone, toneOf } from '../internal/toneOf.js'
import type { Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart, maximumRows } from './assembleChart.js'
import type { PlottedKeyResult } from './keyResultModel.js'
import type { Chart, ChartOptions } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'
import { readText } from './readText.js'
import { readTitle } from './readTitle.js'
import { rowChannel } from './rowChannel.js'
import { rowLabels } from './rowLabels.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'
import { statusWord } from './statusWord.js'
import { toneScales } from './toneScales.js'

/** Options of {@link chartKeyResults}. */
export interface ChartKeyResultsOptions extends ChartOptions {}

interface Row {
  readonly keyResult: string
  readonly title: string
  readonly progress: number | null
  readonly expected: number | null
  readonly status: string
}

/** Right end of the scale: progress beyond it is drawn up to here. */
const scaleEnd = 1.2

/**
 * A bullet for each key result: progress on three ranges, the expected pace, the status.
 *
 * Progress, pace and status are three separate marks. Progress beyond 120 % is drawn up to there and its text begins
 * with
 * `>`; without progress there is no bar and the text says so. The first 500 are shown.
 *
 * @param keyResults - key results in the order of the chart; those of a review fit
 * @param options - messages, theme, width, title
 * @returns specification, rows `key-results` and the summary `chart.keyResults` with counts by tone; `status.no_data`
 * of none
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_NUMBER for a number
 * that is not finite
 * @example
 * ```ts
 * import { chartKeyResults } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const keyResult = {
 *   title: 'Churn rate',
 *   status: 'on_track',
 *   score: { progress: 0.55 },
 *   expected: 0.5,
 *   points: [],
 *   plan: [],
 *   forecast: null,
 * }
 * const chart = chartKeyResults([keyResult], { messages: createMessages(en) })
 * chart.summary.params // => { keyResults: 1, good: 1, warning: 0, bad: 0, neutral: 0 }
 * chart.spec['description'] // => '1 key result: 1 on track.'
 * chart.table.rows // => [{ keyResult: 'Churn rate', progress: 0.55, expected: 0.5, status: 'on_track' }]
 * ```
 *
 * Source: Few, *Bullet Graph Design Specification* (2013).
 * @since 0.1.0
 */
export function chartKeyResults(keyResults: readonly PlottedKeyResult[], options: ChartKeyResultsOptions): Chart {
  const context = readContext(options)
  const { messages } = context
  readItems(keyResults, 'keyResults')
  const rows = readRows(keyResults, messages)
  return assembleChart(context, {
    title: messages.message({ code: 'heading.keyResults', params: {} }),
    summary: rows.length === 0 ? null : { code: 'chart.keyResults', params: countTones(rows) },
    height: { step: 30 },
    rows: rows.map((row) => drawnRow(row, messages)),
    layers: layersOf(rows, context),
    tableName: 'key-results',
    columns: { keyResult: 'text', progress: 'ratio', expected: 'ratio', status: 'text' },
    table: rows.map(({ title, progress, expected, status }) => ({ keyResult: title, progress, expected, status })),
    total: keyResults.length,
  })
}

function readRows(keyResults: readonly PlottedKeyResult[], messages: Messages): Row[] {
  const shown = keyResults.slice(0, maximumRows)
  const titles = shown.map(({ title }, index) => readTitle(title, `keyResults[${index}].title`, messages))
  const labels = rowLabels(titles)
  return shown.map((item, index) => {
    const path = `keyResults[${index}]`
    assertPlain(item.score as unknown, `${path}.score`)
    return {
      keyResult: labels[index] ?? '',
      title: titles[index] ?? '',
      progress: readNumber(item.score.progress, `${path}.score.progress`),
      expected: readNumber(item.expected, `${path}.expected`),
      status: readText(item.status, `${path}.status`),
    }
  })
}

function countTones(rows: readonly Row[]): { [name: string]: number } {
  const counts: { [T in Tone]: number } = { good: 0, warning: 0, bad: 0, neutral: 0 }
  for (const { status } of rows) counts[toneOf(status)] += 1
  return { keyResults: rows.length, ...counts }
}

function drawnRow(row: Row, messages: Messages): DrawnRow {
  const { keyResult, progress, expected, status } = row
  const words = statusWord(messages, status)
  const noData = statusWord(messages, 'no_data')
  const figure =
    progress === null
      ? noData
      : progress > scaleEnd
        ? `>${messages.percent(scaleEnd, 0)}`
        : messages.percent(progress, 0)
  const text = figure === words ? words : `${figure} · ${words}`
  const exact = progress === null ? text : `${messages.percent(progress, 0)} · ${words}`
  return { keyResult, zero: 0, progress, expected, status: toneOf(status), text, alt: `${keyResult}: ${exact}` }
}

function layersOf(rows: readonly Row[], { palette, messages, width }: ChartContext): LayerSpec[] {
  const tones = toneScales(palette)
  const y = rowChannel('keyResult')
  const ranges = rows.flatMap(({ keyResult }): DrawnRow[] => [
    { keyResult, from: 0, to: 0.4, band: 'low' },
    { keyResult, from: 0.4, to: 0.7, band: 'middle' },
    { keyResult, from: 0.7, to: 1, band: 'high' },
  ])
  const smallest = Math.min(0, ...rows.map(({ progress }) => progress ?? 0))
  const x = (field: string): FieldChannel => ({
    field,
    type: 'quantitative',
    scale: { domain: [Math.max(-0.2, smallest), scaleEnd], nice: false },
    axis: { title: null, format: '.0%', values: [0, 0.25, 0.5, 0.75, 1], grid: false },
  })
  const measured = rows.filter(({ progress }) => progress !== null).map((row) => drawnRow(row, messages))
  return [
    {
      data: { values: ranges },
      mark: { type: 'bar', height: 20, aria: false },
      encoding: {
        y,
        x: x('from'),
        x2: { field: 'to' },
        fill: {
          field: 'band',
          type: 'nominal',
          scale: { domain: ['low', 'middle', 'high'], range: [...palette.ranges] },
          legend: null,
        },
      },
    },
    {
      data: { values: measured },
      mark: { type: 'bar', height: 8, clip: true },
      encoding: { y, x: x('zero'), x2: { field: 'progress' }, color: tones.color, description: altChannel },
    },
    {
      mark: { type: 'tick', height: 20, width: 3, thickness: 3, opacity: 1, color: palette.text, aria: false },
      encoding: { y, x: x('expected') },
    },
    {
      mark: { type: 'point', filled: true, opacity: 1, size: 60, aria: false },
      encoding: { y, x: { value: width + 14 }, shape: tones.shape, color: tones.color },
    },
    {
      mark: { type: 'text', align: 'left', aria: false },
      encoding: { y, x: { value: width + 26 }, text: { field: 'text', type: 'nominal' } },
    },
  ]
}

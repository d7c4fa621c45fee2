import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { type Tone, toneOf } from '../internal/toneOf.js'
import type { Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart, maximumRows } from './assembleChart.js'
import type { PlottedKeyResult } from './keyResultModel.js'
import type { Chart, ChartOptions } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readDay } from './readDay.js'
import { readItems } from './readItems.js'
import { readText } from './readText.js'
import { readTitle } from './readTitle.js'
import { rowChannel } from './rowChannel.js'
import { rowLabels } from './rowLabels.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'
import { statusWord } from './statusWord.js'
import { toneScales } from './toneScales.js'

/** Options of {@link chartCheckIns}. */
export interface ChartCheckInsOptions extends ChartOptions {}

interface Cell {
  readonly keyResult: string
  readonly title: string
  readonly date: string
  readonly status: string
  readonly missing: boolean
}

const glyphs: { readonly [T in Tone]: string } = { good: '●', warning: '▲', bad: '■', neutral: '–' }

/**
 * A grid of statuses: key results down, check-ins across.
 *
 * Every cell has a colour and a glyph; a missing check-in is a cell of `no_data`, never a blank.
 *
 * @param keyResults - key results in the order of the rows; those of a review fit
 * @param options - messages, theme, title; the width follows from the check-ins
 * @returns specification, rows `check-ins` and the summary `chart.checkIns`; `status.no_data` without check-ins
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_INSTANT for a day that
 * is none from 1900 to 2200
 * @example
 * ```ts
 * import { chartCheckIns } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const base = { score: { progress: 0.5 }, expected: 0.5, status: 'on_track', plan: [], forecast: null }
 * const point = { value: null, progress: null, confidence: null, source: 'estimated' as const }
 * const first = { ...base, title: 'Churn rate', points: [{ ...point, on: '2026-01-15', status: 'on_track' }] }
 * const second = { ...base, title: 'NPS', points: [{ ...point, on: '2026-01-29', status: 'at_risk' }] }
 * const chart = chartCheckIns([first, second], { messages: createMessages(en) })
 * chart.summary.params // => { keyResults: 2, checkIns: 2, missing: 2 }
 * ```
 * @since 0.1.0
 */
export function chartCheckIns(keyResults: readonly PlottedKeyResult[], options: ChartCheckInsOptions): Chart {
  const context = readContext(options)
  const { messages } = context
  readItems(keyResults, 'keyResults')
  const shown = keyResults.slice(0, maximumRows)
  const titles = shown.map(({ title }, index) => readTitle(title, `keyResults[${index}].title`, messages))
  const labels = rowLabels(titles)
  const byDay = shown.map((item, index) => readStatuses(item, index))
  const days = [...new Set(byDay.flatMap((statuses) => [...statuses.keys()]))].sort(compareCodeUnits)
  const cells = byDay.flatMap((statuses, index) =>
    days.map((date): Cell => {
      const status = statuses.get(date)
      const names = { keyResult: labels[index] ?? '', title: titles[index] ?? '' }
      return { ...names, date, status: status ?? 'no_data', missing: status === undefined }
    }),
  )
  return assembleChart(context, {
    title: messages.message({ code: 'heading.checkIns', params: {} }),
    summary:
      cells.length === 0
        ? null
        : {
            code: 'chart.checkIns',
            params: {
              keyResults: shown.length,
              checkIns: days.length,
              missing: cells.filter(({ missing }) => missing).length,
            },
          },
    height: { step: 28 },
    widthStep: 34,
    rows: cells.map((cell) => drawnCell(cell, messages)),
    layers: layersOf(context),
    tableName: 'check-ins',
    columns: { keyResult: 'text', date: 'day', status: 'text' },
    table: cells.map(({ title, date, status }) => ({ keyResult: title, date, status })),
    total: keyResults.length,
  })
}

/** Status by day of the check-in; the last one of a day. */
function readStatuses(item: PlottedKeyResult, index: number): Map<string, string> {
  readItems(item.points, `keyResults[${index}].points`)
  return new Map(
    item.points.map((point, at) => {
      const path = `keyResults[${index}].points[${at}]`
      return [readDay(point.on, `${path}.on`), readText(point.status, `${path}.status`)]
    }),
  )
}

function drawnCell({ keyResult, date, status }: Cell, messages: Messages): DrawnRow {
  const tone = toneOf(status)
  const checkIn = messages.date(date)
  const alt = `${keyResult}, ${checkIn}: ${statusWord(messages, status)}`
  return { keyResult, checkIn, status: tone, glyph: glyphs[tone], alt }
}

function layersOf({ palette }: ChartContext): LayerSpec[] {
  const x: FieldChannel = {
    field: 'checkIn',
    type: 'ordinal',
    sort: null,
    axis: { title: null, orient: 'top', labelAngle: -45, ticks: false, domain: false },
  }
  const y = rowChannel('keyResult')
  return [
    {
      mark: { type: 'rect', stroke: palette.background, strokeWidth: 2 },
      encoding: { x, y, fill: toneScales(palette).color, description: altChannel },
    },
    {
      mark: { type: 'text', size: 12, color: palette.background, aria: false },
      encoding: { x, y, text: { field: 'glyph', type: 'nominal' } },
    },
  ]
}

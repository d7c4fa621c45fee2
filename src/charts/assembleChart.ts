import { clean } from '../internal/clean.js'
import type { Message, TableColumn, TableRow } from '../locales/model.js'
import type { JsonObject } from '../measurement.js'
import type { Chart } from './model.js'
import type { ChartContext } from './readContext.js'
import type { DrawnRow, LayerSpec } from './spec.js'

/** Most nominal rows that a chart shows. */
export const maximumRows = 500

/** What a chart is made of. */
export interface ChartParts {
  /** Words of the title when the caller gives none. */
  readonly title: string
  /** The sentence that sums it up; null when there is nothing to draw. */
  readonly summary: Message | null
  /** Pixels, or pixels a row. */
  readonly height: number | { readonly step: number }
  /** Pixels a column; default the width of the options. */
  readonly widthStep?: number
  /** Rows of the layers that have none of their own. */
  readonly rows?: readonly DrawnRow[]
  /** Layers from back to front. */
  readonly layers: readonly LayerSpec[]
  /** Whether the layers have their own y scales. */
  readonly ownScales?: boolean
  /** Name of the table. */
  readonly tableName: string
  /** Columns of the table: key -> kind. */
  readonly columns: { readonly [key: string]: TableColumn['kind'] }
  /** Rows of the table. */
  readonly table: readonly TableRow[]
  /** Nominal rows there were, when it was more than are shown. */
  readonly total?: number
}

/** Puts the frame that all charts share around the layers of one. */
export function assembleChart(context: ChartContext, parts: ChartParts): Chart {
  const { messages, palette } = context
  const truncated: Message | null =
    parts.total !== undefined && parts.total > maximumRows
      ? { code: 'chart.truncated', params: { shown: maximumRows, total: parts.total } }
      : null
  const main: Message = parts.summary ?? { code: 'status.no_data', params: {} }
  const sentences = (truncated === null ? [main] : [main, truncated]).map((message) => messages.message(message))
  const empty = parts.summary === null
  const spec: JsonObject = {
    $schema: `https://vega.github.io/schema/vega-lite/${context.schema}.json`,
    title: { text: context.title ?? parts.title, anchor: 'start' },
    description: clean(sentences.join(' ')),
    width: parts.widthStep === undefined || empty ? context.width : { step: parts.widthStep },
    height: empty ? 40 : typeof parts.height === 'number' ? parts.height : { step: parts.height.step },
    padding: 8,
    background: palette.background,
    config: frameConfig(context),
  }
  if (!empty && parts.rows !== undefined) spec['data'] = { values: [...parts.rows] }
  spec['layer'] = empty ? [noDataLayer(context, messages.message(main))] : [...parts.layers]
  if (parts.ownScales === true && !empty) spec['resolve'] = { scale: { y: 'independent' } }
  const columns = Object.entries(parts.columns).map(([key, kind]) => ({ key, header: messages.term(key), kind }))
  return { spec, table: { name: parts.tableName, columns, rows: [...parts.table] }, summary: truncated ?? main }
}

function frameConfig({ messages, palette }: ChartContext): JsonObject {
  const { number, time } = messages.chartLocale
  return {
    aria: true,
    font: 'system-ui, sans-serif',
    locale: { number, time },
    view: { stroke: null },
    title: { color: palette.text, fontSize: 14 },
    axis: {
      labelLimit: 0,
      titleLimit: 0,
      labelColor: palette.axis,
      titleColor: palette.axis,
      gridColor: palette.grid,
      domainColor: palette.axis,
      tickColor: palette.axis,
    },
    text: { color: palette.text },
    legend: { labelColor: palette.axis, titleColor: palette.axis, labelLimit: 0 },
  }
}

/** A chart without data says so: an empty plot looks like a broken one. */
function noDataLayer({ width, palette }: ChartContext, words: string): LayerSpec {
  return {
    data: { values: [{ text: words }] },
    mark: { type: 'text', align: 'center', baseline: 'middle', size: 12, color: palette.axis },
    encoding: { x: { value: width / 2 }, y: { value: 20 }, text: { field: 'text', type: 'nominal' } },
  }
}

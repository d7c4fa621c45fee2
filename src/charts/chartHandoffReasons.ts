import { clean } from '../internal/clean.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { assertCount, assertPlain } from '../internal/guards.js'
import type { Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart, maximumRows } from './assembleChart.js'
import type { Chart, ChartOptions } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { rowLabels } from './rowLabels.js'
import type { FieldChannel, LayerSpec } from './spec.js'

/** Options of {@link chartHandoffReasons}. */
export interface ChartHandoffReasonsOptions extends ChartOptions {}

/** Kinds of defects, which have words of their own. */
const defects = ['missing', 'invalid', 'wrong', 'duplicate', 'missing_reject_reason']

interface Row {
  readonly reason: string
  readonly code: string
  readonly count: number
  readonly cumulative: number
}

/**
 * A Pareto chart of reasons: how often each occurs, and the running share.
 *
 * Reasons that do not occur are left out; equal counts are ordered by code. A defect `missing:phone` is shown as its
 * kind
 * and its field. The first 500 are shown.
 *
 * @param counts - count by reason, e.g. `rejectReasons` or `defectsByKind` of the quality of hand-offs
 * @param options - messages, theme, width, title
 * @returns specification, rows `handoff-reasons` and the summary `chart.handoffReasons`; `status.no_data` of none
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_COUNT for what is no
 * count
 * @example
 * ```ts
 * import { chartHandoffReasons } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const chart = chartHandoffReasons({ no_budget: 2, wrong_segment: 6 }, { messages: createMessages(en) })
 * chart.summary.params // => { total: 8, reasons: 2, first: 'wrong_segment', share: 0.75 }
 * ```
 *
 * Source: Juran, *Quality Control Handbook* (1951).
 * @since 0.1.0
 */
export function chartHandoffReasons(
  counts: { readonly [reason: string]: number },
  options: ChartHandoffReasonsOptions,
): Chart {
  const context = readContext(options)
  const { messages } = context
  assertPlain(counts, 'counts')
  const entries = readCounts(counts)
  const total = entries.reduce((sum, [, count]) => sum + count, 0)
  const shown = entries.slice(0, maximumRows)
  const labels = rowLabels(shown.map(([code]) => reasonName(code, messages)))
  let running = 0
  const rows = shown.map(([code, count], index): Row => {
    running += count
    return { reason: labels[index] ?? '', code, count, cumulative: running / total }
  })
  const first = rows[0]
  return assembleChart(context, {
    title: messages.message({ code: 'heading.handoffReasons', params: {} }),
    summary:
      first === undefined
        ? null
        : {
            code: 'chart.handoffReasons',
            params: { total, reasons: entries.length, first: first.code, share: first.cumulative },
          },
    height: 240,
    rows: rows.map(({ reason, count, cumulative }) => ({
      reason,
      count,
      cumulative,
      alt: `${reason}: ${messages.number(count)} (${messages.percent(count / total, 0)})`,
    })),
    layers: layersOf(context),
    ownScales: true,
    tableName: 'handoff-reasons',
    columns: { reason: 'text', count: 'integer', cumulative: 'ratio' },
    table: rows.map(({ code, count, cumulative }) => ({ reason: code, count, cumulative })),
    total: entries.length,
  })
}

/** A defect, `missing:phone`, in words; any other reason as it is. */
function reasonName(code: string, messages: Messages): string {
  const [kind = '', ...field] = code.split(':')
  if (!defects.includes(kind)) return code
  return messages.message({ code: `handoff.${kind}`, params: { field: field.join(':') } })
}

/** The reasons that occur, the most frequent first; equal ones by code. */
function readCounts(counts: { readonly [reason: string]: number }): [code: string, count: number][] {
  return Object.entries(counts)
    .map(([code, count]): [string, number] => {
      assertCount(count, 'counts')
      return [clean(code), count]
    })
    .filter(([, count]) => count > 0)
    .sort(([a, first], [b, second]) => second - first || compareCodeUnits(a, b))
}

function layersOf({ palette }: ChartContext): LayerSpec[] {
  const x: FieldChannel = {
    field: 'reason',
    type: 'nominal',
    sort: null,
    axis: { title: null, labelAngle: -35, ticks: false },
  }
  return [
    {
      mark: { type: 'bar', color: palette.good },
      encoding: {
        x,
        // One bar a reason: stacking would only look names up in an object.
        y: { field: 'count', type: 'quantitative', stack: false, axis: { title: null, format: 'd', tickMinStep: 1 } },
        description: altChannel,
      },
    },
    {
      mark: {
        type: 'line',
        color: palette.text,
        point: { filled: true, color: palette.text, size: 30 },
        aria: false,
      },
      encoding: {
        x,
        y: {
          field: 'cumulative',
          type: 'quantitative',
          scale: { domain: [0, 1] },
          axis: { title: null, orient: 'right', format: '.0%', grid: false },
        },
      },
    },
  ]
}

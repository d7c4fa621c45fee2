import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { assertFinite, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart, maximumRows } from './assembleChart.js'
import type { Chart, ChartOptions, ContradictionLimits, PlottedSegment } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'
import { readText } from './readText.js'
import { shortLabel } from './shortLabel.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'

/** Options of {@link chartContradictions}. */
export interface ChartContradictionsOptions extends ChartOptions {
  /** Where the two metrics turn from good to bad; default none, and no segment is marked. */
  readonly limits?: ContradictionLimits | undefined
}

interface Row {
  readonly segment: string
  readonly nps: number
  readonly churn: number
  readonly contradictory: boolean
}

const churnMetrics = ['churn-rate', 'inactivity-churn-rate']

/**
 * NPS against churn by segment, with the segments in which the two contradict each other marked.
 *
 * A segment contradicts itself when one metric lies on the good side of its limit and the other on its bad side; on a
 * limit
 * a metric lies on neither. Segments need both metrics. The first 500 are shown.
 *
 * @param segments - `net-promoter-score` and `churn-rate` (or `inactivity-churn-rate`) by segment; rows of a review fit
 * @param options - messages, theme, width, title, limits
 * @returns specification, rows `contradictions` and the summary `chart.contradictions`; `status.no_data` of none
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_NUMBER for a number
 * that is not finite
 * @example
 * ```ts
 * import { chartContradictions } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const of = (metric: string, value: number) => {
 *   return { by: 'plan', segment: 'Basic', metric, measurement: { value, unit: 'ratio' as const, sampleSize: 90 }, verdict: 'none' as const }
 * }
 * const limits = { netPromoterScore: 50, churnRate: 0.05 }
 * const segments = [of('net-promoter-score', 62), of('churn-rate', 0.08)]
 * const chart = chartContradictions(segments, { messages: createMessages(en), limits })
 * chart.summary.params // => { segments: 1, contradictory: 1, netPromoterScore: 50, churnRate: 0.05 }
 * ```
 * @since 0.1.0
 */
export function chartContradictions(segments: readonly PlottedSegment[], options: ChartContradictionsOptions): Chart {
  const context = readContext(options, ['limits'])
  const { limits } = options
  if (limits !== undefined) {
    assertKnownOptions(limits, ['netPromoterScore', 'churnRate'], 'options.limits')
    assertFinite(limits.netPromoterScore, 'options.limits.netPromoterScore', 'INVALID_OPTION')
    assertFinite(limits.churnRate, 'options.limits.churnRate', 'INVALID_OPTION')
  }
  const { messages } = context
  readItems(segments, 'segments')
  const all = readRows(segments, limits)
  const rows = all.slice(0, maximumRows)
  return assembleChart(context, {
    title: messages.message({ code: 'heading.contradictions', params: {} }),
    summary:
      all.length === 0
        ? null
        : {
            code: 'chart.contradictions',
            params: {
              segments: all.length,
              contradictory: all.filter(({ contradictory }) => contradictory).length,
              netPromoterScore: limits?.netPromoterScore ?? null,
              churnRate: limits?.churnRate ?? null,
            },
          },
    height: 300,
    rows: rows.map((row) => drawnRow(row, messages)),
    layers: layersOf(limits, context),
    tableName: 'contradictions',
    columns: {
      segment: 'text',
      nps: 'points',
      churn: 'ratio',
      contradictory: 'text',
      npsLimit: 'points',
      churnLimit: 'ratio',
    },
    table: rows.map(({ segment, nps, churn, contradictory }) => ({
      segment,
      nps,
      churn,
      contradictory: contradictory ? 'yes' : 'no',
      npsLimit: limits?.netPromoterScore ?? null,
      churnLimit: limits?.churnRate ?? null,
    })),
    total: all.length,
  })
}

/** The segments that have both metrics, by name. */
function readRows(segments: readonly PlottedSegment[], limits: ContradictionLimits | undefined): Row[] {
  const pairs = new Map<string, { segment: string; nps: number | null; churn: number | null }>()
  for (const [index, item] of segments.entries()) {
    const path = `segments[${index}]`
    const [by, segment] = [readText(item.by, `${path}.by`), readText(item.segment, `${path}.segment`)]
    assertPlain(item.measurement as unknown, `${path}.measurement`)
    const value = readNumber(item.measurement.value, `${path}.measurement.value`)
    const key = JSON.stringify([by, segment])
    const pair = pairs.get(key) ?? { segment, nps: null, churn: null }
    if (item.metric === 'net-promoter-score') pair.nps = value
    if (churnMetrics.includes(item.metric)) pair.churn = value
    pairs.set(key, pair)
  }
  return [...pairs]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .flatMap(([, { segment, nps, churn }]): Row[] => {
      if (nps === null || churn === null) return []
      return [{ segment, nps, churn, contradictory: isContradictory(nps, churn, limits) }]
    })
}

/** One metric on its good side and the other on its bad one; on a limit a metric is on neither. */
function isContradictory(nps: number, churn: number, limits: ContradictionLimits | undefined): boolean {
  if (limits === undefined) return false
  const happy = Math.sign(nps - limits.netPromoterScore)
  const leaving = Math.sign(churn - limits.churnRate)
  return happy !== 0 && happy === leaving
}

function drawnRow({ segment, nps, churn, contradictory }: Row, messages: Messages): DrawnRow {
  const label = shortLabel(segment)
  const word = messages.term('contradictory')
  const figures = `${messages.term('nps')} ${messages.points(nps)}, ${messages.term('churn-rate')} ${messages.percent(churn, 1)}`
  const text = contradictory ? `${label} · ${word}` : label
  return { segment: text, nps, churn, contradictory, alt: `${label}: ${figures}${contradictory ? ` (${word})` : ''}` }
}

function layersOf(limits: ContradictionLimits | undefined, { palette, messages }: ChartContext): LayerSpec[] {
  const x = (field: string): FieldChannel => ({
    field,
    type: 'quantitative',
    scale: { domain: [-100, 100] },
    axis: { title: messages.term('nps'), grid: false },
  })
  const y = (field: string): FieldChannel => ({
    field,
    type: 'quantitative',
    axis: { title: messages.term('churn-rate'), format: '.1%', grid: false },
  })
  const rule = (row: DrawnRow, encoding: LayerSpec['encoding']): LayerSpec => ({
    data: { values: [row] },
    mark: { type: 'rule', color: palette.neutral, strokeDash: [3, 3], aria: false },
    encoding,
  })
  const rules =
    limits === undefined
      ? []
      : [
          rule({ npsLimit: limits.netPromoterScore }, { x: x('npsLimit') }),
          rule({ churnLimit: limits.churnRate }, { y: y('churnLimit') }),
        ]
  return [
    ...rules,
    {
      mark: { type: 'point', filled: true, opacity: 1, size: 90 },
      encoding: {
        x: x('nps'),
        y: y('churn'),
        shape: {
          field: 'contradictory',
          type: 'nominal',
          scale: { domain: [false, true], range: ['circle', 'diamond'] },
          legend: null,
        },
        color: {
          condition: { test: { field: 'contradictory', equal: true }, value: palette.bad },
          value: palette.neutral,
        },
        description: altChannel,
      },
    },
    {
      mark: { type: 'text', align: 'left', dx: 8, aria: false },
      encoding: { x: x('nps'), y: y('churn'), text: { field: 'segment', type: 'nominal' } },
    },
  ]
}

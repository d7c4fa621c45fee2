import { assertPlain } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import type { Message, Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart, maximumRows } from './assembleChart.js'
import type { Chart, ChartOptions, PlottedNps } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'
import { readText } from './readText.js'
import { rowChannel } from './rowChannel.js'
import { rowLabels } from './rowLabels.js'
import type { DrawnRow, LayerSpec } from './spec.js'

/** Options of {@link chartNetPromoterScore}. */
export interface ChartNetPromoterScoreOptions extends ChartOptions {}

const partNames = ['detractors', 'passives', 'promoters'] as const

interface Part {
  readonly group: string
  readonly name: string
  readonly part: (typeof partNames)[number]
  readonly count: number
  readonly share: number
  readonly from: number
  readonly to: number
}

interface Score {
  readonly group: string
  readonly name: string
  readonly score: number | null
  readonly sampleSize: number
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * Detractors, passives and promoters of each group around 0, with score, answers and margin beside them.
 *
 * Passives lie centred on 0, detractors left of them, promoters right: what leans right recommends. The margin is half
 * the
 * width of the interval. The first 500 groups are shown.
 *
 * @param groups - scores by group, the empty name for everybody; the result of `netPromoterScore` fits
 * @param options - messages, theme, width, title
 * @returns specification, rows `net-promoter-score` and the summary `chart.netPromoterScore` of the first group
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_NUMBER for a number
 * that is not finite
 * @example
 * ```ts
 * import { chartNetPromoterScore } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 * import { netPromoterScore } from 'retention-okr/metrics'
 *
 * const measurement = netPromoterScore({ promoters: 70, passives: 20, detractors: 10 })
 * const chart = chartNetPromoterScore([{ group: '', measurement }], { messages: createMessages(en) })
 * chart.summary.params['score'] // => 60
 * chart.table.rows.map((row) => row['part']) // => ['detractors', 'passives', 'promoters']
 * ```
 * @since 0.1.0
 */
export function chartNetPromoterScore(groups: readonly PlottedNps[], options: ChartNetPromoterScoreOptions): Chart {
  const context = readContext(options)
  const { messages } = context
  readItems(groups, 'groups')
  const shown = groups.slice(0, maximumRows)
  const names = shown.map(({ group }, index) => {
    const name = readText(group, `groups[${index}].group`)
    return name === '' ? messages.term('everybody') : name
  })
  const labels = rowLabels(names)
  const scores = shown.map((item, index) => readScore(item, labels[index] ?? '', names[index] ?? '', index))
  const parts = shown.map((item, index) => readParts(item, labels[index] ?? '', names[index] ?? '', index))
  return assembleChart(context, {
    title: messages.term('nps'),
    summary: summarise(scores),
    height: { step: 30 },
    rows: parts.flat().map((part) => drawnPart(part, messages)),
    layers: layersOf(scores, context),
    tableName: 'net-promoter-score',
    columns: {
      group: 'text',
      part: 'text',
      count: 'integer',
      share: 'ratio',
      from: 'ratio',
      to: 'ratio',
      score: 'points',
      lower: 'points',
      upper: 'points',
      sampleSize: 'integer',
    },
    table: scores.flatMap(({ name, score, lower, upper, sampleSize }, index) => {
      const rows = parts[index] ?? []
      const blank = { part: null, count: null, share: null, from: null, to: null }
      const cells =
        rows.length === 0 ? [blank] : rows.map(({ part, count, share, from, to }) => ({ part, count, share, from, to }))
      return cells.map((cell) => ({ group: name, ...cell, score, lower, upper, sampleSize }))
    }),
    total: groups.length,
  })
}

function readScore({ measurement }: PlottedNps, group: string, name: string, index: number): Score {
  const path = `groups[${index}].measurement`
  assertPlain(measurement as unknown, path)
  return {
    group,
    name,
    score: readNumber(measurement.value, `${path}.value`),
    sampleSize: readNumber(measurement.sampleSize, `${path}.sampleSize`) ?? 0,
    lower: readNumber(measurement.interval?.lower, `${path}.interval.lower`),
    upper: readNumber(measurement.interval?.upper, `${path}.interval.upper`),
  }
}

/** Passives lie centred on 0, detractors left of them, promoters right: what leans right recommends. */
function readParts({ measurement }: PlottedNps, group: string, name: string, index: number): Part[] {
  const counts = partNames.map((part) => readNumber(measurement[part], `groups[${index}].measurement.${part}`) ?? 0)
  const [detractors = 0, passives = 0, promoters = 0] = counts
  const total = detractors + passives + promoters
  if (total <= 0) return []
  const half = passives / 2 / total
  const bounds = [-half - detractors / total, -half, half, half + promoters / total]
  return partNames.map((part, at) => ({
    group,
    name,
    part,
    count: counts[at] ?? 0,
    share: (counts[at] ?? 0) / total,
    from: positiveZero(bounds[at] ?? 0),
    to: positiveZero(bounds[at + 1] ?? 0),
  }))
}

function summarise(scores: readonly Score[]): Message | null {
  const first = scores[0]
  if (first === undefined) return null
  const { score, sampleSize, lower, upper } = first
  return { code: 'chart.netPromoterScore', params: { groups: scores.length, score, sampleSize, lower, upper } }
}

function drawnPart({ group, part, count, share, from, to }: Part, messages: Messages): DrawnRow {
  const words = messages.term(part)
  const alt = `${group}, ${words}: ${messages.percent(share, 0)} (n=${messages.number(count)})`
  return { group, part: words, from, to, alt }
}

/** "NPS 39 (n=210, ±9)". */
function scoreText({ score, sampleSize, lower, upper }: Score, messages: Messages): string {
  const nps = messages.term('nps')
  if (score === null) return `${nps}: ${messages.message({ code: 'status.no_data', params: {} })}`
  const margin =
    lower === null || upper === null ? '' : `, ±${messages.number((upper - lower) / 2, { maximumFractionDigits: 0 })}`
  return `${nps} ${messages.number(score, { maximumFractionDigits: 0 })} (n=${messages.number(sampleSize)}${margin})`
}

function layersOf(scores: readonly Score[], { palette, messages, width }: ChartContext): LayerSpec[] {
  const y = rowChannel('group')
  return [
    {
      mark: { type: 'bar', height: 16 },
      encoding: {
        y,
        x: {
          field: 'from',
          type: 'quantitative',
          scale: { domain: [-1, 1] },
          axis: { title: null, format: '.0%', values: [-1, -0.5, 0, 0.5, 1] },
        },
        x2: { field: 'to' },
        fill: {
          field: 'part',
          type: 'nominal',
          scale: {
            domain: partNames.map((part) => messages.term(part)),
            range: [palette.bad, palette.ranges[0], palette.good],
          },
          legend: { title: null, orient: 'bottom' },
        },
        description: altChannel,
      },
    },
    {
      data: { values: scores.map((score) => ({ group: score.group, text: scoreText(score, messages) })) },
      mark: { type: 'text', align: 'left', aria: false },
      encoding: { y, x: { value: width + 8 }, text: { field: 'text', type: 'nominal' } },
    },
  ]
}

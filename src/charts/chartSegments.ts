import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { assertFinite, assertPlain } from '../internal/guards.js'
import type { Message } from '../locales/model.js'
import { assembleChart, maximumRows } from './assembleChart.js'
import { type DrawnUnit, drawnUnit } from './drawnUnit.js'
import type { Chart, ChartOptions, PlottedSegment } from './model.js'
import { readContext } from './readContext.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'
import { readText } from './readText.js'
import { rowLabels } from './rowLabels.js'
import { drawnRow, type ForestRow, segmentLayers, verdicts } from './segmentLayers.js'
import { shortLabel } from './shortLabel.js'

/** Options of {@link chartSegments}. */
export interface ChartSegmentsOptions extends ChartOptions {
  /** Where the dashed rule stands; default 1 for ratios, for rates the overall rate of the segments. */
  readonly reference?: number | undefined
}

/**
 * A forest plot: one metric in every segment with its interval, the verdict and a reference.
 *
 * Segments are sorted by the estimate, the largest first; the size of a point is the size of the sample. Ratios, which
 * go
 * beyond 1, are drawn on a logarithm around 1; rates around the rate of all segments together, when each says what it
 * divided. The verdict is the adjusted one of the rows. The first 500 are shown.
 *
 * @param segments - one metric in several segments; rows of a review fit
 * @param options - messages, theme, width, title, reference
 * @returns specification, rows `segments` and the summary `chart.segments` with counts by verdict; `status.no_data` of
 * none
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_NUMBER for a number
 * that is not finite
 * @example
 * ```ts
 * import { chartSegments } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 * import { churnRate } from 'retention-okr/metrics'
 *
 * const of = (segment: string, lost: number, verdict: 'risk' | 'none') => {
 *   return { by: 'plan', segment, metric: 'churn-rate', measurement: churnRate({ opening: 500, lost }), verdict }
 * }
 * const chart = chartSegments([of('Basic', 40, 'risk'), of('Pro', 10, 'none')], { messages: createMessages(en) })
 * chart.summary.params // => { metric: 'churn-rate', segments: 2, risk: 1, safer: 0 }
 * chart.table.rows[0]?.['reference'] // => 0.05
 * ```
 * @since 0.1.0
 */
export function chartSegments(segments: readonly PlottedSegment[], options: ChartSegmentsOptions): Chart {
  const context = readContext(options, ['reference'])
  if (options.reference !== undefined) assertFinite(options.reference, 'options.reference', 'INVALID_OPTION')
  const { messages } = context
  readItems(segments, 'segments')
  for (const [index, { measurement }] of segments.entries()) {
    assertPlain(measurement as unknown, `segments[${index}].measurement`)
  }
  const unit = drawnUnit(segments[0]?.measurement.unit)
  const all = readRows(segments, unit)
  const rows = labelled(all.slice(0, maximumRows))
  const isRatio =
    segments[0]?.measurement.unit === 'ratio' && rows.some(({ estimate, upper }) => estimate > 1 || upper > 1)
  const reference = referenceOf(segments, options.reference, isRatio, unit)
  const metric = segments[0] === undefined ? '' : readText(segments[0].metric, 'segments[0].metric')
  const heading = messages.message({ code: 'heading.segments', params: {} })
  return assembleChart(context, {
    title: metric === '' ? heading : shortLabel(`${heading}: ${messages.term(metric)}`),
    summary: summarise(metric, all),
    height: { step: 26 },
    rows: rows.map((row) => drawnRow(row, unit, messages)),
    layers: segmentLayers(rows, reference, isRatio, unit, context),
    tableName: 'segments',
    columns: {
      segment: 'text',
      estimate: unit.kind,
      lower: unit.kind,
      upper: unit.kind,
      sampleSize: 'integer',
      verdict: 'text',
      reference: unit.kind,
    },
    table: rows.map(({ name, estimate, lower, upper, sampleSize, verdict }) => {
      return { segment: name, estimate, lower, upper, sampleSize, verdict, reference }
    }),
    total: all.length,
  })
}

/** The segments with a value, the largest first. */
function readRows(segments: readonly PlottedSegment[], unit: DrawnUnit): ForestRow[] {
  return segments
    .flatMap((item, index): ForestRow[] => {
      const path = `segments[${index}]`
      const { interval, value, sampleSize } = item.measurement
      const name = readText(item.segment, `${path}.segment`)
      const estimate = readNumber(value, `${path}.measurement.value`)
      if (estimate === null) return []
      const lower = readNumber(interval?.lower, `${path}.measurement.interval.lower`) ?? estimate
      const upper = readNumber(interval?.upper, `${path}.measurement.interval.upper`) ?? estimate
      return [
        {
          segment: name,
          name,
          estimate: estimate / unit.divisor,
          lower: lower / unit.divisor,
          upper: upper / unit.divisor,
          sampleSize: readNumber(sampleSize, `${path}.measurement.sampleSize`) ?? 0,
          verdict: verdicts.find((verdict) => verdict === item.verdict) ?? 'none',
        },
      ]
    })
    .sort((a, b) => b.estimate - a.estimate || compareCodeUnits(a.name, b.name))
}

function labelled(rows: readonly ForestRow[]): ForestRow[] {
  const labels = rowLabels(rows.map(({ name }) => name))
  return rows.map((row, index) => ({ ...row, segment: labels[index] ?? row.segment }))
}

/** The rate of all segments together, when each says what it divided. */
function referenceOf(
  segments: readonly PlottedSegment[],
  given: number | undefined,
  isRatio: boolean,
  unit: DrawnUnit,
): number | null {
  if (given !== undefined) return given / unit.divisor
  if (isRatio) return 1
  let [numerator, denominator] = [0, 0]
  for (const [index, { measurement }] of segments.entries()) {
    const path = `segments[${index}].measurement`
    const [part, whole] = [measurement.numerator, measurement.denominator]
    if (measurement.value === null) continue
    if (part === undefined || whole === undefined) return null
    numerator += readNumber(part, `${path}.numerator`) ?? 0
    denominator += readNumber(whole, `${path}.denominator`) ?? 0
  }
  return denominator > 0 ? numerator / denominator / unit.divisor : null
}

function summarise(metric: string, rows: readonly ForestRow[]): Message | null {
  if (rows.length === 0) return null
  const count = (verdict: ForestRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length
  return {
    code: 'chart.segments',
    params: { metric, segments: rows.length, risk: count('risk'), safer: count('safer') },
  }
}

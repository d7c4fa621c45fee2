import { assertOneOf, assertPlain } from '../internal/guards.js'
import type { Message, Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart, maximumRows } from './assembleChart.js'
import type { PlottedSurvival } from './curveModel.js'
import type { Chart, ChartOptions } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'
import { readText } from './readText.js'
import { seriesLabels } from './seriesLabels.js'
import { seriesScales } from './seriesScales.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'
import { thinSteps } from './thinSteps.js'

/** Options of {@link chartSurvival}. */
export interface ChartSurvivalOptions extends ChartOptions {
  /** Unit of the times of the curves, for the words; default `'days'`, as those of a review are. */
  readonly timeUnit?: 'days' | 'weeks' | 'months' | undefined
}

const timeUnits = ['days', 'weeks', 'months'] as const

interface Step {
  readonly segment: string
  readonly name: string
  readonly time: number
  readonly survival: number
  readonly lower: number | null
  readonly upper: number | null
  readonly atRisk: number
  readonly events: number
}

/** A curve is drawn as long as so many are still observed: its end rests on a few. */
const minimumAtRisk = 10

/**
 * Survival curves with their bands, each as long as ten are still observed.
 *
 * A curve begins at 1; its end, which rests on a few, is in the table alone. Four curves have colours and dashes of
 * their
 * own; the rest share the neutral colour.
 *
 * @param curves - curves with their names; the result of `kaplanMeier` fits
 * @param options - messages, theme, width, title, unit of the times
 * @returns specification, rows `survival` and the summary `chart.survival` of the first curve; `status.no_data` of none
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_NUMBER for a number
 * that is not finite
 * @example
 * ```ts
 * import { chartSurvival } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const step = { atRisk: 40, events: 4, lower: 0.78, upper: 0.96 }
 * const curve = { steps: [{ ...step, time: 30, survival: 0.9 }], median: null, sampleSize: 40 }
 * const chart = chartSurvival([{ name: 'Everybody', curve }], { messages: createMessages(en) })
 * chart.table.rows.map((row) => row['survival']) // => [1, 0.9]
 * ```
 * @since 0.1.0
 */
export function chartSurvival(curves: readonly PlottedSurvival[], options: ChartSurvivalOptions): Chart {
  const context = readContext(options, ['timeUnit'])
  const { messages } = context
  const { timeUnit = 'days' } = options
  assertOneOf(timeUnit, timeUnits, 'options.timeUnit')
  readItems(curves, 'curves')
  const shown = curves.slice(0, maximumRows)
  const names = shown.map(({ name }, index) => readText(name, `curves[${index}].name`))
  const labels = seriesLabels(names)
  const steps = shown.map((item, index) => readSteps(item, labels[index] ?? '', names[index] ?? '', index))
  const drawn = steps.map((items) => {
    const observed = items.filter(({ time, atRisk }) => time === 0 || atRisk >= minimumAtRisk)
    return thinSteps(observed, ({ survival }) => survival)
  })
  return assembleChart(context, {
    title: messages.message({ code: 'heading.survival', params: {} }),
    summary: summarise(shown, drawn, timeUnit),
    height: 240,
    rows: drawn.flatMap((items) => drawnSteps(items, timeUnit, messages)),
    layers: layersOf(drawn.flat(), labels, timeUnit, context),
    tableName: 'survival',
    columns: {
      segment: 'text',
      time: 'number',
      survival: 'ratio',
      lower: 'ratio',
      upper: 'ratio',
      atRisk: 'integer',
      events: 'integer',
    },
    table: steps.flat().map(({ name, time, survival, lower, upper, atRisk, events }) => {
      return { segment: name, time, survival, lower, upper, atRisk, events }
    }),
    total: curves.length,
  })
}

/** The steps of a curve, from time 0, where all are there. */
function readSteps({ curve }: PlottedSurvival, segment: string, name: string, index: number): Step[] {
  assertPlain(curve as unknown, `curves[${index}].curve`)
  readItems(curve.steps, `curves[${index}].curve.steps`)
  const steps = curve.steps.map((step, at): Step => {
    const path = `curves[${index}].curve.steps[${at}]`
    return {
      segment,
      name,
      time: readNumber(step.time, `${path}.time`) ?? 0,
      survival: readNumber(step.survival, `${path}.survival`) ?? 0,
      lower: readNumber(step.lower, `${path}.lower`),
      upper: readNumber(step.upper, `${path}.upper`),
      atRisk: readNumber(step.atRisk, `${path}.atRisk`) ?? 0,
      events: readNumber(step.events, `${path}.events`) ?? 0,
    }
  })
  const first = steps[0]
  if (first === undefined || first.time <= 0) return steps
  const atRisk = readNumber(curve.sampleSize, `curves[${index}].curve.sampleSize`) ?? first.atRisk
  return [{ segment, name, time: 0, survival: 1, lower: 1, upper: 1, atRisk, events: 0 }, ...steps]
}

function summarise(
  curves: readonly PlottedSurvival[],
  drawn: readonly (readonly Step[])[],
  unit: string,
): Message | null {
  const at = drawn.findIndex((steps) => steps.length > 0)
  const curve = curves[at]?.curve
  if (curve === undefined) return null
  const last = drawn[at]?.at(-1)
  return {
    code: 'chart.survival',
    params: {
      name: drawn[at]?.[0]?.name ?? '',
      curves: drawn.filter((steps) => steps.length > 0).length,
      sampleSize: readNumber(curve.sampleSize, `curves[${at}].curve.sampleSize`),
      median: readNumber(curve.median, `curves[${at}].curve.median`),
      time: last?.time ?? null,
      survival: last?.survival ?? null,
      unit,
    },
  }
}

/** A curve is one mark: every row says how it begins and ends. */
function drawnSteps(steps: readonly Step[], unit: string, messages: Messages): DrawnRow[] {
  const [first, last] = [steps[0], steps.at(-1)]
  if (first === undefined || last === undefined) return []
  const time = messages.number(last.time, { maximumFractionDigits: 1 })
  const end = `${messages.percent(last.survival, 0)} (${time} ${messages.term(unit)})`
  const alt = `${first.segment}: n=${messages.number(first.atRisk)}, ${end}`
  return steps.map(({ segment, time, survival, lower, upper }) => {
    return { segment, time, survival, lower: lower ?? survival, upper: upper ?? survival, alt }
  })
}

function layersOf(
  steps: readonly Step[],
  labels: readonly string[],
  unit: string,
  { palette, messages }: ChartContext,
): LayerSpec[] {
  const present = new Set(steps.map(({ segment }) => segment))
  const names = labels.filter((label) => present.has(label))
  const scales = seriesScales('segment', names, palette)
  const x: FieldChannel = {
    field: 'time',
    type: 'quantitative',
    axis: { title: `${messages.term('time')} (${messages.term(unit)})`, grid: false },
  }
  const y = (field: string): FieldChannel => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, 1] },
    axis: { title: null, format: '.0%' },
  })
  return [
    {
      mark: { type: 'area', interpolate: 'step-after', fillOpacity: 0.25, aria: false },
      encoding: { x, y: y('lower'), y2: { field: 'upper' }, color: scales.color },
    },
    {
      mark: { type: 'line', interpolate: 'step-after' },
      encoding: { x, y: y('survival'), color: scales.color, strokeDash: scales.dash, description: altChannel },
    },
  ]
}

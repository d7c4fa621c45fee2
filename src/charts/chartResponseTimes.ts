import { fail } from '../internal/fail.js'
import { assertPlain } from '../internal/guards.js'
import { positiveZero } from '../internal/positiveZero.js'
import type { Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart } from './assembleChart.js'
import type { Chart, ChartOptions, PlottedDurations } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'
import { thinSteps } from './thinSteps.js'

/** Options of {@link chartResponseTimes}. */
export interface ChartResponseTimesOptions extends ChartOptions {
  /** Share promised to be answered in time, 0..1; default none. */
  readonly promise?: number | undefined
}

interface Step {
  readonly milliseconds: number
  readonly hours: number
  readonly share: number
}

const minuteMs = 60_000
const hourMs = 3_600_000

/**
 * The share answered by each time, on a logarithm, with the limits and the promise.
 *
 * Shares are 1 less the share still waiting, so that clocks that still run count for as long as they have been seen.
 * Durations below one minute are drawn at one minute. The limits are the keys of `within`.
 *
 * @param responses - durations with the open ones; the result of `durationSummary` fits
 * @param options - messages, theme, width, title, promised share
 * @returns specification, rows `response-times` and the summary `chart.responseTimes` with the shortest limit;
 * `status.no_data` of none
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_NUMBER for a number
 * that is not finite
 * @example
 * ```ts
 * import { chartResponseTimes } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const hour = 3_600_000
 * const responses = {
 *   value: 2 * hour,
 *   completed: 8,
 *   open: 2,
 *   within: { [4 * hour]: 8 },
 *   curve: [
 *     { time: hour, survival: 0.6 },
 *     { time: 2 * hour, survival: 0.2 },
 *   ],
 * }
 * const chart = chartResponseTimes(responses, { messages: createMessages(en), promise: 0.9 })
 * chart.table.rows[0] // => { series: 'answered', hours: 1, share: 0.4 }
 * chart.summary.params // => { completed: 8, open: 2, median: 7200000, limit: 14400000, share: 0.8 }
 * ```
 * @since 0.1.0
 */
export function chartResponseTimes(responses: PlottedDurations, options: ChartResponseTimesOptions): Chart {
  const context = readContext(options, ['promise'])
  const promise = options.promise ?? null
  if (promise !== null && !(typeof promise === 'number' && promise >= 0 && promise <= 1)) {
    fail('INVALID_OPTION', 'options.promise', 'must be a share from 0 to 1', promise)
  }
  const { messages } = context
  assertPlain(responses, 'responses')
  const steps = readSteps(responses)
  const limits = readLimits(responses, steps)
  const first = limits[0]
  return assembleChart(context, {
    title: messages.message({ code: 'heading.responseTimes', params: {} }),
    summary:
      steps.length === 0
        ? null
        : {
            code: 'chart.responseTimes',
            params: {
              completed: readNumber(responses.completed, 'responses.completed'),
              open: readNumber(responses.open, 'responses.open'),
              median: readNumber(responses.value, 'responses.value'),
              limit: first?.milliseconds ?? null,
              share: first?.share ?? null,
            },
          },
    height: 240,
    layers: layersOf(steps, limits, promise, context),
    tableName: 'response-times',
    columns: { series: 'text', hours: 'number', share: 'ratio' },
    table: [
      ...steps.map(({ hours, share }) => ({ series: 'answered', hours, share })),
      ...limits.map(({ hours, share }) => ({ series: 'limit', hours, share })),
      ...(promise === null ? [] : [{ series: 'promise', hours: null, share: promise }]),
    ],
  })
}

/** A logarithm has no place for 0: what took less than a minute is drawn at one. */
function drawnHours(milliseconds: number): number {
  return Math.max(milliseconds, minuteMs) / hourMs
}

/** Share answered by each time: one less the share still waiting. */
function readSteps({ curve }: PlottedDurations): Step[] {
  readItems(curve, 'responses.curve')
  return curve
    .flatMap((step, index): Step[] => {
      const milliseconds = readNumber(step.time, `responses.curve[${index}].time`)
      const survival = readNumber(step.survival, `responses.curve[${index}].survival`)
      if (milliseconds === null || survival === null) return []
      return [{ milliseconds, hours: drawnHours(milliseconds), share: positiveZero(1 - survival) }]
    })
    .sort((a, b) => a.milliseconds - b.milliseconds || a.share - b.share)
}

/** The limits are the keys of `within`; the share answered by each is that of the curve. */
function readLimits({ within }: PlottedDurations, steps: readonly Step[]): Step[] {
  return Object.keys(within ?? {})
    .flatMap((key): Step[] => {
      const milliseconds = readNumber(Number(key), 'responses.within')
      if (milliseconds === null) return []
      const share = steps.filter((step) => step.milliseconds <= milliseconds).at(-1)?.share ?? 0
      return [{ milliseconds, hours: drawnHours(milliseconds), share }]
    })
    .sort((a, b) => a.milliseconds - b.milliseconds)
}

/** The curve is one mark: its description is the shares at the limits, without one at the end. */
function curveAlt(steps: readonly Step[], limits: readonly Step[], messages: Messages): string {
  const places = limits.length === 0 ? steps.slice(-1) : limits
  return places
    .map(({ milliseconds, share }) => `${messages.percent(share, 0)} ≤ ${messages.duration(milliseconds)}`)
    .join(', ')
}

function layersOf(
  steps: readonly Step[],
  limits: readonly Step[],
  promise: number | null,
  { palette, messages }: ChartContext,
): LayerSpec[] {
  const x: FieldChannel = {
    field: 'hours',
    type: 'quantitative',
    scale: { type: 'log', nice: false },
    axis: { title: messages.term('hours'), format: '~g', grid: false },
  }
  const y: FieldChannel = {
    field: 'share',
    type: 'quantitative',
    scale: { domain: [0, 1] },
    axis: { title: null, format: '.0%' },
  }
  const alt = curveAlt(steps, limits, messages)
  const drawn = thinSteps(steps, ({ share }) => share).map(({ hours, share }): DrawnRow => ({ hours, share, alt }))
  const places = limits.map(({ milliseconds, hours }) => ({ hours, text: messages.duration(milliseconds) }))
  const limitLayers: LayerSpec[] = [
    { data: { values: places }, mark: { type: 'rule', color: palette.bad, aria: false }, encoding: { x } },
    {
      data: { values: places },
      mark: { type: 'text', align: 'left', dx: 4, baseline: 'top', aria: false },
      encoding: { x, y: { value: 2 }, text: { field: 'text', type: 'nominal' } },
    },
  ]
  const promiseLayer: LayerSpec = {
    data: { values: promise === null ? [] : [{ share: promise }] },
    mark: { type: 'rule', color: palette.text, strokeDash: [4, 4], aria: false },
    encoding: { y },
  }
  return [
    ...(limits.length === 0 ? [] : limitLayers),
    ...(promise === null ? [] : [promiseLayer]),
    {
      data: { values: drawn },
      mark: { type: 'line', interpolate: 'step-after', color: palette.accent },
      encoding: { x, y, description: altChannel },
    },
  ]
}

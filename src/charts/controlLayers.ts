import type { Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { type ControlPoint, controlKinds } from './controlPoints.js'
import type { PlottedControl } from './curveModel.js'
import { dayChannel } from './dayChannel.js'
import type { DrawnUnit } from './drawnUnit.js'
import type { ChartContext } from './readContext.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'

/** One line of the limits: each phase reaches to its end, and a change of phase breaks the line. */
function limitRows(points: readonly ControlPoint[], name: 'mean' | 'lower' | 'upper'): DrawnRow[] {
  return points.flatMap((point, index): DrawnRow[] => {
    const value = point[name]
    if (value === null) return []
    const row = { date: point.start, [name]: value, phase: point.phase }
    return points[index + 1]?.phase === point.phase ? [row] : [row, { ...row, date: point.end }]
  })
}

function drawnPoint(point: ControlPoint, unit: DrawnUnit, messages: Messages): DrawnRow[] {
  const { start, value, kind, shape } = point
  if (value === null) return []
  const words = messages.message({ code: `chart.${kind}`, params: {} })
  return [
    { date: start, value, kind, shape, alt: `${messages.date(start)}: ${unit.words(value, messages)} (${words})` },
  ]
}

/** Limits by phase, the target, the values, and the two words in the corner. */
export function controlLayers(
  control: PlottedControl,
  points: readonly ControlPoint[],
  target: number | null,
  unit: DrawnUnit,
  { palette, messages, width }: ChartContext,
): LayerSpec[] {
  const x = dayChannel(
    'date',
    points.flatMap(({ start, end }) => [start, end]),
  )
  const title = unit.title === null ? null : messages.term(unit.title)
  const y = (field: string): FieldChannel => ({
    field,
    type: 'quantitative',
    scale: { zero: false },
    axis: { title, format: unit.format },
  })
  const limit = (name: 'mean' | 'lower' | 'upper'): LayerSpec => ({
    data: { values: limitRows(points, name) },
    mark: {
      type: 'line',
      interpolate: 'step-after',
      color: palette.neutral,
      ...(name === 'mean' ? {} : { strokeDash: [4, 4] }),
      aria: false,
    },
    encoding: { x, y: y(name), detail: { field: 'phase', type: 'nominal' } },
  })
  const goal: LayerSpec[] =
    target === null
      ? []
      : [
          {
            data: { values: [{ target, alt: `${messages.term('target')}: ${unit.words(target, messages)}` }] },
            mark: { type: 'rule', color: palette.bad },
            encoding: { y: y('target'), description: altChannel },
          },
        ]
  const drawn = points.flatMap((point) => drawnPoint(point, unit, messages))
  const word = (code: string): string => messages.message({ code, params: {} })
  const corner = `${word(`chart.${control.variation}`)} · ${word(`chart.assurance.${control.assurance}`)}`
  const limits = [limit('mean'), limit('upper'), limit('lower')]
  return [
    // A layer without rows has no extent, and Vega warns of it.
    ...limits.filter(({ data }) => data !== undefined && data.values.length > 0),
    ...goal,
    {
      data: { values: drawn },
      mark: { type: 'line', color: palette.axis, strokeWidth: 1, aria: false },
      encoding: { x, y: y('value') },
    },
    {
      data: { values: drawn },
      mark: { type: 'point', filled: true, opacity: 1, size: 50 },
      encoding: {
        x,
        y: y('value'),
        color: {
          field: 'kind',
          type: 'nominal',
          scale: {
            domain: [...controlKinds],
            range: [palette.neutral, palette.good, palette.bad, palette.warning],
          },
          legend: null,
        },
        shape: {
          field: 'shape',
          type: 'nominal',
          scale: { domain: ['circle', 'up', 'down'], range: ['circle', 'triangle-up', 'triangle-down'] },
          legend: null,
        },
        description: altChannel,
      },
    },
    {
      data: { values: [{ text: corner }] },
      mark: { type: 'text', align: 'right', baseline: 'top', aria: false },
      encoding: { x: { value: width }, y: { value: -14 }, text: { field: 'text', type: 'nominal' } },
    },
  ]
}

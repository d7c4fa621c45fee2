import type { Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { type ControlPoint, controlKinds } from './controlPoints.js'
import type { PlottedControl } from './curveModel.js'
import { dayChannel } from './dayChannel.js'
import type { DrawnUnit } from './drawnUnit.js'
import { layersWithRows } from './layersWithRows.js'
import type { ChartContext } from './readContext.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'
import { targetLayer } from './targetLayer.js'
import { valueChannel } from './valueChannel.js'

type LimitName = 'mean' | 'lower' | 'upper'

/** One line of the limits: each phase reaches to its end, and a change of phase breaks the line. */
function limitRows(points: readonly ControlPoint[], name: LimitName): DrawnRow[] {
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

function limitLayer(
  rows: DrawnRow[],
  name: LimitName,
  x: FieldChannel,
  unit: DrawnUnit,
  { palette, messages }: ChartContext,
): LayerSpec {
  return {
    data: { values: rows },
    mark: {
      type: 'line',
      interpolate: 'step-after',
      color: palette.neutral,
      ...(name === 'mean' ? {} : { strokeDash: [4, 4] }),
      aria: false,
    },
    encoding: { x, y: valueChannel(name, unit, messages), detail: { field: 'phase', type: 'nominal' } },
  }
}

/** A line through the values, and a point at each: its colour and its shape tell of what kind it is. */
function valueLayers(
  rows: DrawnRow[],
  x: FieldChannel,
  unit: DrawnUnit,
  { palette, messages }: ChartContext,
): LayerSpec[] {
  const y = valueChannel('value', unit, messages)
  return [
    {
      data: { values: rows },
      mark: { type: 'line', color: palette.axis, strokeWidth: 1, aria: false },
      encoding: { x, y },
    },
    {
      data: { values: rows },
      mark: { type: 'point', filled: true, opacity: 1, size: 50 },
      encoding: {
        x,
        y,
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
  ]
}

/** The words for variation and assurance, in the corner above the chart. */
function verdictLayer({ variation, assurance }: PlottedControl, { messages, width }: ChartContext): LayerSpec {
  const word = (code: string): string => messages.message({ code, params: {} })
  return {
    data: { values: [{ text: `${word(`chart.${variation}`)} · ${word(`chart.assurance.${assurance}`)}` }] },
    mark: { type: 'text', align: 'right', baseline: 'top', aria: false },
    encoding: { x: { value: width }, y: { value: -14 }, text: { field: 'text', type: 'nominal' } },
  }
}

/** Limits by phase, the target, the values, and the two words in the corner. */
export function controlLayers(
  control: PlottedControl,
  points: readonly ControlPoint[],
  target: number | null,
  unit: DrawnUnit,
  context: ChartContext,
): LayerSpec[] {
  const { palette, messages } = context
  const x = dayChannel(
    'date',
    points.flatMap(({ start, end }) => [start, end]),
  )
  const limits = (['mean', 'upper', 'lower'] as const).map((name) =>
    limitLayer(limitRows(points, name), name, x, unit, context),
  )
  const drawn = points.flatMap((point) => drawnPoint(point, unit, messages))
  return [
    ...layersWithRows(limits),
    ...(target === null ? [] : [targetLayer(target, unit, palette.bad, context)]),
    ...valueLayers(drawn, x, unit, context),
    verdictLayer(control, context),
  ]
}

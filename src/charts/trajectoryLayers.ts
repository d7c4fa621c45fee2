import type { Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { dayChannel } from './dayChannel.js'
import type { DrawnUnit } from './drawnUnit.js'
import { layersWithRows } from './layersWithRows.js'
import type { ChartContext } from './readContext.js'
import type { DrawnCheckIn, Trajectory } from './readTrajectory.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'
import { targetLayer } from './targetLayer.js'
import { valueChannel } from './valueChannel.js'

/** The interval of the forecast, the target, the plan and the check-ins, each as far as there is one. */
export function trajectoryLayers(trajectory: Trajectory, context: ChartContext): LayerSpec[] {
  const { unit, target, checkIns, plan, stepped, forecast } = trajectory
  const { palette, messages } = context
  const x = dayChannel(
    'date',
    [...checkIns, ...plan].map(({ date }) => date),
  )
  const y = (field: string): FieldChannel => valueChannel(field, unit, messages)
  return layersWithRows([
    {
      data: { values: forecast.map(({ date, lower, upper }) => ({ date, lower, upper })) },
      mark: { type: 'area', color: palette.band, aria: false },
      encoding: { x, y: y('lower'), y2: { field: 'upper' } },
    },
    targetLayer(target, unit, palette.text, context),
    {
      data: { values: plan.map(({ date, planned }) => ({ date, planned })) },
      mark: {
        type: 'line',
        strokeDash: [4, 4],
        color: palette.neutral,
        interpolate: stepped ? 'step-after' : 'linear',
        aria: false,
      },
      encoding: { x, y: y('planned') },
    },
    ...checkInLayers(trajectory, x, y('value'), context),
  ])
}

/** A line through the check-ins, and a point at each: a diamond was estimated. */
function checkInLayers(
  { checkIns, unit }: Trajectory,
  x: FieldChannel,
  y: FieldChannel,
  { palette, messages }: ChartContext,
): LayerSpec[] {
  const points = checkIns.map((checkIn) => drawnPoint(checkIn, unit, messages))
  const words = [messages.term('measured'), messages.term('estimated')]
  return [
    {
      data: { values: points },
      mark: { type: 'line', color: palette.accent, aria: false },
      encoding: { x, y },
    },
    {
      data: { values: points },
      mark: { type: 'point', filled: true, opacity: 1, size: 60, color: palette.accent },
      encoding: {
        x,
        y,
        shape: {
          field: 'source',
          type: 'nominal',
          scale: { domain: words, range: ['circle', 'diamond'] },
          legend: checkIns.some(({ source }) => source === 'estimated') ? { title: null, orient: 'bottom' } : null,
        },
        description: altChannel,
      },
    },
  ]
}

function drawnPoint({ date, value, source }: DrawnCheckIn, unit: DrawnUnit, messages: Messages): DrawnRow {
  const words = messages.term(source)
  return { date, value, source: words, alt: `${messages.date(date)}: ${unit.words(value, messages)} (${words})` }
}

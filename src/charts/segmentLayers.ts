import type { Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import type { DrawnUnit } from './drawnUnit.js'
import type { ChartContext } from './readContext.js'
import { rowChannel } from './rowChannel.js'
import type { DrawnRow, FieldChannel, LayerSpec, ScaleSpec } from './spec.js'
import { barShape } from './toneScales.js'
import { unitAxis } from './unitAxis.js'

/** What a segment can be beside the rest. */
export const verdicts = ['risk', 'none', 'safer'] as const

/** A segment as it is drawn. */
export interface ForestRow {
  readonly segment: string
  readonly name: string
  readonly estimate: number
  readonly lower: number
  readonly upper: number
  readonly sampleSize: number
  readonly verdict: 'risk' | 'none' | 'safer'
}

/** A verdict in words. */
function verdictWord(messages: Messages, verdict: ForestRow['verdict']): string {
  return messages.message({ code: `chart.verdict.${verdict}`, params: {} })
}

/** A row of the plot, with its words. */
export function drawnRow(row: ForestRow, unit: DrawnUnit, messages: Messages): DrawnRow {
  const { segment, estimate, lower, upper, sampleSize, verdict } = row
  const words = verdictWord(messages, verdict)
  const span = `${unit.words(lower, messages)} – ${unit.words(upper, messages)}`
  const figures = `${unit.words(estimate, messages)} (${span}, n=${messages.number(sampleSize)})`
  return { segment, estimate, lower, upper, n: sampleSize, verdict: words, alt: `${segment}: ${figures}, ${words}` }
}

/** The reference, the intervals and the estimates. */
export function segmentLayers(
  rows: readonly ForestRow[],
  reference: number | null,
  isRatio: boolean,
  unit: DrawnUnit,
  { palette, messages }: ChartContext,
): LayerSpec[] {
  const y = rowChannel('segment')
  // A logarithm shows half and double alike; it has no place for 0.
  const isLog = isRatio && rows.every(({ lower }) => lower > 0)
  const scale: ScaleSpec = isLog ? { type: 'log' } : { zero: false }
  const x = (field: string): FieldChannel => ({
    field,
    type: 'quantitative',
    scale,
    axis: { ...unitAxis(unit, messages), tickCount: 6 },
  })
  const verdict = (range: string[]): FieldChannel => ({
    field: 'verdict',
    type: 'nominal',
    scale: { domain: verdicts.map((word) => verdictWord(messages, word)), range },
    legend: { title: null, orient: 'bottom' },
  })
  const color = verdict([palette.bad, palette.neutral, palette.good])
  const rule: LayerSpec[] =
    reference === null
      ? []
      : [
          {
            data: { values: [{ reference }] },
            mark: { type: 'rule', color: palette.text, strokeDash: [3, 3], aria: false },
            encoding: { x: x('reference') },
          },
        ]
  return [
    ...rule,
    {
      mark: { type: 'rule', strokeWidth: 2 },
      encoding: { y, x: x('lower'), x2: { field: 'upper' }, color, description: altChannel },
    },
    {
      mark: { type: 'point', filled: true, opacity: 1, aria: false },
      encoding: {
        y,
        x: x('estimate'),
        color,
        shape: verdict(['square', barShape, 'circle']),
        size: { field: 'n', type: 'quantitative', scale: { range: [40, 220] }, legend: null },
      },
    },
  ]
}

import type { Palette } from './palette.js'
import type { FieldChannel, LegendSpec } from './spec.js'

const dashes = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
]

/** The channels of named series. */
export interface SeriesScales {
  /** For `color`. */
  readonly color: FieldChannel
  /** For `strokeDash`. */
  readonly dash: FieldChannel
}

/** Colour and dash pattern of up to four series; the rest share the neutral colour. */
export function seriesScales(field: string, names: readonly string[], palette: Palette): SeriesScales {
  const legend: LegendSpec = { title: null, orient: 'bottom', columns: Math.min(names.length, 2), symbolType: 'stroke' }
  const channel = (range: (string | number[])[]): FieldChannel => ({
    field,
    type: 'nominal',
    scale: { domain: [...names], range },
    legend: names.length > 1 ? legend : null,
  })
  return {
    color: channel(names.map((_, index) => palette.series[index] ?? palette.neutral)),
    dash: channel(names.map((_, index) => [...(dashes[index] ?? [1, 0])])),
  }
}

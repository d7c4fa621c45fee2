import type { Palette } from './palette.js'
import type { FieldChannel } from './spec.js'

// A filled path: the shape `stroke` of Vega vanishes when it is filled.
export const barShape = 'M-1,-0.3L1,-0.3L1,0.3L-1,0.3Z'

/** The channels of tones in a field `status`: colour and shape, never one without the other. */
export interface ToneScales {
  /** For `color` or `fill`. */
  readonly color: FieldChannel
  /** For `shape`. */
  readonly shape: FieldChannel
}

const domain = ['good', 'warning', 'bad', 'neutral']

/** Colour and shape of the four tones. */
export function toneScales(palette: Palette): ToneScales {
  const { good, warning, bad, neutral } = palette
  const channel = (range: string[]): FieldChannel => ({
    field: 'status',
    type: 'nominal',
    scale: { domain: [...domain], range },
    legend: null,
  })
  return {
    color: channel([good, warning, bad, neutral]),
    shape: channel(['circle', 'triangle-up', 'square', barShape]),
  }
}

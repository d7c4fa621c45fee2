import type { LayerSpec } from './spec.js'

/** The layers that have rows of their own: one without has no extent, and Vega warns of it. */
export function layersWithRows(layers: readonly LayerSpec[]): LayerSpec[] {
  return layers.filter(({ data }) => data !== undefined && data.values.length > 0)
}

import { expect } from 'vitest'
import type { Chart } from '../../src/charts/model.js'

/** A layer of a specification, read loosely. */
export interface ReadLayer {
  data?: { values: { [field: string]: unknown }[] }
  mark: { [name: string]: unknown }
  encoding: { [channel: string]: { [name: string]: unknown; scale?: { [name: string]: unknown } } }
}

/** Layers whose mark is of a type, from back to front. */
export function layersOf({ spec }: Chart, type?: string): ReadLayer[] {
  const layers = spec['layer'] as unknown as ReadLayer[]
  return type === undefined ? layers : layers.filter(({ mark }) => mark['type'] === type)
}

/** Rows that a layer draws: its own, or those of the chart. */
export function rowsOf(chart: Chart, layer: ReadLayer | undefined): { [field: string]: unknown }[] {
  const own = layer?.data?.values
  return own ?? (chart.spec['data'] as unknown as { values: { [field: string]: unknown }[] }).values
}

/** An error of the library with a code at a path. */
export function errorAt(code: string, path: string): Error {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) }) as Error
}

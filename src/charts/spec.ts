/** The narrow part of Vega-Lite that the charts use: no expression, no parameter, no transform. */

/** A row of inline data. */
export type DrawnRow = { [field: string]: string | number | boolean | null }

/** A scale. */
export type ScaleSpec = {
  type?: 'utc' | 'log'
  domain?: (string | number | boolean)[]
  range?: (string | number | number[])[]
  nice?: boolean
  zero?: boolean
}

/** An axis. */
type AxisSpec = {
  title?: string | null
  format?: string
  values?: number[]
  orient?: 'top' | 'right'
  grid?: boolean
  ticks?: boolean
  domain?: boolean
  labelAngle?: number
  labelOverlap?: boolean
  tickMinStep?: number
  tickCount?: number
}

/** A legend below the plot. */
export type LegendSpec = { title: null; orient: 'bottom'; columns?: number; symbolType?: 'stroke' }

/** A channel bound to a field. */
export type FieldChannel = {
  field: string
  type: 'quantitative' | 'nominal' | 'ordinal' | 'temporal'
  scale?: ScaleSpec
  axis?: AxisSpec
  legend?: LegendSpec | null
  sort?: null
  stack?: false
}

/** A second end of a span: a field on the scale of the first. */
type EndChannel = { field: string }

/** A constant. */
type ValueChannel = { value: number }

/** A constant where a field equals a value, else something else. */
type ConditionalChannel = {
  condition: { test: { field: string; equal: boolean }; value: string }
} & (FieldChannel | { value: string })

/** The channels of a layer. */
type EncodingSpec = {
  x?: FieldChannel | ValueChannel
  y?: FieldChannel | ValueChannel
  x2?: EndChannel
  y2?: EndChannel
  color?: FieldChannel | ConditionalChannel
  fill?: FieldChannel | ConditionalChannel
  shape?: FieldChannel
  size?: FieldChannel
  strokeDash?: FieldChannel
  detail?: FieldChannel
  text?: FieldChannel
  description?: FieldChannel
}

/** A mark with its constant properties. */
type MarkSpec = {
  type: 'bar' | 'line' | 'area' | 'point' | 'rect' | 'rule' | 'text' | 'tick'
  aria?: false
  clip?: true
  filled?: true
  height?: number
  width?: number
  thickness?: number
  size?: number
  color?: string
  fill?: string
  stroke?: string
  strokeWidth?: number
  strokeDash?: number[]
  opacity?: number
  fillOpacity?: number
  interpolate?: 'linear' | 'step-after'
  align?: 'left' | 'right' | 'center'
  baseline?: 'top' | 'middle' | 'bottom'
  dx?: number
  dy?: number
  point?: { filled: true; color: string; size: number }
}

/** A layer: rows of its own, or those of the chart. */
export type LayerSpec = { data?: { values: DrawnRow[] }; mark: MarkSpec; encoding: EncodingSpec }

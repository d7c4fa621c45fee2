import type { Messages, TableColumn } from '../locales/model.js'
import type { Unit } from '../measurement.js'

/** How values of a unit are drawn. */
export interface DrawnUnit {
  /** The unit; null when it is not known. */
  readonly code: Unit | null
  /** The number drawn is the value divided by it. */
  readonly divisor: number
  /** d3 format of the axis. */
  readonly format: string
  /** Code of the term beside the axis; null when the format says it all. */
  readonly title: string | null
  /** Kind of the column. */
  readonly kind: TableColumn['kind']
  /** A drawn number in words. */
  readonly words: (drawn: number, messages: Messages) => string
}

const hourMs = 3_600_000
const plain = (drawn: number, messages: Messages): string => messages.number(drawn, { maximumFractionDigits: 2 })

const number: DrawnUnit = { code: null, divisor: 1, format: ',~f', title: null, kind: 'number', words: plain }

const units: { readonly [U in Unit]: DrawnUnit } = {
  ratio: { ...number, format: '.1~%', kind: 'ratio', words: (drawn, messages) => messages.percent(drawn, 1) },
  points: { ...number, kind: 'points', words: (drawn, messages) => messages.points(drawn) },
  milliseconds: {
    ...number,
    divisor: hourMs,
    title: 'hours',
    words: (drawn, messages) => messages.duration(drawn * hourMs),
  },
  days: { ...number, title: 'days' },
  count: number,
  money: number,
  score: number,
}

/** How values of a unit are drawn: durations in hours, shares in per cent, the rest as they are. */
export function drawnUnit(unit: Unit | undefined): DrawnUnit {
  return unit !== undefined && Object.hasOwn(units, unit) ? { ...units[unit], code: unit } : number
}

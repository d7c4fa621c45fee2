import { assertOneOf } from '../internal/guards.js'
import type { PlottedControl, PlottedControlPoint } from './curveModel.js'
import type { DrawnUnit } from './drawnUnit.js'
import { readDay } from './readDay.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'

/** What a point can show. */
export const controlKinds = ['common', 'improvement', 'concern', 'neutral'] as const

/** A point in the unit that is drawn. */
export interface ControlPoint extends PlottedControlPoint {
  readonly shape: 'circle' | 'up' | 'down'
}

/** The points in order of time, in the unit that is drawn. */
export function controlPoints({ points }: PlottedControl, unit: DrawnUnit): ControlPoint[] {
  readItems(points, 'control.points')
  const read = (value: unknown, path: string): number | null => {
    const number = readNumber(value, path)
    return number === null ? null : number / unit.divisor
  }
  const rows = points.map((point, index): ControlPoint => {
    const path = `control.points[${index}]`
    assertOneOf(point.kind, controlKinds, `${path}.kind`, 'INVALID_INPUT')
    const value = read(point.value, `${path}.value`)
    const mean = read(point.mean, `${path}.mean`)
    const special = point.kind !== 'common' && value !== null && mean !== null
    return {
      start: readDay(point.start, `${path}.start`),
      end: readDay(point.end, `${path}.end`),
      value,
      mean,
      lower: read(point.lower, `${path}.lower`),
      upper: read(point.upper, `${path}.upper`),
      phase: readNumber(point.phase, `${path}.phase`) ?? 0,
      kind: point.kind,
      shape: special ? (value < mean ? 'down' : 'up') : 'circle',
    }
  })
  return rows.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}

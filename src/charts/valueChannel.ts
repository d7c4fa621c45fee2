import type { Messages } from '../locales/model.js'
import type { DrawnUnit } from './drawnUnit.js'
import type { FieldChannel } from './spec.js'
import { unitAxis } from './unitAxis.js'

/** Values of a unit over time; the axis need not begin at 0, where a change of a few per cent would not be seen. */
export function valueChannel(field: string, unit: DrawnUnit, messages: Messages): FieldChannel {
  return { field, type: 'quantitative', scale: { zero: false }, axis: unitAxis(unit, messages) }
}

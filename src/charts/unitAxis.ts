import type { Messages } from '../locales/model.js'
import type { DrawnUnit } from './drawnUnit.js'

/** Title and format of an axis with values of a unit. */
export function unitAxis(unit: DrawnUnit, messages: Messages): { title: string | null; format: string } {
  return { title: unit.title === null ? null : messages.term(unit.title), format: unit.format }
}

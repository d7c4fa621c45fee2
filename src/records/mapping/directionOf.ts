import { assertOneOf } from '../../internal/guards.js'
import type { RowReader } from './createRowReader.js'
import type { MapperOptions } from './model.js'

/** Options of mappers of contacts. */
export interface DirectionOptions extends MapperOptions {
  /** Who acted, from them (`in`) or from us (`out`), where the row does not say. Default none: such a row is bad. */
  readonly direction?: 'in' | 'out' | undefined
}

/** Checks the direction that the caller states. */
export function checkDirection({ direction }: DirectionOptions): void {
  if (direction !== undefined) assertOneOf(direction, ['in', 'out'], 'options.direction')
}

/** The direction of a contact: what the row says, else what the caller says, else missing. */
export function directionOf(reader: RowReader, { direction }: DirectionOptions): unknown {
  if (reader.isBlank('direction') && direction !== undefined) return direction
  const said = reader.read('direction', { kind: 'channel', required: true })
  if (said === undefined) return undefined
  if (said === 'inbound' || said === 'in') return 'in'
  return said === 'outbound' || said === 'out' ? 'out' : reader.report('direction', 'unknown_value')
}

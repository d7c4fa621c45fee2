import { fail } from '../../internal/fail.js'
import { markColumns } from '../../tally/markColumns.js'
import type { Feed } from '../../tally/readSource.js'
import type { ActivityColumns } from '../models/columns.js'
import type { ActivityEvent } from '../models/customer.js'
import { activityRows } from './activityRows.js'
import { createCodes } from './createCodes.js'
import { createFrame } from './createFrame.js'
import { createGrowing } from './createGrowing.js'
import type { EncodeOptions } from './encodeOptions.js'
import { maximumCustomers, maximumTexts } from './limits.js'
import { textAt } from './textAt.js'

/** Events one by one, columns after the last. */
export function activityFeed(options: EncodeOptions): Feed<ActivityEvent, ActivityColumns> {
  const frame = createFrame<ActivityEvent>(options)
  const customers = createCodes('activities', 'customers', maximumCustomers)
  const types = createCodes('activities', 'types', maximumTexts)
  const customer = createGrowing((length) => new Uint32Array(length))
  const at = createGrowing((length) => new Float64Array(length))
  const type = createGrowing((length) => new Uint16Array(length))
  const twins: number[] = []
  let length = 0
  let index = 0
  const path = (): string => `activities[${index}]`
  const atPath = (): string => `${path()}.at`
  return {
    add: (event, given) => {
      index = given
      const id = event.id === undefined || event.id === null ? undefined : textAt(event.id, path, 'id')
      customer.set(length, customers.codeOf(textAt(event.customerId, path, 'customerId')))
      at.set(length, frame.readAt(event.at, atPath))
      type.set(length, types.codeOf(textAt(event.type ?? '', path, 'type')))
      frame.setSegment(length, event)
      const twin = frame.twinOf(id, length)
      if (twin === undefined) length += 1
      else if (isSame(twin, length)) twins.push(twin)
      else fail('CONFLICTING_RECORDS', `${path()}.id`, 'one id has one content', 'two contents')
    },
    finish: () => {
      const instants = at.done(length)
      const names = types.texts()
      const columns: ActivityColumns = {
        columns: 'activity',
        ...frame.base(length, instants, { duplicate: twins.length }),
        customers: customers.texts(),
        customer: customer.done(length),
        at: instants,
        ...(names.some((name) => name !== '') ? { types: names, type: type.done(length) } : {}),
      }
      return markColumns(columns, {
        rows: () => activityRows(columns, twins),
        twins,
        hasDays: frame.hasDays(),
        unplaced: {},
      })
    },
  }

  function isSame(first: number, second: number): boolean {
    return (
      [customer, at, type].every((column) => column.get(first) === column.get(second)) &&
      frame.isSameSegment(first, second)
    )
  }
}

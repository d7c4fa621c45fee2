import { encodeActivity, encodeOrders, encodeResponses, encodeTickets } from '../../src/records/index.js'
import type { Data } from './data.js'
import type { Prepare, Resident, Solve, Task } from './model.js'
import { ours } from './ours.js'

const trusted = { duplicates: 'trusted' } as const

const encoded = {
  orders: (rows: readonly Data['orders'][number][]) => encodeOrders(rows, trusted),
  activity: (rows: readonly Data['activity'][number][]) => encodeActivity(rows, trusted),
  answers: (rows: readonly Data['answers'][number][]) => encodeResponses(rows, { ...trusted, segmentBy: 'segment' }),
  tickets: (rows: readonly Data['tickets'][number][]) => encodeTickets(rows, trusted),
}

/** Our functions on columns that are there before the clock starts: the same calls as on rows. */
export const columns: Resident = {
  t1: on('t1', encoded.orders),
  t2: on('t2', encoded.activity),
  t3: on('t3', encoded.activity),
  t4: on('t4', encoded.answers),
  t5: on('t5', encoded.orders),
  t6: on('t6', encoded.orders),
  t7: on('t7', encoded.tickets),
}

function on<Row>(task: Task, encode: (rows: readonly Row[]) => object): Prepare<Row> {
  const solve = ours[task] as unknown as (source: object, checksIds: boolean) => ReturnType<Solve<Row>>
  return async (rows) => {
    const source = encode(rows)
    return () => solve(source, false)
  }
}

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  tallyCommitments,
  tallyComplaints,
  tallyDurations,
  tallyFirstContacts,
  tallyPurchases,
  tallyResponses,
  tallyRevenue,
  tallySla,
} from '../../src/metrics/index.js'
import {
  encodeActivity,
  encodeOrders,
  encodeResponses,
  encodeTickets,
  tallyActivity,
  tallySubscriptions,
} from '../../src/records/index.js'

const asOf = '2024-06-01'
const periods = [{ start: '2024-01-01', end: '2024-07-01' }]
const at = (index: number): string => new Date(Date.UTC(2024, 0, 1 + index)).toISOString()

/** Records of every kind that has streams, by number. */
const records = {
  order: (index: number) => ({
    id: `o${index}`,
    customerId: `c${index % 3}`,
    placedAt: at(index),
    status: 'paid',
    total: '12.34',
    currency: 'EUR',
  }),
  event: (index: number) => ({ id: `e${index}`, customerId: `c${index % 3}`, at: at(index), type: 'visit' }),
  answer: (index: number) => ({
    id: `a${index}`,
    surveyId: 's',
    kind: 'nps',
    score: index % 11,
    answeredAt: at(index),
    customerId: `c${index % 3}`,
  }),
  ticket: (index: number) => ({
    id: `t${index}`,
    customerId: `c${index % 3}`,
    status: 'solved',
    createdAt: at(index),
    resolvedAt: at(index + 1),
    isComplaint: index % 2 === 0,
  }),
  promise: (index: number) => ({ id: `p${index}`, customerId: 'c', madeAt: at(index), dueAt: at(index + 3) }),
  subscription: (index: number) => ({
    id: `s${index}`,
    customerId: `c${index % 3}`,
    startedAt: at(index),
    mrr: '10.00',
    currency: 'EUR',
  }),
}

interface Case {
  name: string
  /** What the records are called in the path of an error, and the field that places them. */
  records: string
  field: string
  recordOf: (index: number) => object
  run: (source: never, more?: object) => unknown
}

const cases: Case[] = [
  {
    name: 'tallyPurchases',
    records: 'orders',
    field: 'placedAt',
    recordOf: records.order,
    run: (source, more) => tallyPurchases(source, { asOf, ...more }),
  },
  {
    name: 'tallyRevenue',
    records: 'orders',
    field: 'placedAt',
    recordOf: records.order,
    run: (source, more) => tallyRevenue(source, { asOf, periods, ...more }),
  },
  {
    name: 'tallyActivity',
    records: 'activities',
    field: 'at',
    recordOf: records.event,
    run: (source, more) => tallyActivity(source, { asOf, ...more }),
  },
  {
    name: 'tallyResponses',
    records: 'responses',
    field: 'answeredAt',
    recordOf: records.answer,
    run: (source, more) => tallyResponses(source, { asOf, ...more }),
  },
  {
    name: 'tallyDurations',
    records: 'tickets',
    field: 'createdAt',
    recordOf: records.ticket,
    run: (source, more) => tallyDurations(source, { asOf, clock: 'resolution', periods, ...more }),
  },
  {
    name: 'tallySla',
    records: 'tickets',
    field: 'createdAt',
    recordOf: records.ticket,
    run: (source, more) => tallySla(source, { asOf, target: 1000, periods, ...more }),
  },
  {
    name: 'tallyFirstContacts',
    records: 'tickets',
    field: 'createdAt',
    recordOf: records.ticket,
    run: (source, more) => tallyFirstContacts(source, { asOf, ...more }),
  },
  {
    name: 'tallyComplaints',
    records: 'tickets',
    field: 'createdAt',
    recordOf: records.ticket,
    run: (source, more) => tallyComplaints(source, { asOf, ...more }),
  },
  {
    name: 'tallyCommitments',
    records: 'commitments',
    field: 'madeAt',
    recordOf: records.promise,
    run: (source, more) => tallyCommitments(source, { asOf, periods, ...more }),
  },
  {
    name: 'tallySubscriptions',
    records: 'subscriptions',
    field: 'startedAt',
    recordOf: records.subscription,
    run: (source, more) => tallySubscriptions(source, { asOf, ...more }),
  },
  { name: 'encodeOrders', records: 'orders', field: 'placedAt', recordOf: records.order, run: encodeOrders as never },
  {
    name: 'encodeActivity',
    records: 'activities',
    field: 'at',
    recordOf: records.event,
    run: encodeActivity as never,
  },
  {
    name: 'encodeResponses',
    records: 'responses',
    field: 'answeredAt',
    recordOf: records.answer,
    run: encodeResponses as never,
  },
  {
    name: 'encodeTickets',
    records: 'tickets',
    field: 'createdAt',
    recordOf: records.ticket,
    run: encodeTickets as never,
  },
]

/** A stream of rows, or of batches where a size is given, that tells when it was closed early and how far it got. */
function streamOf(list: readonly unknown[], size: number | undefined) {
  const state = { given: 0, isClosed: false }
  const stream = {
    async *[Symbol.asyncIterator]() {
      let isDone = false
      try {
        for (let start = 0; start < list.length; start += size ?? 1) {
          state.given += 1
          yield size === undefined ? list[start] : list.slice(start, start + size)
        }
        isDone = true
      } finally {
        state.isClosed = !isDone
      }
    },
  }
  return { stream: stream as never, state }
}

function errorOf(run: () => unknown): Promise<unknown> {
  return (async () => run())().then(
    () => 'no error',
    (error: unknown) => error,
  )
}

describe.each(cases)('$name', ({ records: name, field, recordOf, run }) => {
  const list = (length: number): object[] => Array.from({ length }, (_, index) => recordOf(index))

  it('answers arrays, generators, streams of rows and of batches alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.integer({ min: 1, max: 5 }), async (length, size) => {
        const rows = list(length).map((row) => Object.freeze(row))
        const whole = run(Object.freeze([...rows, ...rows.slice(0, 1)]) as never)
        const source = [...rows, ...rows.slice(0, 1)]
        expect(run(new Set([...rows, ...rows.slice(0, 1).map((row) => ({ ...row }))]) as never)).toEqual(whole)
        for (const batch of [undefined, size]) expect(await run(streamOf(source, batch).stream)).toEqual(whole)
      }),
      { seed: 20240117, numRuns: 10 },
    )
  })

  it('closes the stream at the first bad row, which it numbers over all batches', async () => {
    const rows = [...list(5), { ...recordOf(5), [field]: 'yesterday' }, ...list(9)]
    const { stream, state } = streamOf(rows, 2)
    expect(await errorOf(() => run(stream))).toMatchObject({
      code: 'INVALID_INSTANT',
      details: { path: `${name}[5].${field}` },
    })
    expect(state).toEqual({ given: 3, isClosed: true })
  })

  it('refuses a hole and a row that is no object, in a batch or by itself', async () => {
    for (const row of [undefined, null, 'text', 3]) {
      const error = { code: 'INVALID_INPUT', details: { path: `${name}[1]` } }
      expect(await errorOf(() => run(streamOf([recordOf(0), row], undefined).stream))).toMatchObject(error)
      expect(await errorOf(() => run(streamOf([recordOf(0), row], 2).stream))).toMatchObject(error)
    }
  })

  it('passes an error of the stream through', async () => {
    const broken = new Error('the database is gone')
    const stream = {
      // biome-ignore lint/correctness/useYield: a stream that breaks before its first row
      async *[Symbol.asyncIterator]() {
        throw broken
      },
    }
    expect(await errorOf(() => run(stream as never))).toBe(broken)
  })

  it('rejects for a wrong option, and throws at once without a stream', async () => {
    const { stream, state } = streamOf(list(3), undefined)
    const promise = run(stream, { colour: 'red' }) as Promise<unknown>
    await expect(promise).rejects.toMatchObject({ code: 'INVALID_OPTION' })
    expect(state.given).toBe(0)
    expect(() => run([] as never, { colour: 'red' })).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }))
  })

  it('refuses what is no source', () => {
    for (const source of ['text', 3, null, undefined, { columns: name }, { kind: 'x', definition: {}, cells: [] }]) {
      expect(() => run(source as never)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
    }
  })

  it('takes the word of a caller who vouches for the ids', () => {
    const [first, second] = [recordOf(0), { ...recordOf(0), [field]: at(-1) }]
    expect(() => run([first, second] as never)).toThrow(expect.objectContaining({ code: 'CONFLICTING_RECORDS' }))
    expect(() => run([first, second] as never, { duplicates: 'trusted' })).not.toThrow()
    expect(JSON.stringify(run([first, first] as never, { duplicates: 'trusted' }))).not.toContain('duplicate')
    expect(JSON.stringify(run([first, first] as never, { duplicates: 'check' }))).toContain('"duplicate":1')
    expect(() => run([] as never, { duplicates: 'maybe' })).toThrow(
      expect.objectContaining({
        code: 'INVALID_OPTION',
        details: expect.objectContaining({ path: 'options.duplicates' }),
      }),
    )
  })
})

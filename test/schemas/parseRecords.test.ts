import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  customerSchema,
  handoffSchema,
  leadSchema,
  orderSchema,
  parseRecords,
  subscriptionSchema,
  surveyResponseSchema,
  ticketSchema,
} from '../../src/schemas/index.js'

const order = { id: '1', placedAt: '2026-01-05T10:00:00Z', status: 'paid', total: '12.50', currency: 'EUR' }
const marker = 'MARKER-7261'

function issuesOf(row: unknown, schema: z.ZodType<unknown> = orderSchema): string[] {
  const { bad } = parseRecords([row], { schema })
  return bad.flatMap(({ issues }) => issues.map(({ path, code, received }) => `${path} ${code} ${received}`))
}

describe('parseRecords', () => {
  it('keeps good rows and reports every bad one with its index', () => {
    const { records, bad, omittedIssues } = parseRecords([order, null, { ...order, total: 'x' }, order], {
      schema: orderSchema,
    })
    expect(records).toEqual([order, order])
    expect(bad.map(({ index }) => index)).toEqual([1, 2])
    expect(omittedIssues).toBe(0)
  })

  it.each<[string, unknown, string[]]>([
    ['no object', 'row', [' INVALID_INPUT string of 3']],
    ['an array', [], [' INVALID_INPUT array of 0']],
    ['a class instance', new Map(), [' INVALID_INPUT object']],
    ['an inherited row', Object.create(order), [' INVALID_INPUT object']],
    ['a missing field', { ...order, total: undefined }, ['total INVALID_AMOUNT undefined']],
    ['NaN', { ...order, total: Number.NaN }, ['total INVALID_AMOUNT NaN']],
    ['a comma', { ...order, total: '1,5' }, ['total INVALID_AMOUNT string of 3']],
    ['an exponent', { ...order, total: '1e1000000000' }, ['total INVALID_AMOUNT string of 12']],
    ['a negative amount', { ...order, refunded: '-0.01' }, ['refunded NEGATIVE_AMOUNT string of 5']],
    ['a day that is none', { ...order, placedAt: '2026-02-31' }, ['placedAt INVALID_INSTANT string of 10']],
    ['no offset', { ...order, placedAt: '2026-01-05T10:00:00' }, ['placedAt INVALID_INSTANT string of 19']],
    ['an unknown word', { ...order, status: 'PAID' }, ['status INVALID_INPUT string of 4']],
    ['small letters', { ...order, currency: 'eur' }, ['currency INVALID_INPUT string of 3']],
    ['a blank id', { ...order, id: ' ' }, ['id INVALID_INPUT string of 1']],
    ['a number as an id', { ...order, id: 1 }, ['id INVALID_INPUT 1']],
    ['an unknown member', { ...order, [marker]: 1, other: 2 }, [' INVALID_INPUT 2 unknown']],
    [
      'a member of a list',
      { ...order, lines: [{ quantity: 1 }, { quantity: -1 }] },
      ['lines[1].quantity INVALID_NUMBER -1'],
    ],
    [
      'two problems',
      { ...order, total: null, isTest: 'no' },
      ['total INVALID_AMOUNT null', 'isTest INVALID_INPUT string of 2'],
    ],
  ])('reports %s', (_name, row, issues) => {
    expect(issuesOf(row)).toEqual(issues)
  })

  it('never throws on a row: getters, revoked proxies', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const thrower = Object.defineProperty({ ...order }, 'id', {
      enumerable: true,
      get() {
        throw new Error(marker)
      },
    })
    const { records, bad } = parseRecords([proxy, thrower, order], { schema: orderSchema })
    expect(records).toHaveLength(1)
    expect(bad.map(({ issues }) => issues[0]?.code)).toEqual(['INVALID_INPUT', 'INVALID_INPUT'])
    expect(JSON.stringify(bad)).not.toContain(marker)
  })

  it('tells no text of a row', () => {
    const row = {
      id: { [marker]: marker },
      placedAt: marker,
      status: marker,
      total: marker,
      currency: marker,
      [marker]: 1,
    }
    const { bad } = parseRecords([row], { schema: orderSchema })
    expect(bad[0]?.issues.length).toBeGreaterThan(4)
    expect(JSON.stringify(bad)).not.toContain(marker)
  })

  it('lists at most maximumIssues and counts the rest; every bad row keeps its index', () => {
    const rows = Array.from({ length: 40 }, () => ({ ...order, total: 'x', status: 'y' }))
    const parsed = parseRecords(rows, { schema: orderSchema, maximumIssues: 5 })
    expect(parsed.bad).toHaveLength(40)
    expect(parsed.bad.flatMap(({ issues }) => issues)).toHaveLength(5)
    expect(parsed.omittedIssues).toBe(75)
  })

  it('takes no more rows than allowed', () => {
    expect(parseRecords([order, order], { schema: orderSchema, maximumRecords: 2 }).records).toHaveLength(2)
    expect(() => parseRecords([order, order], { schema: orderSchema, maximumRecords: 1 })).toThrow(
      expect.objectContaining({ code: 'TOO_LARGE', details: expect.objectContaining({ path: 'rows' }) }),
    )
  })

  it.each<[unknown, unknown, string, string]>([
    ['rows', { schema: orderSchema }, 'INVALID_INPUT', 'rows'],
    [null, { schema: orderSchema }, 'INVALID_INPUT', 'rows'],
    [{ 0: order }, { schema: orderSchema }, 'INVALID_INPUT', 'rows'],
    [[], {}, 'INVALID_OPTION', 'options.schema'],
    [[], { schema: orderSchema, maximum: 1 }, 'INVALID_OPTION', 'options'],
    [[], { schema: orderSchema, maximumRecords: -1 }, 'INVALID_OPTION', 'options.maximumRecords'],
    [[], { schema: orderSchema, maximumIssues: 1.5 }, 'INVALID_OPTION', 'options.maximumIssues'],
  ])('refuses %j with %j', (rows, options, code, path) => {
    expect(() => parseRecords(rows as [], options as { schema: typeof orderSchema })).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ path }) }),
    )
  })

  it('copies what it keeps, makes dates text and minus zero zero', () => {
    const row = Object.freeze({ ...order, placedAt: new Date(0), total: -0, lines: [{ quantity: -0 }] })
    const { records } = parseRecords([row], { schema: orderSchema })
    expect(records[0]).toEqual({ ...order, placedAt: '1970-01-01T00:00:00.000Z', total: 0, lines: [{ quantity: 0 }] })
    expect(Object.is(records[0]?.total, 0)).toBe(true)
    expect(records[0]?.lines).not.toBe(row.lines)
  })

  it('answers the same the second time', () => {
    const { records } = parseRecords([{ ...order, placedAt: new Date(0) }], { schema: orderSchema })
    expect(parseRecords(records, { schema: orderSchema }).records).toEqual(records)
  })

  it('takes a schema of the caller', () => {
    expect(issuesOf({ plan: 3 }, z.object({ plan: z.string() }))).toEqual(['plan INVALID_INPUT 3'])
    expect(issuesOf('a', z.string().min(2))).toEqual([' INVALID_INPUT string of 1'])
    expect(
      issuesOf(
        'a',
        z.string().refine(() => false),
      ),
    ).toEqual([' INVALID_INPUT string of 1'])
  })
})

describe('schemas of the records', () => {
  const at = '2026-01-05T10:00:00Z'
  it.each<[string, z.ZodType<unknown>, object, object, string]>([
    ['customer', customerSchema, { id: 'c', createdAt: at, emailKey: 'a@b.co' }, { emailKey: 'A@b.co' }, 'emailKey'],
    [
      'subscription',
      subscriptionSchema,
      { id: 's', customerId: 'c', startedAt: at, mrr: 5, currency: 'EUR', pauses: [{ start: at }] },
      { terms: [{ endsAt: at }] },
      'terms[0].renewed',
    ],
    [
      'survey response',
      surveyResponseSchema,
      { id: 'r', surveyId: 'q', kind: 'nps', score: null, answeredAt: at },
      { score: '9' },
      'score',
    ],
    [
      'ticket',
      ticketSchema,
      { id: 't', customerId: 'c', createdAt: at, status: 'open', replies: [{ at, author: 'bot' }] },
      { reopenCount: 0.5 },
      'reopenCount',
    ],
    [
      'lead',
      leadSchema,
      { id: 'l', createdAt: at, ownerId: null, fields: { email: null }, classification: { actual: {}, reference: {} } },
      { fields: [] },
      'fields',
    ],
    [
      'hand-off',
      handoffSchema,
      { id: 'h', leadId: 'l', fromTeam: 'a', toTeam: 'b', handedAt: at, attempt: 1 },
      { attempt: 0 },
      'attempt',
    ],
  ])('takes a %s and points at its broken field', (_name, schema, row, broken, path) => {
    expect(parseRecords([row], { schema }).records).toEqual([row])
    expect(parseRecords([{ ...row, ...broken }], { schema }).bad[0]?.issues[0]?.path).toBe(path)
  })
})

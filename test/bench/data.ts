import type { ActivityEvent, Order, SurveyResponse, Ticket } from '../../src/records/model.js'

/** The records of one task. */
export interface Data {
  orders: (Order & { segment: string })[]
  activity: (ActivityEvent & { segment: string })[]
  answers: (SurveyResponse & { segment: string })[]
  tickets: Ticket[]
}

const seed = 20_240_117
const dayLength = 86_400_000
/** The three years that all records lie in. */
const start = Date.UTC(2023, 0, 1)
const span = Date.UTC(2026, 0, 1) - start
const segments = 'AR BO BR CL CO CR DO EC ES GT HN MX NI PA PE PR PY SV US UY'.split(' ')

interface Draws {
  uniform: () => number
  normal: () => number
}

/** Draws in 0..1 and normal ones, from a seeded small fast counter (sfc32). */
function createDraws(): Draws {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed]
  const uniform = (): number => {
    const next = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + next) | 0
    return (next >>> 0) / 2 ** 32
  }
  for (let index = 0; index < 20; index += 1) uniform()
  const normal = (): number => {
    let first = uniform()
    while (first === 0) first = uniform()
    return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * uniform())
  }
  return { uniform, normal }
}

interface Customer {
  /** Place of the segment in the alphabet of segments. */
  segment: number
  birth: number
  life: number
}

/** Customers who come, buy for a while and go. */
function drawCustomers(count: number, { uniform }: Draws): Customer[] {
  return rows(count, () => {
    const segment = Math.floor(20 * uniform() * uniform())
    const birth = 0.8 * uniform() * span
    return { segment, birth, life: Math.min(span - birth, (30 - 400 * Math.log(1 - uniform())) * dayLength) }
  })
}

/** The text without the tree of its parts, as a parser of files gives it: fresh for every row. */
function flat(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1')
}

function base36(value: number): string {
  return value.toString(36).padStart(7, '0')
}

function customerId(customer: number): string {
  return flat(`cus_${base36(Math.imul(customer, 2_654_435_761) >>> 0)}${base36(customer)}`)
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

function rows<T>(count: number, row: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => row(index))
}

type Row = { customer: number; id: string; segment: number; own: Customer }

/** Rows of any kind: each is of a customer, few of whom have many. */
function drawRows<T>(count: number, prefix: string, rowOf: (row: Row, draws: Draws) => T): T[] {
  const draws = createDraws()
  const customers = drawCustomers(Math.max(10, Math.round(count / 10)), draws)
  return rows(count, (index) => {
    const customer = Math.floor(customers.length * draws.uniform() ** 2.5)
    const own = customers[customer] ?? { segment: 0, birth: 0, life: span }
    return rowOf({ customer, id: flat(`${prefix}_${base36(index)}`), segment: own.segment, own }, draws)
  })
}

function purchase({ own }: Row, { uniform, normal }: Draws): { at: number; cents: number } {
  const at = start + Math.floor(own.birth + uniform() * own.life)
  return { at, cents: Math.max(1, Math.round(Math.exp(8.2 + normal()))) }
}

/** So many records of each kind, the same in every process. */
export const generators: { readonly [Kind in keyof Data]: (count: number) => Data[Kind] } = {
  orders: (count) =>
    drawRows(count, 'ord', (row, draws) => {
      const { at, cents } = purchase(row, draws)
      return {
        id: row.id,
        customerId: customerId(row.customer),
        placedAt: iso(at),
        status: 'paid' as const,
        total: flat((cents / 100).toFixed(2)),
        currency: 'EUR',
        segment: flat(segments[row.segment] ?? ''),
      }
    }),
  activity: (count) =>
    drawRows(count, 'act', (row, draws) => {
      const { at } = purchase(row, draws)
      return {
        id: row.id,
        customerId: customerId(row.customer),
        at: iso(at),
        segment: flat(segments[row.segment] ?? ''),
      }
    }),
  answers: (count) =>
    drawRows(count, 'ans', ({ id, customer, segment }, { uniform, normal }) => {
      const at = start + Math.floor(uniform() * span)
      const score = Math.min(10, Math.max(0, Math.round(8 - segment / 10 + 2.2 * normal())))
      return {
        id,
        surveyId: 'relational',
        kind: 'nps' as const,
        score,
        answeredAt: iso(at),
        customerId: customerId(customer),
        segment: flat(segments[segment] ?? ''),
      }
    }),
  tickets: (count) =>
    drawRows(count, 'tic', ({ id, customer }, { uniform, normal }) => {
      const createdAt = start + Math.floor(uniform() * (span - 40 * dayLength))
      const waited = Math.min(30 * dayLength, Math.floor(1000 * Math.exp(8.5 + 1.4 * normal())))
      return {
        id,
        customerId: customerId(customer),
        createdAt: iso(createdAt),
        firstReplyAt: iso(createdAt + waited),
        status: 'solved',
      }
    }),
}

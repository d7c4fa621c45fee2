import type { Order, Subscription, SurveyResponse, Ticket } from '../../src/records/model.js'
import type { CustomerEvent } from '../../src/signals/model.js'

const dayLength = 86_400_000
/** The three years that all records lie in. */
const start = Date.UTC(2023, 0, 1)
const span = Date.UTC(2026, 0, 1) - start
const segments = 'AR BO BR CL CO CR DO EC ES GT HN MX NI PA PE PR PY SV US UY'.split(' ')

/** Draws in 0..1 and normal ones, from a seeded small fast counter (sfc32). */
function createDraws(seed: number): { uniform: () => number; normal: () => number } {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0]
  const uniform = (): number => {
    const next = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + next) | 0
    return (next >>> 0) / 2 ** 32
  }
  for (let index = 0; index < 20; index += 1) uniform()
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal }
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
  return new Date(Math.floor(instant)).toISOString()
}

function rows<T>(count: number, row: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => row(index))
}

/** Orders of customers who come, buy for a while and go; few customers buy much. */
export function generateOrders(count: number, customers: number): Order[] {
  const { uniform, normal } = createDraws(20_240_117)
  const lives = rows(customers, () => {
    const segment = segments[Math.floor(20 * uniform() * uniform())] ?? 'MX'
    const birth = 0.8 * span * uniform()
    return { segment, birth, life: Math.min(span - birth, (30 - 400 * Math.log(1 - uniform())) * dayLength) }
  })
  return rows(count, (index) => {
    const customer = Math.floor(customers * uniform() ** 2.5)
    const { segment, birth, life } = lives[customer] ?? { segment: 'MX', birth: 0, life: span }
    const cents = Math.max(1, Math.round(Math.exp(8.2 + normal())))
    return {
      id: flat(`ord_${base36(index)}`),
      customerId: customerId(customer),
      placedAt: iso(start + birth + uniform() * life),
      status: 'paid' as const,
      total: flat((cents / 100).toFixed(2)),
      currency: 'EUR',
      segment,
    }
  })
}

/** Subscriptions of some of the customers; several of one customer may follow each other or overlap. */
export function generateSubscriptions(count: number, customers: number): Subscription[] {
  const { uniform } = createDraws(20_240_118)
  return rows(count, (index) => {
    const startedAt = start + 0.9 * span * uniform()
    const endedAt = startedAt + (10 - 400 * Math.log(1 - uniform())) * dayLength
    return {
      id: flat(`sub_${base36(index)}`),
      customerId: customerId(Math.floor(customers * uniform())),
      startedAt: iso(startedAt),
      ...(endedAt < start + span ? { endedAt: iso(endedAt), endReason: 'voluntary' as const } : {}),
      mrr: flat((10 + 90 * uniform()).toFixed(2)),
      currency: 'EUR',
    }
  })
}

/** Answers to the question of recommendation. */
export function generateAnswers(count: number, customers: number): SurveyResponse[] {
  const { uniform, normal } = createDraws(20_240_119)
  return rows(count, (index) => ({
    id: flat(`ans_${base36(index)}`),
    surveyId: 'relational',
    kind: 'nps' as const,
    score: Math.min(10, Math.max(0, Math.round(8 - 2 * uniform() + 2.2 * normal()))),
    answeredAt: iso(start + uniform() * span),
    customerId: customerId(Math.floor(customers * uniform() ** 2.5)),
  }))
}

/** Tickets with a first reply after hours or days. */
export function generateTickets(count: number, customers: number): Ticket[] {
  const { uniform, normal } = createDraws(20_240_120)
  return rows(count, (index) => {
    const createdAt = start + uniform() * (span - 40 * dayLength)
    const firstReplyAt = createdAt + Math.min(30 * dayLength, 1000 * Math.exp(8.5 + 1.4 * normal()))
    return {
      id: flat(`tic_${base36(index)}`),
      customerId: customerId(Math.floor(customers * uniform() ** 2.5)),
      createdAt: iso(createdAt),
      firstReplyAt: iso(firstReplyAt),
      resolvedAt: iso(firstReplyAt + uniform() * 5 * dayLength),
      status: 'solved',
    }
  })
}

/** Purchases of customers with a rhythm of their own, some of whom have stopped; four a customer on average. */
export function generateEvents(customers: number): CustomerEvent[] {
  const { uniform } = createDraws(20_240_121)
  const events: CustomerEvent[] = []
  for (let customer = 0; customer < customers; customer += 1) {
    const gap = (30 + 300 * uniform()) * dayLength
    const until = start + span * (uniform() < 0.9 ? 1 : uniform())
    for (let at = start + 0.9 * span * uniform(); at < until; at += gap * (0.5 + uniform())) {
      events.push({ customerId: customerId(customer), at: iso(at) })
    }
  }
  return events
}

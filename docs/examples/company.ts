import type { ActivityEvent, Order, Subscription, SurveyResponse, Ticket } from 'retention-okr/records'

/** The records of a company, as its systems would export them. */
export interface Company {
  subscriptions: Subscription[]
  orders: Order[]
  activities: ActivityEvent[]
  responses: SurveyResponse[]
  tickets: Ticket[]
}

const day = 86_400_000
const hour = 3_600_000

/** A small seeded source of chance (sfc32), so that every run makes the same company. */
function createRandom(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed]
  const next = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 2 ** 32
  }
  for (let draw = 0; draw < 20; draw += 1) next()
  return next
}

/**
 * Makes two years of records of a coffee company with monthly plans.
 *
 * From March 2025 on the cheapest plan loses more customers each month, while those who answer the survey stay happy:
 * the figures of the demo show both.
 */
export function makeCompany(seed = 20_251_201): Company {
  const random = createRandom(seed)
  const start = Date.UTC(2023, 11, 1)
  const end = Date.UTC(2025, 11, 1)
  const turn = Date.UTC(2025, 2, 1)
  const company: Company = { subscriptions: [], orders: [], activities: [], responses: [], tickets: [] }
  for (let index = 0; index < 1_500; index += 1) {
    const customerId = `customer-${index}`
    const plan = random() < 0.6 ? 'Esencial' : random() < 0.7 ? 'Equipo' : 'Empresa'
    const joined = start + Math.floor((random() * 1.4 - 0.4) * (end - start))
    let ended: number | undefined
    for (let month = Math.max(joined, start); month < end && ended === undefined; month += 30 * day) {
      const risk = plan === 'Esencial' ? 0.022 + Math.max(0, (month - turn) / day / 30) * 0.006 : 0.02
      if (random() < risk) ended = month + Math.floor(random() * 30 * day)
    }
    if (ended !== undefined && ended >= end) ended = undefined
    company.subscriptions.push({
      id: `subscription-${index}`,
      customerId,
      startedAt: joined,
      ...(ended === undefined ? {} : { endedAt: ended, endReason: random() < 0.85 ? 'voluntary' : 'involuntary' }),
      mrr: plan === 'Esencial' ? '39.00' : plan === 'Equipo' ? '89.00' : '240.00',
      currency: 'EUR',
      extra: { plan },
    })
    addPurchases(company, customerId, Math.max(joined, start), ended ?? end, random)
    addService(company, customerId, Math.max(joined, start), ended ?? end, random)
  }
  return company
}

function addPurchases(company: Company, customerId: string, from: number, to: number, random: () => number): void {
  const gap = 20 + 90 * random()
  for (let at = from + random() * 20 * day; at < to; at += gap * (0.4 + 1.2 * random()) * day) {
    const placedAt = Math.floor(at)
    const id = `order-${company.orders.length}`
    const total = (20 + 120 * random()).toFixed(2)
    company.orders.push({
      id,
      customerId,
      placedAt,
      status: random() < 0.97 ? 'paid' : 'cancelled',
      total,
      currency: 'EUR',
    })
    company.activities.push({ customerId, at: placedAt })
  }
}

function addService(company: Company, customerId: string, from: number, to: number, random: () => number): void {
  for (let month = from; month < to; month += 30 * day) {
    if (random() < 0.07) {
      const answeredAt = Math.min(to - 1, Math.floor(month + random() * 30 * day))
      const score =
        random() < 0.75
          ? 9 + Math.round(random())
          : random() < 0.76
            ? 7 + Math.round(random())
            : Math.floor(7 * random())
      const id = `answer-${company.responses.length}`
      company.responses.push({ id, surveyId: 'relation', kind: 'nps', score, answeredAt, customerId })
    }
    if (random() < 0.085) {
      const createdAt = Math.floor(month + random() * 29 * day)
      const resolvedAt =
        createdAt + Math.floor(hour * Math.exp(2.2 + 1.15 * (random() + random() + random() - 1.5) * 2))
      const id = `ticket-${company.tickets.length}`
      company.tickets.push({ id, customerId, createdAt, resolvedAt, status: 'solved' })
    }
  }
}

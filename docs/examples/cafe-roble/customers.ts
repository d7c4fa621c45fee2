import type {
  ActivityEvent,
  Customer,
  Order,
  Participation,
  ProgrammeMembership,
  Return,
  Subscription,
} from 'retention-okr/records'
import type { Random } from './random.js'
import {
  type Country,
  countries,
  courses,
  day,
  firstInstant,
  lastInstant,
  type Month,
  months,
  type Plan,
  planShares,
  plans,
  valueIn,
} from './story.js'

/** A customer as the generator knows it. */
export interface Person {
  id: string
  plan: Plan
  country: Country
  joinedAt: number
  /** When the customer left; undefined while it stays. */
  leftAt: number | undefined
}

/** What customers do. */
export interface CustomerRecords {
  customers: Customer[]
  subscriptions: Subscription[]
  orders: Order[]
  returns: Return[]
  activities: ActivityEvent[]
  memberships: ProgrammeMembership[]
  participations: Participation[]
}

const customersAtStart = 1_700
const joinedBefore = 900 * day
const churnNoise = 0.04
const meanGap = { median: 56, sigma: 0.9, atLeast: 6 }
const returnedShare = 0.035
const loginsPerMonth = 1.5
const memberShare = 0.6

/** Makes everybody who was ever a customer: who joined, and who left when. */
export function makePeople(random: Random, story: boolean): Person[] {
  const people: Person[] = []
  const join = (joinedAt: number): void => {
    const [plan, country] = [random.pick(planShares), random.pick(countries)]
    people.push({ id: `customer-${people.length + 1}`, plan, country, joinedAt, leftAt: undefined })
  }
  for (let index = 0; index < customersAtStart; index += 1) join(firstInstant - random.uniform() * joinedBefore)
  for (const { k, start, end } of months) {
    const noise = { Esencial: 0, Equipo: 0, Empresa: 0 }
    for (const plan of Object.keys(noise) as Plan[]) noise[plan] = Math.exp(random.normal(0, churnNoise))
    const joiners = Math.max(0, Math.round(random.normal(valueIn(courses.joiners, k, story), 3)))
    for (let index = 0; index < joiners; index += 1) join(start + random.uniform() * (end - start))
    for (const person of people) {
      if (person.leftAt !== undefined || person.joinedAt >= end) continue
      const from = Math.max(start, person.joinedAt)
      const risk = valueIn(plans[person.plan].churn, k, story) * noise[person.plan] * ((end - from) / (end - start))
      if (random.chance(risk)) person.leftAt = from + random.uniform() * (end - from)
    }
  }
  return people
}

/** Makes the records of the customers. */
export function makeCustomerRecords(people: readonly Person[], random: Random, story: boolean): CustomerRecords {
  const records: CustomerRecords = {
    customers: [],
    subscriptions: [],
    orders: [],
    returns: [],
    activities: [],
    memberships: [],
    participations: [],
  }
  for (const person of people) {
    const { id, plan, country, joinedAt, leftAt } = person
    const extra = { plan, country }
    const end = leftAt === undefined ? {} : { endedAt: Math.floor(leftAt) }
    records.customers.push({ id, createdAt: Math.floor(joinedAt), extra })
    records.subscriptions.push({
      id: `subscription-${id}`,
      customerId: id,
      startedAt: Math.floor(joinedAt),
      ...end,
      ...(leftAt === undefined ? {} : { endReason: random.chance(0.85) ? 'voluntary' : 'involuntary' }),
      mrr: plans[plan].price,
      currency: 'EUR',
      extra,
    })
    addOrders(records, person, random)
    const isMember = random.chance(memberShare)
    if (isMember) {
      records.memberships.push({ customerId: id, programmeId: 'club-roble', startedAt: Math.floor(joinedAt), ...end })
    }
    for (const month of months) addMonth(records, person, month, isMember, random, story)
  }
  return records
}

function addOrders(records: CustomerRecords, { id, plan, country, joinedAt, leftAt }: Person, random: Random): void {
  const gap = day * Math.max(meanGap.atLeast, random.lognormal(meanGap.median, meanGap.sigma))
  // The sum of two exponential gaps is a gamma of shape 2.
  const nextGap = (): number => (-gap / 2) * (Math.log(1 - random.uniform()) + Math.log(1 - random.uniform()))
  const end = leftAt ?? lastInstant
  let at = joinedAt < firstInstant ? firstInstant + random.uniform() * gap : joinedAt
  for (; at < end; at += nextGap()) {
    const orderId = `order-${records.orders.length + 1}`
    const placedAt = Math.floor(at)
    const total = random.lognormal(plans[plan].order, 0.5).toFixed(2)
    records.orders.push({
      id: orderId,
      customerId: id,
      placedAt,
      status: 'paid',
      total,
      currency: 'EUR',
      lines: [{ quantity: 1 }],
      extra: { country },
    })
    const createdAt = Math.floor(at + (3 + 22 * random.uniform()) * day)
    if (random.chance(returnedShare) && createdAt < lastInstant) {
      records.returns.push({ id: `return-${orderId}`, orderId, customerId: id, createdAt, quantity: 1 })
    }
  }
}

function addMonth(
  records: CustomerRecords,
  { id, joinedAt, leftAt }: Person,
  { k, start, end }: Month,
  isMember: boolean,
  random: Random,
  story: boolean,
): void {
  const [from, until] = [Math.max(start, joinedAt), Math.min(end, leftAt ?? end)]
  if (from >= until) return
  const within = (): number => Math.floor(from + random.uniform() * (until - from))
  const logins = random.poisson((loginsPerMonth * (until - from)) / (end - start))
  for (let index = 0; index < logins; index += 1)
    records.activities.push({ customerId: id, at: within(), type: 'login' })
  if (isMember && random.chance(valueIn(courses.participation, k, story))) {
    records.participations.push({ customerId: id, programmeId: 'club-roble', at: within() })
  }
}

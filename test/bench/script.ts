import { addMonths } from 'date-fns/addMonths'
import { isBefore } from 'date-fns/isBefore'
import { parseISO } from 'date-fns/parseISO'
import type { Candidate, Data } from './model.js'
import { question } from './model.js'
import { requirePeer } from './requirePeer.js'

/** The functions of lodash that the script calls: it is no dependency of the project, and so are not its types. */
interface Lodash {
  groupBy<T>(items: readonly T[], key: string): Record<string, T[]>
  uniqBy<T>(items: readonly T[], key: string): T[]
  maxBy<T>(items: readonly T[], value: (item: T) => number): T | undefined
  countBy<T>(items: readonly T[], value: (item: T) => string): Record<string, number>
}

const lodash = (): Lodash => requirePeer<Lodash>('lodash')
const year = { start: parseISO(question.year.start), end: parseISO(question.year.end) }

interface Span {
  from: Date
  to: Date | undefined
}

/** Spans of each customer, dates parsed once. */
function spansOf(subscriptions: Data['subscriptions']): Span[][] {
  const { groupBy, uniqBy } = lodash()
  const parsed = uniqBy(subscriptions, 'id').map(({ customerId, startedAt, endedAt }) => ({
    customerId,
    from: parseISO(String(startedAt)),
    to: endedAt === undefined ? undefined : parseISO(String(endedAt)),
  }))
  return Object.values(groupBy(parsed, 'customerId'))
}

function isCustomer(spans: Span[], at: Date): boolean {
  return spans.some(({ from, to }) => isBefore(from, at) && (to === undefined || !isBefore(to, at)))
}

function churnOf(customers: Span[][], start: Date, end: Date): { opening: number; closing: number; lost: number } {
  const opening = customers.filter((spans) => isCustomer(spans, start))
  const closing = customers.filter((spans) => isCustomer(spans, end))
  const lost = opening.filter((spans) => !isCustomer(spans, end))
  return { opening: opening.length, closing: closing.length, lost: lost.length }
}

/** Orders of each customer, and how many customers bought in the year, once and more. */
function buyersOf(orders: Data['orders']): { customers: number; buyers: number; repeatBuyers: number } {
  const { groupBy, uniqBy } = lodash()
  const paid = uniqBy(orders, 'id').filter(({ status }) => status === 'paid')
  const dated = paid.map((order) => ({ ...order, date: parseISO(String(order.placedAt)) }))
  const customers = Object.values(groupBy(dated, 'customerId'))
  const bought = customers
    .map((own) => own.filter(({ date }) => !isBefore(date, year.start) && isBefore(date, year.end)).length)
    .filter((count) => count > 0)
  return {
    customers: customers.length,
    buyers: bought.length,
    repeatBuyers: bought.filter((count) => count > 1).length,
  }
}

/** The script that people write with lodash and date-fns: parse, filter, group, count. */
export const script: Candidate = {
  'churn of one month': (subscriptions) => {
    const { start, end } = question.month
    const { opening, lost } = churnOf(spansOf(subscriptions), parseISO(start), parseISO(end))
    return { answer: { opening, lost } }
  },
  'churn of 24 months': (subscriptions) => {
    const customers = spansOf(subscriptions)
    const first = parseISO(question.months.start)
    const counts = Array.from({ length: 24 }, (_, index) =>
      churnOf(customers, addMonths(first, index), addMonths(first, index + 1)),
    )
    return {
      answer: {
        opening: counts.map(({ opening }) => opening),
        closing: counts.map(({ closing }) => closing),
        lost: counts.map(({ lost }) => lost),
      },
    }
  },
  'repeat purchase': (orders) => {
    const { buyers, repeatBuyers } = buyersOf(orders)
    return { answer: { buyers, repeatBuyers } }
  },
  'purchases tallied, then measured': (orders) => ({ answer: buyersOf(orders) }),
  'net promoter score': (answers) => {
    const { countBy, groupBy, maxBy, uniqBy } = lodash()
    const dated = uniqBy(answers, 'id')
      .map((answer) => ({ ...answer, date: parseISO(String(answer.answeredAt)) }))
      .filter(({ date }) => !isBefore(date, year.start) && isBefore(date, year.end))
    const latest = Object.values(groupBy(dated, 'customerId')).map((own) => maxBy(own, ({ date }) => date.getTime()))
    const groups = countBy(latest, (answer) => {
      const score = answer?.score ?? 0
      return score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors'
    })
    const { promoters = 0, passives = 0, detractors = 0 } = groups as Partial<Record<string, number>>
    return { answer: { score: (100 * (promoters - detractors)) / latest.length, promoters, passives, detractors } }
  },
  'service level': (tickets) => {
    const asOf = parseISO(question.asOf)
    const due = lodash()
      .uniqBy(tickets, 'id')
      .map(({ createdAt, firstReplyAt }) => ({
        created: parseISO(String(createdAt)),
        replied: firstReplyAt === undefined ? undefined : parseISO(String(firstReplyAt)),
      }))
      .filter(({ created }) => !isBefore(created, year.start) && isBefore(created, year.end))
      .filter(({ created }) => asOf.getTime() - created.getTime() > question.target)
    const met = due.filter(
      ({ created, replied }) => replied !== undefined && replied.getTime() - created.getTime() <= question.target,
    )
    return { answer: { met: met.length, due: due.length } }
  },
}

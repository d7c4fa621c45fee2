import { type Answer, type Candidate, question } from './model.js'
import { requirePeer } from './requirePeer.js'

/** The functions that the script calls: they are no dependency of the library, and so are not their types. */
interface Lodash {
  groupBy<T>(items: readonly T[], key: string | ((item: T) => string)): Record<string, T[]>
  uniqBy<T>(items: readonly T[], key: string | ((item: T) => string)): T[]
  minBy<T>(items: readonly T[], value: (item: T) => Date): T | undefined
  maxBy<T>(items: readonly T[], value: (item: T) => Date): T | undefined
  sortBy<T>(items: readonly T[], value?: (item: T) => number): T[]
}
interface DateFns {
  parseISO(text: string): Date
  isBefore(first: Date, second: Date): boolean
  addMonths(date: Date, months: number): Date
  subDays(date: Date, days: number): Date
  format(date: Date, pattern: string): string
  differenceInCalendarDays(later: Date, earlier: Date): number
  differenceInCalendarMonths(later: Date, earlier: Date): number
  differenceInMilliseconds(later: Date, earlier: Date): number
}
interface Amount {
  plus(other: string): Amount
  toFixed(places: number): string
  toNumber(): number
}

const lodash = (): Lodash => requirePeer<Lodash>('lodash')
const dates = (): DateFns => requirePeer<DateFns>('date-fns')
const decimal = (): (new (value: number) => Amount) => requirePeer('decimal.js')

function refuseTwins(rows: readonly { id?: string | undefined }[], checksIds: boolean): void {
  if (checksIds && lodash().uniqBy(rows, 'id').length !== rows.length) throw new Error('one id stands for two rows')
}

/** Customers of the activity, each instant as a date. */
function dated(rows: readonly { customerId: string; at: unknown }[]): { customerId: string; date: Date }[] {
  const { parseISO } = dates()
  return rows.map(({ customerId, at }) => ({ customerId, date: parseISO(String(at)) }))
}

/** What a middle rank scores in five groups of one size, ties sharing it. */
function scores(values: readonly { id: string; value: number }[]): Map<string, number> {
  const { groupBy, sortBy } = lodash()
  const groups = sortBy(Object.values(groupBy(values, ({ value }) => String(value))), (group) => group[0]?.value ?? 0)
  const result = new Map<string, number>()
  let less = 0
  for (const group of groups) {
    const score = Math.min(5, Math.floor((5 * (2 * less + group.length)) / (2 * values.length)) + 1)
    for (const { id } of group) result.set(id, score)
    less += group.length
  }
  return result
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? -1
}

/** The script that people write with lodash, date-fns and decimal.js: parse, filter, group. */
export const script: Candidate = {
  t1: (orders, checksIds): Answer => {
    refuseTwins(orders, checksIds)
    const { parseISO, isBefore } = dates()
    const [start, end] = [parseISO(question.year.start), parseISO(question.year.end)]
    const bought = orders
      .filter(({ status }) => status === 'paid')
      .map((order) => ({ ...order, date: parseISO(String(order.placedAt)) }))
      .filter(({ date }) => !isBefore(date, start) && isBefore(date, end))
    const buyers = Object.values(lodash().groupBy(bought, 'customerId'))
    return { repeatBuyers: buyers.filter((own) => own.length >= 2).length, buyers: buyers.length }
  },
  t2: (activity, checksIds): Answer => {
    refuseTwins(activity, checksIds)
    const { parseISO, isBefore, addMonths, subDays } = dates()
    const rows = dated(activity)
    const first = parseISO(question.churn.start)
    const active = Array.from({ length: 34 }, (_, index) => {
      const bound = addMonths(first, index)
      const from = subDays(bound, question.inactiveDays)
      const inside = rows.filter(({ date }) => !isBefore(date, from) && isBefore(date, bound))
      return new Set(inside.map(({ customerId }) => customerId))
    })
    const months = active.slice(0, -1)
    return {
      opening: months.map((customers) => customers.size),
      lost: months.map((customers, index) => [...customers].filter((id) => active[index + 1]?.has(id) !== true).length),
    }
  },
  t3: (activity, checksIds): Answer => {
    refuseTwins(activity, checksIds)
    const { differenceInCalendarMonths, parseISO } = dates()
    const { groupBy, minBy, uniqBy } = lodash()
    const first = parseISO(question.all.start)
    const length = question.months
    const sizes = new Array<number>(length).fill(0)
    const retained = new Array<number>(length * (length - 1)).fill(0)
    for (const own of Object.values(groupBy(dated(activity), 'customerId'))) {
      const started = minBy(own, ({ date }) => date)?.date ?? first
      const cohort = differenceInCalendarMonths(started, first)
      sizes[cohort] = (sizes[cohort] ?? 0) + 1
      const offsets = own.map(({ date }) => ({ offset: differenceInCalendarMonths(date, started) }))
      for (const { offset } of uniqBy(offsets, 'offset')) {
        if (offset === 0) continue
        const cell = cohort * (length - 1) + offset - 1
        retained[cell] = (retained[cell] ?? 0) + 1
      }
    }
    return { sizes, retained }
  },
  t4: (answers, checksIds): Answer => {
    refuseTwins(answers, checksIds)
    const known = answers.filter((answer) => answer.kind === 'nps' && String(answer.answeredAt) <= question.asOf)
    const bySegment = lodash().groupBy(known, 'segment')
    const segments = Object.keys(bySegment).sort()
    const groups = segments.map((segment) => {
      const own = bySegment[segment] ?? []
      const promoters = own.filter(({ score }) => (score ?? 0) >= 9).length
      const detractors = own.filter(({ score }) => (score ?? 0) <= 6).length
      return [promoters, own.length - promoters - detractors, detractors] as const
    })
    return {
      segments,
      groups: groups.flat(),
      scores: groups.map(([p, passive, d]) => 100 * ((p - d) / (p + passive + d))),
    }
  },
  t5: (orders, checksIds): Answer => {
    refuseTwins(orders, checksIds)
    const { parseISO, format } = dates()
    const Decimal = decimal()
    const paid = orders.filter(({ status }) => status === 'paid')
    const byMonth = lodash().groupBy(paid, ({ placedAt, currency }) => {
      return `${format(parseISO(String(placedAt)), 'yyyy-MM')} ${currency}`
    })
    const months = Object.keys(byMonth).sort()
    const sumOf = (month: string): Amount =>
      (byMonth[month] ?? []).reduce((sum, { total }) => sum.plus(String(total)), new Decimal(0) as Amount)
    return { net: months.map((month) => sumOf(month).toFixed(2)) }
  },
  t6: (orders, checksIds): Answer => {
    refuseTwins(orders, checksIds)
    const { parseISO, differenceInCalendarDays } = dates()
    const { groupBy, maxBy, uniqBy } = lodash()
    const Decimal = decimal()
    const asOf = parseISO(question.asOf)
    const paid = orders
      .filter(({ status }) => status === 'paid')
      .map((order) => ({ ...order, date: parseISO(String(order.placedAt)) }))
    if (uniqBy(paid, 'currency').length > 1) throw new Error('two currencies')
    const customers = Object.entries(groupBy(paid, 'customerId')).map(([id, own]) => ({
      id,
      recency: -differenceInCalendarDays(asOf, maxBy(own, ({ date }) => date)?.date ?? asOf),
      frequency: own.length,
      monetary: own.reduce((sum, { total }) => sum.plus(String(total)), new Decimal(0) as Amount).toNumber(),
    }))
    const by = (value: 'recency' | 'frequency' | 'monetary'): Map<string, number> =>
      scores(customers.map((customer) => ({ id: customer.id, value: customer[value] })))
    const [recency, frequency, monetary] = [by('recency'), by('frequency'), by('monetary')]
    const triples = new Array<number>(125).fill(0)
    for (const { id } of customers) {
      const [r = 1, f = 1, m = 1] = [recency.get(id), frequency.get(id), monetary.get(id)]
      const triple = (r - 1) * 25 + (f - 1) * 5 + m - 1
      triples[triple] = (triples[triple] ?? 0) + 1
    }
    return { triples }
  },
  t7: (tickets, checksIds): Answer => {
    refuseTwins(tickets, checksIds)
    const { parseISO, format, differenceInMilliseconds } = dates()
    const { groupBy, sortBy } = lodash()
    const waits = tickets
      .filter(({ status }) => !['merged', 'deleted', 'spam'].includes(status))
      .map(({ createdAt, firstReplyAt }) => ({
        created: parseISO(String(createdAt)),
        replied: parseISO(String(firstReplyAt)),
      }))
      .map(({ created, replied }) => ({
        month: format(created, 'yyyy-MM'),
        milliseconds: differenceInMilliseconds(replied, created),
      }))
    const byMonth = groupBy(waits, 'month')
    const sorted = Object.keys(byMonth)
      .sort()
      .map((month) => sortBy((byMonth[month] ?? []).map(({ milliseconds }) => milliseconds)))
    return { median: sorted.map((own) => quantile(own, 0.5)), p90: sorted.map((own) => quantile(own, 0.9)) }
  },
}

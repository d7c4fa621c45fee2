import type { Data } from './data.js'

/** What every candidate must agree on: counts in a fixed order, or exact text. */
export type Answer = Record<string, number | string | readonly (number | string)[]>

/** The tasks, with the records that each reads. */
export interface TaskKinds {
  t1: 'orders'
  t2: 'activity'
  t3: 'activity'
  t4: 'answers'
  t5: 'orders'
  t6: 'orders'
  t7: 'tickets'
}

/** The name of a task. */
export type Task = keyof TaskKinds

/** A way to do a task with the rows at hand; the ids are checked or taken on trust. */
export type Solve<Row> = (rows: readonly Row[], checksIds: boolean) => Answer | Promise<Answer>

/** A candidate does every task. */
export type Candidate = { readonly [T in Task]: Solve<Data[TaskKinds[T]][number]> }

/** Puts the rows where they are counted again and again, columns or a table, and says how: before the clock starts. */
export type Prepare<Row> = (rows: readonly Row[]) => Promise<() => Answer | Promise<Answer>>

/** A candidate that does every task on what was put there before. */
export type Resident = { readonly [T in Task]: Prepare<Data[TaskKinds[T]][number]> }

/** What each task is, for the table, and what it reads. */
export const tasks: { readonly [T in Task]: { readonly title: string; readonly kind: TaskKinds[T] } } = {
  t1: { title: 'repeat purchase in 2025', kind: 'orders' },
  t2: { title: 'inactivity churn, 90 days, 33 months', kind: 'activity' },
  t3: { title: 'month cohorts x 36', kind: 'activity' },
  t4: { title: 'NPS by segment', kind: 'answers' },
  t5: { title: 'exact money per month', kind: 'orders' },
  t6: { title: 'RFM, customers per score triple', kind: 'orders' },
  t7: { title: 'p50, p90 of first response per month', kind: 'tickets' },
}

/** The instant of knowledge, and the span of the records. */
export const question = {
  asOf: '2026-01-01T00:00:00.000Z',
  all: { start: '2023-01-01T00:00:00.000Z', end: '2026-01-01T00:00:00.000Z' },
  year: { start: '2025-01-01T00:00:00.000Z', end: '2026-01-01T00:00:00.000Z' },
  /** The months that have a whole look-back before them. */
  churn: { start: '2023-04-01T00:00:00.000Z', end: '2026-01-01T00:00:00.000Z' },
  inactiveDays: 90,
  months: 36,
} as const

/** Answers over a million rows of each kind, known from outside: no candidate may give another. */
export const references: { readonly [T in Task]: Answer } = {
  t1: { repeatBuyers: 46_193, buyers: 52_559 },
  t2: { firstOpening: 5864, firstLost: 127, opening: 850_106, lost: 125_708 },
  t3: { sizes: 99_535, retained: 384_285, firstSize: 1277, firstRetained: 893 },
  t4: { promoters: 333_697, detractors: 322_199, answers: 1_000_000, AR: [79_486, 47_653, 193_303] },
  t5: { first: '181241.78', last: '1154553.00', all: '60075738.19' },
  t6: { customers: 99_535, triples: 120, best: 4249, worst: 2904 },
  t7: { months: 35, firstMedian: 4_956_037 },
}

/** The part of an answer that the references name. */
export function digestOf(task: Task, answer: Answer): Answer {
  const list = (name: string): readonly (number | string)[] => answer[name] as readonly (number | string)[]
  const sum = (values: readonly (number | string)[]): number =>
    values.reduce<number>((all, one) => all + Number(one), 0)
  switch (task) {
    case 't1':
      return answer
    case 't2': {
      const [opening, lost] = [list('opening'), list('lost')]
      return { firstOpening: Number(opening[0]), firstLost: Number(lost[0]), opening: sum(opening), lost: sum(lost) }
    }
    case 't3': {
      const [sizes, retained] = [list('sizes'), list('retained')]
      const [firstSize, firstRetained] = [Number(sizes[0]), Number(retained[0])]
      return { sizes: sum(sizes), retained: sum(retained), firstSize, firstRetained }
    }
    case 't4': {
      const column = (offset: number): number => sum(list('groups').filter((_, index) => index % 3 === offset))
      const at = list('segments').indexOf('AR') * 3
      const own = list('groups')
        .slice(at, at + 3)
        .map(Number)
      const groups = { promoters: column(0), detractors: column(2) }
      const [promoters = 0, passives = 0, detractors = 0] = own
      return { ...groups, answers: sum(list('groups')), AR: [promoters, detractors, promoters + passives + detractors] }
    }
    case 't5': {
      const cents = list('net').map((text) => BigInt(String(text).replace('.', '')))
      const text = (amount: bigint): string => String(amount).replace(/(..)$/, '.$1')
      const all = cents.reduce((total, amount) => total + amount, 0n)
      return { first: text(cents[0] ?? 0n), last: text(cents.at(-1) ?? 0n), all: text(all) }
    }
    case 't6': {
      const triples = list('triples').map(Number)
      const [worst = 0, best = 0] = [triples[0], triples.at(-1)]
      return { customers: sum(triples), triples: triples.filter((count) => count > 0).length, best, worst }
    }
    case 't7':
      return { months: list('median').length, firstMedian: Number(list('median')[0]) }
  }
}

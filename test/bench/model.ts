/** The records of one task. */
export interface Data {
  orders: ReturnType<typeof import('./data.js').generateOrders>
  subscriptions: ReturnType<typeof import('./data.js').generateSubscriptions>
  answers: ReturnType<typeof import('./data.js').generateAnswers>
  tickets: ReturnType<typeof import('./data.js').generateTickets>
  events: ReturnType<typeof import('./data.js').generateEvents>
}

/** Numbers that every candidate must agree on. */
export type Answer = Record<string, number | number[]>

/** One task done once; what it took to get the records in is told apart where there is such a step. */
export interface Done {
  answer: Answer
  loadMilliseconds?: number
}

/** A way to do a task with the records at hand. */
type Solve<Kind extends keyof Data> = (records: Data[Kind]) => Done | Promise<Done>

/** The tasks that are compared, with the records that each reads. */
export interface TaskKinds {
  'churn of one month': 'subscriptions'
  'churn of 24 months': 'subscriptions'
  'repeat purchase': 'orders'
  'purchases tallied, then measured': 'orders'
  'net promoter score': 'answers'
  'service level': 'tickets'
}

/** A candidate does every task. */
export type Candidate = { readonly [Task in keyof TaskKinds]: Solve<TaskKinds[Task]> }

/** What is measured in every task: one period, one day of knowledge, one target. */
export const question = {
  asOf: '2026-01-01T00:00:00.000Z',
  month: { start: '2025-06-01T00:00:00.000Z', end: '2025-07-01T00:00:00.000Z' },
  year: { start: '2025-01-01T00:00:00.000Z', end: '2026-01-01T00:00:00.000Z' },
  months: { start: '2024-01-01T00:00:00.000Z', end: '2026-01-01T00:00:00.000Z' },
  target: 4 * 3_600_000,
} as const

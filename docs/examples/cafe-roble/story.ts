import { periodGrid } from 'retention-okr'

export const timeZone = 'Europe/Madrid'
export const asOf = '2025-12-01'
export const day = 86_400_000
export const hour = 3_600_000

/** Months 1 to 24 of the story are December 2023 to November 2025; records run from month -3. */
export interface Month {
  /** Number of the month in the story. */
  k: number
  /** First instant. */
  start: number
  /** First instant after it. */
  end: number
}

const { bounds } = periodGrid({ start: '2023-08-01', end: asOf }, { unit: 'month', timeZone })

export const months: readonly Month[] = bounds
  .slice(1)
  .map((end, index) => ({ k: index - 3, start: bounds[index] ?? end, end }))

export const firstInstant = bounds[0] ?? 0
export const lastInstant = bounds.at(-1) ?? 0

/** How a figure moves from its usual value to another, from a month of the story on. */
export interface Course {
  from: number
  to: number
  /** First month of the change. */
  since: number
  /** Straight until month 24, within three months, or at once. */
  shape: 'linear' | 'rolled' | 'step'
}

/** The value of a course in a month; without the story nothing ever changes. */
export function valueIn({ from, to, since, shape }: Course, k: number, story: boolean): number {
  if (!story || k < since) return from
  const step = k - since + 1
  const share = shape === 'linear' ? step / (25 - since) : shape === 'rolled' ? Math.min(1, step / 3) : 1
  return from + (to - from) * share
}

export const countries = { España: 0.32, México: 0.26, Colombia: 0.16, 'United States': 0.16, 'United Kingdom': 0.1 }
export type Country = keyof typeof countries

/** The plans: share of the customers, monthly price, usual order and monthly churn. */
export const plans = {
  Esencial: { share: 0.6, price: '39.00', order: 48, churn: linear(0.022, 0.074, 17) },
  Equipo: { share: 0.28, price: '89.00', order: 95, churn: steady(0.021) },
  Empresa: { share: 0.12, price: '240.00', order: 260, churn: steady(0.019) },
}
export type Plan = keyof typeof plans
export const planShares: Record<Plan, number> = { Esencial: 0.6, Equipo: 0.28, Empresa: 0.12 }

export const courses = {
  joiners: linear(38, 96, 17),
  participation: { from: 0.24, to: 0.345, since: 20, shape: 'step' },
  promisesKept: { from: 0.95, to: 0.5, since: 24, shape: 'step' },
  promisesDiffer: { from: 0.012, to: 0.3, since: 22, shape: 'step' },
  leads: rolled(92, 95),
  phoneMissing: rolled(0.08, 0.38),
  wrongSegment: rolled(0.1, 0.3),
  promptTouch: rolled(0.87, 0.56),
  ownerChanged: rolled(0.07, 0.25),
  replies: rolled(0.86, 0.54),
  won: rolled(0.38, 0.12),
  noFit: rolled(0, 0.28),
} satisfies Record<string, Course>

function linear(from: number, to: number, since: number): Course {
  return { from, to, since, shape: 'linear' }
}

function rolled(from: number, to: number): Course {
  return { from, to, since: 20, shape: 'rolled' }
}

function steady(value: number): Course {
  return { from: value, to: value, since: 25, shape: 'step' }
}

import type { Plan } from '../../src/okr/index.js'

type Normal = (mean: number, deviation: number) => number

/** A way in which key results come to their end, over 13 weeks from 0 towards a target of 1. */
export interface World {
  name: string
  /** The value of every week, from week 0 to week 13. */
  values: (normal: Normal) => number[]
  /** How the forecast should read it. */
  nature: 'cumulative' | 'rate'
  plan: Plan
}

export const weeks = 13

const linear: Plan = { kind: 'linear' }
const square: Plan = {
  kind: 'phased',
  points: Array.from({ length: weeks + 1 }, (_, week) => ({
    elapsed: (week / weeks).toFixed(12),
    expected: ((week / weeks) ** 2).toFixed(12),
  })),
}

/** A walk: what a week adds is a share of what it all comes to, with noise. */
function walk(share: (week: number) => number, noise: number): World['values'] {
  return (normal) => {
    const whole = normal(0.95, 0.35)
    const values = [0]
    for (let week = 1; week <= weeks; week += 1) {
      values.push((values.at(-1) ?? 0) + whole * (share(week) - share(week - 1)) + normal(0, noise))
    }
    return values
  }
}

function noisyRate(normal: Normal): number[] {
  const whole = normal(0.95, 0.35)
  return Array.from({ length: weeks + 1 }, (_, week) => (week === 0 ? 0 : (whole * week) / weeks + normal(0, 0.15)))
}

const steady = walk((week) => week / weeks, 0.06)
const late = walk((week) => (week / weeks) ** 2, 0.04)

export const worlds: readonly World[] = [
  { name: 'cumulative drift', values: steady, nature: 'cumulative', plan: linear },
  { name: 'noisy rate', values: noisyRate, nature: 'rate', plan: linear },
  { name: 'back-loaded, linear plan', values: late, nature: 'cumulative', plan: linear },
  { name: 'back-loaded, declared plan', values: late, nature: 'cumulative', plan: square },
]

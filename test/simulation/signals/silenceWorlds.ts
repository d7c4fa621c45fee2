import { silenceProbability } from '../../../src/statistics/silenceProbability.js'
import type { Draws } from '../draws.js'
import type { Table } from './createTable.js'
import { crowdOf, flagged } from './customerEvents.js'
import { drawsFor, quantileOf } from './looks.js'

/** Customers who fall silent. */
export function silenceWorlds(table: Table): void {
  silentCustomers(table)
  daysToFlag(table)
  otherRules(table)
  halfYear(table)
}

function gapsOf({ gamma }: Draws, gaps: number, shape: number, mean: number): number[] {
  return Array.from({ length: gaps }, () => mean * gamma(shape))
}

/** The last event so long ago, the others before it. */
function backwards(elapsed: number, gaps: readonly number[]): number[] {
  const days = [elapsed]
  for (const gap of gaps) days.push((days.at(-1) ?? 0) + gap)
  return days
}

/** A silence as long as the next gap would have been: the share of false flags a gap. */
function silentCustomers({ crowd }: Table): void {
  for (const gaps of [3, 5, 10]) {
    for (const shape of [1, 2, 6]) {
      crowd(`silence of a customer: ${gaps} gaps of shape ${shape}, at .05 and .01`, [5, 1], (draws) => {
        const events = crowdOf(() => backwards(gapsOf(draws, 1, shape, 60)[0] ?? 0, gapsOf(draws, gaps, shape, 60)))
        return flagged(events, [0.05, 0.01], { windowDays: 100_000 })
      })
    }
  }
}

/** Median over customers of the days from the last purchase to the flag at .05, gaps of 30 days on average. */
function daysToFlag({ figures }: Table): void {
  for (const [gaps, stated] of [
    [3, [138, 95, 60]],
    [5, [112, 84, 58]],
    [10, [100, 78, 55]],
  ] as const) {
    const name = `silence of a customer: days to the flag after ${gaps} gaps of 30, shapes 1, 2, 6`
    const draws = drawsFor(name)
    const days = [1, 2, 6].map((shape) => {
      // The flag comes at a multiple of the own mean gap.
      let elapsed = 0
      while (silenceProbability({ pastGaps: gaps, totalTime: gaps, elapsed }, { shape }).p >= 0.05) elapsed += 0.01
      const means = Array.from({ length: 4000 }, () =>
        gapsOf(draws, gaps, shape, 30).reduce((sum, gap) => sum + gap / gaps, 0),
      )
      return elapsed * quantileOf(means, 0.5)
    })
    figures(name, stated, days, 5)
  }
}

/** Rules of thumb: false flags a gap. */
function otherRules({ row }: Table): void {
  for (const [gaps, longest] of [
    [3, 25],
    [5, 16.7],
    [10, 9.1],
  ] as const) {
    for (const [shape, fixed] of [
      [1, 5],
      [2, 2],
      [6, 0],
    ] as const) {
      const name = `other silences: ${gaps} gaps of shape ${shape}; twice the median, the longest, 90 days`
      row(
        name,
        [[4, 30], longest, fixed],
        (draws) => {
          const past = gapsOf(draws, gaps, shape, 30)
          const [next = 0] = gapsOf(draws, 1, shape, 30)
          return [next > 2 * middleOf(past), next > Math.max(...past), next > 90]
        },
        { part: 4 },
      )
    }
  }
}

function middleOf(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b)
  const half = sorted.length / 2
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2
}

/** A healthy customer with ten gaps, looked at every day for half a year: any flag at 5 %. */
function halfYear({ row }: Table): void {
  row('silence of a customer: any flag at .05 in half a year, ten gaps of 30 before', [20], (draws) => {
    const past = gapsOf(draws, 10, 1, 30)
    let left = 180
    for (;;) {
      const [gap = 0] = gapsOf(draws, 1, 1, 30)
      const elapsed = Math.min(gap, left)
      const totalTime = past.reduce((sum, value) => sum + value, 0)
      if (silenceProbability({ pastGaps: past.length, totalTime, elapsed }).p < 0.05) return [true]
      left -= gap
      if (left <= 0) return [false]
      past.push(gap)
    }
  })
}

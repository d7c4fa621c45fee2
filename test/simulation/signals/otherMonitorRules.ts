import type { Draws } from '../draws.js'
import type { Table } from './createTable.js'
import { drawsFor, middleLook, quantileOf } from './looks.js'

/** How unusual each look is in the bad direction, for a baseline and the values after it. */
type Rule = (baseline: readonly number[], values: readonly number[]) => number[]

/** Rules that the monitor does not use, each tuned to 10 % of false alarms a year: why not one of them. */
export function otherMonitorRules(table: Table): void {
  monthly(table)
  weekly(table)
}

type Figures = [limit: number | null, slow: number[], middle: number[], fast: number[], phi: number]

const never = 13
const rules: [name: string, rule: Rule, figures: Figures][] = [
  ['XmR', movingRange, [2.86, [never, 12, 33], [10, 22, 67], [7, 45, 96], 19]],
  ['exponential average .2', average(0.2), [2.75, [12, 14, 54], [8, 33, 96], [6, 68, 100], 18]],
  ['exponential average .1', average(0.1), [null, [12, 14, 53], [8, 32, 96], [6, 67, 100], 18]],
  ['exponential average .3', average(0.3), [null, [12, 15, 53], [8, 34, 95], [6, 70, 100], 19]],
  ['sum of allowance .25', sum(0.25), [5.74, [12, 9, 59], [8, 25, 97], [6, 59, 100], 18]],
  ['sum of allowance .5', sum(0.5), [4.1, [12, 12, 56], [8, 30, 96], [6, 65, 100], 19]],
  ['Mann-Kendall of 6 periods', kendall(6), [null, [never, 7, 14], [never, 10, 22], [never, 18, 40], 16]],
  ['Mann-Kendall of 8 periods', kendall(8), [null, [never, 6, 16], [never, 12, 32], [never, 24, 60], 15]],
  ['Mann-Kendall of 12 periods', kendall(12), [null, [never, 9, 30], [never, 17, 66], [never, 35, 96], 20]],
  ['Mann-Kendall of all', kendall(Number.POSITIVE_INFINITY), [1.93, [never, 13, 44], [9, 22, 89], [7, 43, 100], 21]],
  ['last three against the baseline', lastThree, [2.38, [never, 14, 50], [8, 33, 92], [6, 68, 100], 19]],
]

function monthly(table: Table): void {
  for (const [name, rule, [limit, slow, middle, fast, phi]] of rules) {
    const world = `other monitors: ${name}`
    if (!table.wants(world)) continue
    const tries = 4 * table.replicates
    const play = playing(drawsFor(world), rule, 12, 12, tries)
    const stable = play(0, 0).map((scores) => Math.max(...scores))
    // Where no limit is stated, the one that is wrong in a tenth of the stable years.
    const bound = limit ?? limitOf(stable)
    const wrong = (worst: readonly number[]) => (100 * worst.filter((score) => score > bound).length) / worst.length
    const correlated = play(0.3, 0).map((scores) => Math.max(...scores))
    // Scores of a few ranks are few: a tenth cannot always be met.
    const met = name.endsWith('periods') ? ([6, 10] as const) : 10
    table.shares(`${world}; stable, phi .3`, [met, phi], [wrong(stable), wrong(correlated)], tries)
    for (const [decline, [median = 0, ...within]] of [
      [0.1, slow],
      [0.2, middle],
      [0.34, fast],
    ] as const) {
      const firsts = play(0, decline).map((scores) => firstBeyond(scores, bound))
      const found = [6, 12].map((look) => (100 * firsts.filter((first) => first <= look).length) / tries)
      table.shares(`${world}; ${decline} sigma a month, within 6, 12`, within, found, tries)
      if (!name.startsWith('Mann-Kendall of') || name.endsWith('all')) {
        table.figures(`${world}; ${decline} sigma a month, median`, [median], [middleLook(firsts, 12)], 1)
      }
    }
  }
}

// 53 is never.
const weeklyRules: [name: string, rule: Rule, medians: [number, number]][] = [
  ['exponential average .2', average(0.2), [14, 9]],
  ['sum of allowance .5', sum(0.5), [14, 9]],
  ['XmR', movingRange, [21, 12]],
  ['Mann-Kendall of all', kendall(Number.POSITIVE_INFINITY), [15, 11]],
  ['Mann-Kendall of 12 weeks', kendall(12), [43, 15]],
  ['Mann-Kendall of 8 weeks', kendall(8), [53, 53]],
  ['Mann-Kendall of 6 weeks', kendall(6), [53, 53]],
]

function weekly(table: Table): void {
  for (const [name, rule, medians] of weeklyRules) {
    const world = `other monitors, weekly: ${name}`
    if (!table.wants(world)) continue
    const play = playing(drawsFor(world), rule, 26, 52, table.replicates)
    const bound = limitOf(play(0, 0).map((scores) => Math.max(...scores)))
    const found = [0.1, 0.2].map((decline) =>
      middleLook(
        play(0, decline).map((scores) => firstBeyond(scores, bound)),
        52,
      ),
    )
    table.figures(`${world}; .1, .2 sigma a week, median`, medians, found, 3)
  }
}

/** The limit that is passed by a tenth at most, as far as the replicates can tell: scores of ranks come in steps. */
function limitOf(worst: readonly number[]): number {
  const tenth = quantileOf(worst, 0.9)
  const below = worst.reduce(
    (highest, score) => (score < tenth ? Math.max(highest, score) : highest),
    Number.NEGATIVE_INFINITY,
  )
  const share = worst.filter((score) => score > below).length / worst.length
  return share <= 0.1 + Math.sqrt((0.1 * 0.9) / worst.length) ? below : tenth
}

function playing({ noise }: Draws, rule: Rule, baseline: number, looks: number, tries: number) {
  return (phi: number, decline: number): number[][] =>
    Array.from({ length: tries }, () => {
      const list = noise(baseline + looks, phi).map(
        (error, index) => error - decline * Math.max(0, index - baseline + 1),
      )
      return rule(list.slice(0, baseline), list.slice(baseline))
    })
}

function firstBeyond(scores: readonly number[], limit: number): number {
  const index = scores.findIndex((score) => score > limit)
  return index === -1 ? Number.POSITIVE_INFINITY : index + 1
}

function meanOf(list: readonly number[]): number {
  return list.reduce((total, value) => total + value, 0) / list.length
}

function deviationOf(list: readonly number[]): number {
  const mean = meanOf(list)
  return Math.sqrt(list.reduce((total, value) => total + (value - mean) ** 2, 0) / (list.length - 1))
}

function movingRange(baseline: readonly number[], values: readonly number[]): number[] {
  const ranges = baseline.slice(1).map((value, index) => Math.abs(value - (baseline[index] ?? 0)))
  const sigma = meanOf(ranges) / 1.128
  return values.map((value) => (meanOf(baseline) - value) / sigma)
}

function average(weight: number): Rule {
  return (baseline, values) => {
    const [center, sd] = [meanOf(baseline), deviationOf(baseline)]
    let path = center
    return values.map((value, index) => {
      path += weight * (value - path)
      const variance = (weight / (2 - weight)) * (1 - (1 - weight) ** (2 * index + 2))
      return (center - path) / (sd * Math.sqrt(variance))
    })
  }
}

function sum(allowance: number): Rule {
  return (baseline, values) => {
    const [center, sd] = [meanOf(baseline), deviationOf(baseline)]
    let total = 0
    return values.map((value) => {
      total = Math.max(0, total + (center - value) / sd - allowance)
      return total
    })
  }
}

function lastThree(baseline: readonly number[], values: readonly number[]): number[] {
  const [center, sd] = [meanOf(baseline), deviationOf(baseline)]
  return values.map((_, index) => {
    const last = values.slice(Math.max(0, index - 2), index + 1)
    return (center - meanOf(last)) / (sd * Math.sqrt(1 / last.length + 1 / baseline.length))
  })
}

/** The score of Kendall's sum over the last so many periods. */
function kendall(length: number): Rule {
  return (baseline, values) => {
    const all = [...baseline, ...values]
    return values.map((_, index) => {
      const end = baseline.length + index + 1
      const seen = all.slice(Math.max(0, end - length), end)
      let falls = 0
      for (let later = 1; later < seen.length; later += 1) {
        for (let earlier = 0; earlier < later; earlier += 1) {
          falls += Math.sign((seen[earlier] ?? 0) - (seen[later] ?? 0))
        }
      }
      const n = seen.length
      return (falls - Math.sign(falls)) / Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
    })
  }
}

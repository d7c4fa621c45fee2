import { detectRepeatedObjections, type ObjectionThemes } from '../../../src/signals/index.js'
import { adjustPValues } from '../../../src/statistics/adjustPValues.js'
import { fisherExactTest } from '../../../src/statistics/fisherExactTest.js'
import type { Draws } from '../draws.js'
import type { Table } from './createTable.js'
import { asOf } from './makeSeries.js'

// One objection a prospect: when a theme grows by so much, the others give way.
const usual = [0.2, 0.15, 0.15, 0.1, 0.09, 0.07, 0.06, 0.06, 0.05, 0.03, 0.02, 0.02]
const [none, six, fifteen] = [-1, 6, 1]

/** Twelve themes, 150 prospects now and 400 before: any that rises wrongly, and one grown by 60 %, found. */
export function themeWorlds({ row }: Table): void {
  for (const [alpha, stated] of [
    [0.1, [9, 14, 31]],
    [undefined, [0.5, 3, 9]],
  ] as const) {
    const name = `themes: 12, 150 against 400, level ${alpha ?? 'monthly'}; any, .06 and .15 grown by 60 %`
    row(name, stated, (draws) => [none, six, fifteen].map((grown) => isFound(rising(draws, grown, alpha), grown)))
  }
  row('themes: each at .10, two-sided, uncorrected; any, .06 and .15 grown by 60 %', [48, 34, 59], (draws) =>
    [none, six, fifteen].map((grown) => isFound(below(pValues(draws, grown), 0.05), grown)),
  )
  row('themes: those with 5 mentions now are the family, .10; any', [12], (draws) => {
    const { current, baseline } = profiles(draws, none)
    const family = indices().filter((index) => (current.themes[index]?.prospects ?? 0) >= 5)
    const { adjusted } = adjustPValues(family.map((index) => pOf(current, baseline, index)))
    return [adjusted.some((p) => p <= 0.1)]
  })
  row(
    'themes: a year of monthly looks at .10, stable',
    [[61, 71]],
    (draws) => {
      const looks = Array.from({ length: 12 }, () => rising(draws, none, 0.1).size > 0)
      return [looks.some(Boolean)]
    },
    { part: 0.5 },
  )
}

function indices(): number[] {
  return [...usual.keys()]
}

function isFound(found: ReadonlySet<number>, grown: number): boolean {
  return grown === none ? found.size > 0 : found.has(grown)
}

function rising(draws: Draws, grown: number, alpha: number | undefined): Set<number> {
  const { findings } = detectRepeatedObjections(profiles(draws, grown), { asOf, alpha })
  return new Set(findings.filter(({ code }) => code === 'sales.rising_objection').map(({ subject }) => Number(subject)))
}

function pValues(draws: Draws, grown: number): number[] {
  const { current, baseline } = profiles(draws, grown)
  return indices().map((index) => pOf(current, baseline, index))
}

function pOf(current: ObjectionThemes, baseline: ObjectionThemes, index: number): number {
  const first = { successes: current.themes[index]?.prospects ?? 0, trials: current.prospects }
  const second = { successes: baseline.themes[index]?.prospects ?? 0, trials: baseline.prospects }
  return fisherExactTest({ first, second }).midPGreater
}

function below(list: readonly number[], level: number): Set<number> {
  return new Set(indices().filter((index) => (list[index] ?? 1) < level))
}

function profiles(draws: Draws, grown: number) {
  const grownShares = usual.map((share, index) => (index === grown ? 1.6 * share : share))
  return { current: profileOf(draws, 150, grownShares), baseline: profileOf(draws, 400, usual) }
}

function profileOf({ binomial }: Draws, prospects: number, weights: readonly number[]) {
  let [left, rest] = [prospects, weights.reduce((sum, weight) => sum + weight, 0)]
  const themes = weights.map((weight, index) => {
    const mentions = index === weights.length - 1 ? left : binomial(left, weight / rest)
    left -= mentions
    rest -= weight
    return { theme: `${index}`, mentions, prospects: mentions }
  })
  return { prospects, themes }
}

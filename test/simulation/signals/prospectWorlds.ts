import { detectSilenceRise } from '../../../src/signals/index.js'
import { signalThresholds } from '../../../src/signals/signalThresholds.js'
import type { Draws } from '../draws.js'
import type { Stated, Table } from './createTable.js'
import { asOf, fires } from './makeSeries.js'

/** Silent prospects. */
export function prospectWorlds(table: Table): void {
  silence(table)
  silentYears(table)
}

const cohortWorlds: [size: number, alpha: number | undefined, added: number[], stated: Stated[]][] = [
  [150, undefined, [0, 0.05, 0.1], [0.8, 26, 79]],
  [150, 0.05, [0, 0.05, 0.1], [3.8, 49, 93]],
  [40, undefined, [0.1, 0.2], [24, 74]],
  [40, 0.05, [0.1, 0.2], [51, 91]],
]

function cohortsOf({ binomial }: Draws, size: number, count: number, added = 0) {
  return Array.from({ length: count }, (_, index) => ({
    cohort: `${10 + index}`,
    silent: binomial(size, index === count - 1 ? 0.1 + added : 0.1),
    assessed: size,
  }))
}

function silence({ row }: Table): void {
  for (const [size, alpha, added, stated] of cohortWorlds) {
    row(`silence: six cohorts of ${size}, the last +${added.join(', +')}, ${alpha ?? 'monthly'}`, stated, (draws) =>
      added.map((more) => fires(detectSilenceRise(cohortsOf(draws, size, 6, more), { asOf, alpha }))),
    )
  }
}

function silentYears({ row }: Table): void {
  const { windowLevel } = signalThresholds({})
  for (const size of [150, 40]) {
    row(
      `silence: a year of monthly looks at ${size}, stable; monthly, pooled z, .05`,
      [
        [8, 10],
        [14, 18],
        [34, 48],
      ],
      (draws) => {
        const cohorts = cohortsOf(draws, size, 17)
        const looks = Array.from({ length: 12 }, (_, look) => cohorts.slice(look, look + 6))
        const results = looks.map((part) => detectSilenceRise(part, { asOf }))
        const easy = looks.map((part) => detectSilenceRise(part, { asOf, alpha: 0.05 }))
        // Without the exact test: the size of the rise and the p of the pooled statistic.
        const pooled = results.map(({ evidence }) => (evidence?.['pValue'] as number) < windowLevel)
        return [results.some(fires), pooled.some(Boolean), easy.some(fires)]
      },
      { part: 0.5 },
    )
  }
}

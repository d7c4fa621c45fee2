import { detectSegmentsAtRisk } from '../../../src/signals/index.js'
import { adjustPValues } from '../../../src/statistics/adjustPValues.js'
import { fisherExactTest } from '../../../src/statistics/fisherExactTest.js'
import { shrunkenRates } from '../../../src/statistics/shrunkenRates.js'
import type { Draws } from '../draws.js'
import type { Table } from './createTable.js'
import { drawsFor } from './looks.js'
import { asOf, type Cell } from './makeSeries.js'

/** Any flag among equal segments; one of them worse, found. Sizes of segments are even on the log scale. */
export function segmentWorlds(table: Table): void {
  families(table)
  otherRules(table)
}

const larger: [count: number, from: number, to: number, share: number, worse: number[], stated: number[]][] = [
  [5, 30, 300, 0.85, [0.75, 0.65], [0.6, 30, 80]],
  [12, 15, 150, 0.85, [0.75, 0.65], [0.4, 11, 54]],
  [20, 10, 100, 0.85, [0.75, 0.65], [0.6, 6, 33]],
  [5, 300, 3000, 0.85, [0.8, 0.75], [0.6, 71, 99]],
  [5, 1000, 1000, 0.03, [0.045, 0.06], [0.4, 28, 89]],
]

function sizesOf({ uniform }: Draws, count: number, from: number, to: number): number[] {
  return Array.from({ length: count }, () => Math.round(from * (to / from) ** uniform()))
}

function cellsOf({ binomial }: Draws, sizes: readonly number[], first: number, share: number): Cell[] {
  return sizes.map((trials, index) => ({ successes: binomial(trials, index === 0 ? first : share), trials }))
}

function flaggedBy(cells: readonly Cell[], better: 'up' | 'down', falseDiscoveryRate?: number): Set<number> {
  const segments = cells.map((cell, index) => ({ id: `${index}`, ...cell }))
  const { findings } = detectSegmentsAtRisk({ metric: 'share', better, segments }, { asOf, falseDiscoveryRate })
  return new Set(findings.map(({ subject }) => Number(subject)))
}

function families({ row }: Table): void {
  for (const [count, from, to, share, worse, stated] of larger) {
    const name = `segments: ${count} of ${from}-${to} at ${share}; any, one at ${worse.join(', ')}`
    row(name, stated, (draws) => {
      const sizes = sizesOf(draws, count, from, to)
      return [share, ...worse].map((first, index) => {
        const flagged = flaggedBy(cellsOf(draws, sizes, first, share), share > 0.5 ? 'up' : 'down')
        return index === 0 ? flagged.size > 0 : flagged.has(0)
      })
    })
  }
}

type Rule = (cells: readonly Cell[]) => Set<number>

const rules: { [name: string]: Rule } = {
  'uncorrected .05': (cells) => below(midPs(cells), 0.05),
  'Holm .05': (cells) => below(adjustPValues(midPs(cells), { method: 'holm' }).adjusted, 0.05),
  'Benjamini-Hochberg .10': (cells) => flaggedBy(cells, 'up', 0.1),
  'shrunk rate below the whole, P > .95': (cells) => {
    const { probBelowOverall } = shrunkenRates(cells)
    return new Set(indices(cells).filter((index) => (probBelowOverall?.[index] ?? 0) > 0.95))
  },
  'more than 5 points under the mean': (cells) => {
    const mean = sumOf(cells).successes / sumOf(cells).trials
    return new Set(indices(cells).filter((index) => rateOf(cells[index]) < mean - 0.05))
  },
}

const stated: { [name: string]: [number, number, number][] } = {
  'uncorrected .05': [
    [25, 72, 96],
    [48, 54, 87],
    [67, 42, 78],
  ],
  'Holm .05': [
    [4, 50, 90],
    [5, 22, 66],
    [4, 12, 49],
  ],
  'Benjamini-Hochberg .10': [
    [10, 58, 93],
    [9, 30, 73],
    [9, 18, 56],
  ],
  'shrunk rate below the whole, P > .95': [
    [3, 43, 86],
    [4, 21, 61],
    [4, 11, 44],
  ],
  'more than 5 points under the mean': [
    [38, 77, 99],
    [92, 75, 96],
    [100, 70, 94],
  ],
}

const lowestIsWrong = [
  [14, 1],
  [48, 14],
  [68, 32],
] as const

function otherRules(table: Table): void {
  for (const [family, [count, from, to]] of larger.slice(0, 3).entries()) {
    const world = `other segments: ${count} of ${from}-${to}`
    for (const [name, rule] of Object.entries(rules)) {
      table.row(`${world}, ${name}; any, one at 0.75, 0.65`, stated[name]?.[family] ?? [], (draws) => {
        const sizes = sizesOf(draws, count, from, to)
        return [0.85, 0.75, 0.65].map((first, index) => {
          const flagged = rule(cellsOf(draws, sizes, first, 0.85))
          return index === 0 ? flagged.size > 0 : flagged.has(0)
        })
      })
    }
    table.row(
      `${world}, the lowest rate is the wrong segment; one at 0.75, 0.65`,
      lowestIsWrong[family] ?? [],
      (draws) => {
        const sizes = sizesOf(draws, count, from, to)
        return [0.75, 0.65].map((first) => {
          const rates = cellsOf(draws, sizes, first, 0.85).map(rateOf)
          return rates.indexOf(Math.min(...rates)) !== 0
        })
      },
    )
    discoveries(table, `${world}, Benjamini-Hochberg .10; false among the flagged`, count, from, to)
  }
}

/** Mean share of false ones among the flagged, with one truly worse segment. */
function discoveries(table: Table, name: string, count: number, from: number, to: number): void {
  if (!table.wants(name)) return
  const draws = drawsFor(name)
  const found = [0.75, 0.65].map((first) => {
    let total = 0
    for (let replicate = 0; replicate < table.replicates; replicate += 1) {
      const flagged = flaggedBy(cellsOf(draws, sizesOf(draws, count, from, to), first, 0.85), 'up', 0.1)
      total += flagged.size === 0 ? 0 : (flagged.size - Number(flagged.has(0))) / flagged.size
    }
    return (100 * total) / table.replicates
  })
  table.shares(
    name,
    [
      [1, 7],
      [1, 7],
    ],
    found,
    table.replicates,
  )
}

function indices(cells: readonly Cell[]): number[] {
  return [...cells.keys()]
}

function rateOf(cell: Cell | undefined): number {
  return cell === undefined ? 0 : cell.successes / cell.trials
}

function sumOf(cells: readonly Cell[]): Cell {
  return cells.reduce(
    (total, { successes, trials }) => ({ successes: total.successes + successes, trials: total.trials + trials }),
    { successes: 0, trials: 0 },
  )
}

/** One-sided mid-p of each segment against the others together. */
function midPs(cells: readonly Cell[]): number[] {
  const whole = sumOf(cells)
  return cells.map((first) => {
    const second = { successes: whole.successes - first.successes, trials: whole.trials - first.trials }
    return fisherExactTest({ first, second }).midPLess
  })
}

function below(pValues: readonly number[], level: number): Set<number> {
  return new Set([...pValues.keys()].filter((index) => (pValues[index] ?? 1) < level))
}

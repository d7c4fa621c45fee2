import { type Task, tasks } from './model.js'
import type { Measured } from './runTask.js'

/** One candidate in one task, over all rounds. */
export interface Figures {
  /** CPU milliseconds: median of the rounds' medians. */
  cpu: number
  first: number
  wall: number
  memory: number
}

/** The figures of a task; refused when two candidates, or two rounds, answer differently. */
export function figuresOf(task: Task, measured: ReadonlyMap<string, readonly Measured[]>): Map<string, Figures> {
  const answers = new Map(
    [...measured].flatMap(([candidate, rounds]) =>
      rounds.map(({ answer }) => [JSON.stringify(answer), candidate] as const),
    ),
  )
  if (answers.size !== 1) {
    const told = [...answers].map(([answer, candidate]) => `${candidate} says ${answer.slice(0, 300)}`)
    throw new Error(`${task}: ${told.join('; ')}`)
  }
  const figures = [...measured].map(([candidate, rounds]) => {
    const of = (value: (round: Measured) => number): number => median(rounds.map(value))
    const own = { cpu: of(({ later }) => median(later)), first: of(({ first }) => first) }
    return [
      candidate,
      { ...own, wall: Math.min(...rounds.map(({ wall }) => wall)), memory: of((round) => round.memory) },
    ]
  })
  return new Map(figures as [string, Figures][])
}

/** Peer over ours, by task. */
export function ratiosOf(figures: ReadonlyMap<Task, ReadonlyMap<string, Figures>>, peer: string): Map<Task, number> {
  return new Map(
    [...figures].flatMap(([task, own]) => {
      const [theirs, ours] = [own.get(peer), own.get('ours')]
      return theirs === undefined || ours === undefined ? [] : [[task, theirs.cpu / ours.cpu] as const]
    }),
  )
}

export function geometricMean(values: Iterable<number>): number {
  const logarithms = [...values].map(Math.log)
  return Math.exp(logarithms.reduce((sum, one) => sum + one, 0) / logarithms.length)
}

/** What the lines of tasks are. */
export function printHead({
  ids,
  rows,
  rounds,
  runs,
}: {
  ids: string
  rows: number
  rounds: number
  runs: number
}): void {
  const told = ids === 'check' ? 'ids checked by everybody' : 'ids taken on trust'
  console.log(`${rows.toLocaleString('en')} rows, ${told}, ${rounds} rounds of ${runs} runs`)
  console.log('CPU ms, (first run), wall minimum, peak MB above the rows; peers with their ratio to ours')
}

/** One task: our time, then each peer's with its ratio. */
export function printTask(task: Task, figures: ReadonlyMap<string, Figures>, rows: number): void {
  console.log(`${task} ${tasks[task].title}`)
  for (const [candidate, { cpu, first, wall, memory }] of figures) {
    const ratio = `x ${(cpu / (figures.get('ours')?.cpu ?? cpu)).toFixed(2)}`
    const cells = [
      `   ${candidate.padEnd(7)}`,
      cpu.toFixed(0).padStart(7),
      `(${first.toFixed(0)})`.padStart(9),
      wall.toFixed(0).padStart(7),
      memory.toFixed(0).padStart(6),
      (candidate === 'ours' ? `${((1e6 * cpu) / rows).toFixed(0)} ns a row` : ratio).padStart(14),
    ]
    console.log(cells.join(' '))
  }
}

/** Each peer over all tasks. */
export function printMeans(figures: ReadonlyMap<Task, ReadonlyMap<string, Figures>>): void {
  const peers = [...([...figures.values()][0]?.keys() ?? [])].filter((candidate) => candidate !== 'ours')
  for (const peer of peers) {
    const ratios = ratiosOf(figures, peer)
    const [least] = [...ratios].sort(([, a], [, b]) => a - b)
    const mean = geometricMean(ratios.values()).toFixed(2)
    console.log(`${peer} / ours: geometric mean ${mean}, least ${least?.[1].toFixed(2)} (${least?.[0]})`)
  }
  console.log()
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

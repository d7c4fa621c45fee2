import { readFileSync, writeFileSync } from 'node:fs'
import { generateAnswers, generateEvents, generateOrders, generateSubscriptions, generateTickets } from './data.js'
import { duckdb } from './duckdb.js'
import type { Answer, Candidate, Data, Done, TaskKinds } from './model.js'
import { detect, ours } from './ours.js'
import { script } from './script.js'

const candidates: Record<string, Candidate> = { ours, script, duckdb }

/** The task without a peer. */
export const detectorTask = 'purchase falls of every customer'

const kinds: TaskKinds = {
  'churn of one month': 'subscriptions',
  'churn of 24 months': 'subscriptions',
  'repeat purchase': 'orders',
  'purchases tallied, then measured': 'orders',
  'net promoter score': 'answers',
  'service level': 'tickets',
}

/** The tasks in the order of the table. */
export const tasks = Object.keys(kinds) as (keyof TaskKinds)[]

/** Records by kind: a million orders of 200,000 customers at size 1. */
const generators: { [Kind in keyof Data]: (size: number) => Data[Kind] } = {
  orders: (size) => generateOrders(Math.round(1e6 * size), Math.round(2e5 * size)),
  subscriptions: (size) => generateSubscriptions(Math.round(1e5 * size), Math.round(2e5 * size)),
  answers: (size) => generateAnswers(Math.round(2e5 * size), Math.round(2e5 * size)),
  tickets: (size) => generateTickets(Math.round(2e5 * size), Math.round(2e5 * size)),
  events: (size) => generateEvents(Math.round(1e6 * size)),
}

/** What one process found out about one candidate and one task. */
export interface Measured {
  rows: number
  answer: Answer
  /** CPU milliseconds of all threads: first run, and median of the later ones. */
  first: number
  cpu: number
  /** Of that, getting the rows in. */
  load: number
  /** Smallest wall time, milliseconds. */
  wall: number
  /** Peak of the resident memory above that with the rows loaded, megabytes. */
  memory: number
}

/** Does one task so many times in this process, the rows made before the clock starts. */
export async function runTask(candidate: string, task: string, size: number, runs: number): Promise<Measured> {
  const kind = task === detectorTask ? 'events' : kinds[task as keyof TaskKinds]
  const rows = generators[kind](size)
  const solve = (
    task === detectorTask
      ? (records: Data['events']) => ({ answer: detect(records) })
      : candidates[candidate]?.[task as keyof TaskKinds]
  ) as (records: object) => Done | Promise<Done>
  globalThis.gc?.()
  const resident = process.memoryUsage().rss
  resetPeak()
  const samples: { cpu: number; wall: number; load: number }[] = []
  let answer: Answer = {}
  for (let run = 0; run <= runs; run += 1) {
    globalThis.gc?.()
    const [cpuBefore, wallBefore] = [process.cpuUsage(), performance.now()]
    const done = await solve(rows)
    const { user, system } = process.cpuUsage(cpuBefore)
    const wall = performance.now() - wallBefore
    samples.push({ cpu: (user + system) / 1000, wall, load: done.loadMilliseconds ?? 0 })
    answer = done.answer
  }
  const later = samples.length > 1 ? samples.slice(1) : samples
  return {
    rows: rows.length,
    answer,
    first: samples[0]?.cpu ?? 0,
    cpu: median(later.map(({ cpu }) => cpu)),
    load: median(later.map(({ load }) => load)),
    wall: Math.min(...samples.map(({ wall }) => wall)),
    memory: (peakResident() - resident) / 1e6,
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Making the rows has a peak of its own: Linux can forget it, elsewhere it stays in. */
function resetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
}

function peakResident(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}

import { readFileSync, writeFileSync } from 'node:fs'
import { columns } from './columns.js'
import { type Data, generators } from './data.js'
import { duckdb, tables } from './duckdb.js'
import {
  type Answer,
  type Candidate,
  digestOf,
  type Prepare,
  type Resident,
  references,
  type Solve,
  type Task,
  tasks,
} from './model.js'
import { ours } from './ours.js'
import { script } from './script.js'

const candidates: Record<string, Candidate> = { ours, script, duckdb }
const residents: Record<string, Resident> = { ours: columns, duckdb: tables }

/** What one process found out about one candidate and one task. */
export interface Measured {
  answer: Answer
  /** CPU milliseconds of all threads: of the first run, and of each later one. */
  first: number
  later: number[]
  /** Smallest wall time, milliseconds. */
  wall: number
  /** Peak of the resident memory above that with the rows loaded, megabytes. */
  memory: number
}

/** Milliseconds for the collector to come to rest before the clock starts. */
const settling = 150

/** A slow candidate is not run so often: later runs end after so much CPU time. */
const enough = 15_000

/** Does one task so many times in this process, the rows made and the garbage gone before the clock starts. */
export async function runTask(
  candidate: string,
  task: Task,
  { rows: count, runs, checksIds, isResident }: { rows: number; runs: number; checksIds: boolean; isResident: boolean },
): Promise<Measured> {
  const solve = await solverOf(candidate, task, generators[tasks[task].kind](count), { checksIds, isResident })
  globalThis.gc?.()
  const resident = process.memoryUsage().rss
  resetPeak()
  const cpu: number[] = []
  let [answer, wall]: [Answer, number] = [{}, Number.POSITIVE_INFINITY]
  for (let run = 0; run < runs; run += 1) {
    if (run > 1 && cpu.reduce((sum, one) => sum + one, 0) > enough) break
    globalThis.gc?.()
    // What the collector still sweeps in the background is no work of the task.
    await new Promise((resolve) => setTimeout(resolve, settling))
    const [cpuBefore, wallBefore] = [process.cpuUsage(), performance.now()]
    answer = await solve()
    const { user, system } = process.cpuUsage(cpuBefore)
    wall = Math.min(wall, performance.now() - wallBefore)
    cpu.push((user + system) / 1000)
  }
  const memory = (peakResident() - resident) / 1e6
  if (count === 1e6) refuseOther(task, answer)
  const [first = 0, ...later] = cpu
  return { answer, first, later: later.length === 0 ? [first] : later, wall, memory }
}

/** The task as it is timed; what is to be there before, columns or a table, is put there now. */
async function solverOf(
  candidate: string,
  task: Task,
  rows: Data[keyof Data],
  { checksIds, isResident }: { checksIds: boolean; isResident: boolean },
): Promise<() => Answer | Promise<Answer>> {
  if (isResident) {
    const prepare = residents[candidate]?.[task] as Prepare<object> | undefined
    if (prepare === undefined) throw new Error(`${candidate} keeps nothing`)
    return prepare(rows)
  }
  const solve = candidates[candidate]?.[task] as Solve<object>
  return () => solve(rows, checksIds)
}

function refuseOther(task: Task, answer: Answer): void {
  const [given, expected] = [JSON.stringify(digestOf(task, answer)), JSON.stringify(references[task])]
  if (given !== expected) throw new Error(`the answer is ${expected}, not ${given}`)
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

import { readFileSync, writeFileSync } from 'node:fs'
import { type Data, generators } from './data.js'
import { duckdb } from './duckdb.js'
import { type Answer, type Candidate, digestOf, references, type Solve, type Task, tasks } from './model.js'
import { ours } from './ours.js'
import { script } from './script.js'

const candidates: Record<string, Candidate> = { ours, script, duckdb }

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

/** A slow candidate is not run so often: later runs end after so much CPU time. */
const enough = 15_000

/** Does one task so many times in this process, the rows made and the garbage gone before the clock starts. */
export async function runTask(
  candidate: string,
  task: Task,
  { rows: count, runs, checksIds }: { rows: number; runs: number; checksIds: boolean },
): Promise<Measured> {
  const rows = generators[tasks[task].kind](count) as Data['orders']
  const solve = candidates[candidate]?.[task] as Solve<object>
  globalThis.gc?.()
  const resident = process.memoryUsage().rss
  resetPeak()
  const cpu: number[] = []
  let [answer, wall]: [Answer, number] = [{}, Number.POSITIVE_INFINITY]
  for (let run = 0; run < runs; run += 1) {
    if (run > 1 && cpu.reduce((sum, one) => sum + one, 0) > enough) break
    globalThis.gc?.()
    const [cpuBefore, wallBefore] = [process.cpuUsage(), performance.now()]
    answer = await solve(rows, checksIds)
    const { user, system } = process.cpuUsage(cpuBefore)
    wall = Math.min(wall, performance.now() - wallBefore)
    cpu.push((user + system) / 1000)
  }
  const memory = (peakResident() - resident) / 1e6
  if (count === 1e6) refuseOther(task, answer)
  const [first = 0, ...later] = cpu
  return { answer, first, later: later.length === 0 ? [first] : later, wall, memory }
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

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleRunner } from './bundleRunner.js'
import { type Figures, figuresOf, printHead, printMeans, printTask } from './figures.js'
import { meetsGoals } from './goals.js'
import { type Task, tasks } from './model.js'
import { hasPeer, peerInstall } from './requirePeer.js'
import { type Measured, runTask } from './runTask.js'

/**
 * Our functions beside SQL in DuckDB and beside a script of lodash, date-fns and decimal.js, on the same generated rows.
 *
 * One process a candidate and task, so that none pays for what another compiled; candidates alternate over the rounds;
 * figures are CPU time of all threads, the median of the rounds' medians. No figure is printed unless every candidate
 * gave the same answer, at a million rows the answer known from outside.
 *
 * `--rows`, `--rounds`, `--runs`, `--only t1,t5`, `--ids trusted|check|both`, `--ours`, `--goals`,
 * `--columns`: ours on columns, DuckDB on a table, both there before the clock starts.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    runs: { type: 'string', default: '7' },
    only: { type: 'string', default: Object.keys(tasks).join() },
    ids: { type: 'string', default: 'both' },
    ours: { type: 'boolean', default: false },
    goals: { type: 'boolean', default: false },
    columns: { type: 'boolean', default: false },
    candidate: { type: 'string' },
  },
})

const [rows, rounds, runs] = [Number(values.rows), Number(values.rounds), Number(values.runs)]
if (!(rows >= 1 && rounds >= 1 && runs >= 1)) throw new Error('--rows, --rounds and --runs are numbers from 1')

if (values.candidate !== undefined) {
  const checksIds = values.ids === 'check'
  process.stdout.write(
    JSON.stringify(
      await runTask(values.candidate, values.only as Task, { rows, runs, checksIds, isResident: values.columns }),
    ),
  )
} else {
  await runAll()
}

async function runAll(): Promise<void> {
  const peers = { duckdb: '@duckdb/node-api', ...(values.columns ? {} : { script: 'lodash' }) }
  const wanted = values.ours ? [] : Object.entries(peers)
  const present = wanted.filter(([, name]) => hasPeer(name)).map(([candidate]) => candidate)
  if (present.length < wanted.length) console.log(`Some peers are not installed: ${peerInstall}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const bundle = await bundleRunner(folder)
    let isGood = true
    for (const ids of values.columns ? ['trusted'] : values.ids === 'both' ? ['trusted', 'check'] : [values.ids]) {
      const chosen = (Object.keys(tasks) as Task[]).filter((task) => values.only.split(',').includes(task))
      const figures = new Map<Task, Map<string, Figures>>()
      printHead({ ids, rows, rounds, runs })
      for (const task of chosen) {
        const measured = measure(bundle, task, ['ours', ...present], ids)
        figures.set(task, measured)
        printTask(task, measured, rows)
      }
      printMeans(figures)
      if (values.goals) isGood = meetsGoals(figures, ids) && isGood
    }
    if (!isGood) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One task in every candidate, round by round. */
function measure(bundle: string, task: Task, candidates: readonly string[], ids: string): Map<string, Figures> {
  const measured = new Map<string, Measured[]>(candidates.map((candidate) => [candidate, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const candidate of candidates) measured.get(candidate)?.push(runIn(bundle, candidate, task, ids))
  }
  return figuresOf(task, measured)
}

function runIn(bundle: string, candidate: string, task: Task, ids: string): Measured {
  const flags = ['--expose-gc', '--max-old-space-size=8192', bundle]
  const options = ['--candidate', candidate, '--only', task, '--ids', ids, '--rows', values.rows, '--runs', values.runs]
  if (values.columns) options.push('--columns')
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, ...options], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`${candidate}, ${task}: ${stderr}`)
  return JSON.parse(stdout) as Measured
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hasPeer, peerInstall } from './requirePeer.js'
import { detectorTask, type Measured, runTask, tasks } from './runTask.js'

/**
 * Our functions beside a script of lodash and date-fns and beside SQL in DuckDB, on generated records.
 *
 * One process a candidate and task, so that none pays for what another compiled; figures are CPU time of all threads,
 * and no figure is printed unless every candidate gave the same answer. Peers load the ids and check them, as we do.
 * `--size 1` is a million orders, 100,000 subscriptions, 200,000 answers, 200,000 tickets.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    ours: { type: 'boolean', default: false },
    candidate: { type: 'string' },
    task: { type: 'string' },
  },
})

const size = Number(values.size)
if (!(size > 0)) throw new Error('--size is a number above 0')

if (values.candidate !== undefined && values.task !== undefined) {
  const measured = await runTask(values.candidate, values.task, size, Number(values.runs))
  process.stdout.write(JSON.stringify(measured))
} else {
  await runAll()
}

async function runAll(): Promise<void> {
  const peers = [
    ['script', 'lodash'],
    ['duckdb', '@duckdb/node-api'],
  ] as const
  const present = values.ours ? [] : peers.filter(([, name]) => hasPeer(name)).map(([candidate]) => candidate)
  if (!values.ours && present.length < peers.length) console.log(`Some peers are not installed: ${peerInstall}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const bundle = await bundleRunner(folder)
    const wanted = [...tasks, detectorTask].filter((task) => task.includes(values.only ?? ''))
    for (const task of wanted) {
      const candidates = task === detectorTask ? ['ours'] : ['ours', ...present]
      report(task, new Map(candidates.map((candidate) => [candidate, runIn(bundle, candidate, task)])))
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The sources as one file: what a caller runs, without the loader of a development tool in between. */
async function bundleRunner(folder: string): Promise<string> {
  const { build } = await import('esbuild')
  const outfile = join(folder, 'run.mjs')
  await build({
    entryPoints: [new URL(import.meta.url).pathname],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['esbuild'],
    sourcemap: 'inline',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  })
  return outfile
}

function runIn(bundle: string, candidate: string, task: string): Measured {
  const flags = ['--expose-gc', '--max-old-space-size=8192', bundle]
  const options = ['--candidate', candidate, '--task', task, '--size', String(size), '--runs', values.runs]
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, ...options], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`${candidate}, ${task}: ${stderr}`)
  return JSON.parse(stdout) as Measured
}

/** One task: refused when the answers differ, else a line a candidate. */
function report(task: string, measured: ReadonlyMap<string, Measured>): void {
  const own = measured.get('ours')
  if (own === undefined) return
  for (const [candidate, { answer }] of measured) {
    if (JSON.stringify(answer) !== JSON.stringify(own.answer)) {
      throw new Error(`${task}: ${candidate} says ${JSON.stringify(answer)}, ours ${JSON.stringify(own.answer)}`)
    }
  }
  console.log(`${task}: ${own.rows.toLocaleString('en')} rows, ${summary(own.answer)}`)
  for (const [candidate, { cpu, first, load, wall, memory }] of measured) {
    const cells = [
      `  ${candidate.padEnd(7)}`,
      `${cpu.toFixed(0)} ms`.padStart(10),
      `(first ${first.toFixed(0)}, wall ${wall.toFixed(0)}${load > 0 ? `, of it loading ${load.toFixed(0)}` : ''})`.padEnd(
        46,
      ),
      `${((1e6 * cpu) / own.rows).toFixed(0)} ns/row`.padStart(14),
      `${memory.toFixed(0)} MB`.padStart(9),
      candidate === 'ours' ? '' : `${(cpu / own.cpu).toFixed(2)} x ours`.padStart(14),
    ]
    console.log(cells.join(' ').trimEnd())
  }
}

function summary(answer: Measured['answer']): string {
  return Object.entries(answer)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? value : `${value[0]} … ${value.at(-1)}`}`)
    .join(', ')
}

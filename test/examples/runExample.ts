import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs an example of the documentation in a process of its own, as a reader would. */
export function runExample(
  name: string,
  words: readonly string[] = [],
  timeZone?: string,
): { status: number | null; text: string; progress: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', `docs/examples/${name}`, ...words],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...(timeZone === undefined ? {} : { TZ: timeZone }) },
    },
  )
  return { status, text: stdout, progress: stderr }
}

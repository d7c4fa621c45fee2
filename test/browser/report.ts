import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What a browser made of a document. */
export interface BrowserView {
  /** The document after it was read and its scripts, if any, had run. */
  dom: string
  /** What the browser wrote to the console: violations of the policy among it. */
  console: string[]
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium of this machine, or undefined. */
export function findChromium(): string | undefined {
  return names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0)
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-logging=stderr',
  '--v=0',
]

/** Opens a document in Chromium, without a network, and says what became of it. */
export function viewInChromium(chromium: string, html: string): BrowserView {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  try {
    const page = join(folder, 'page.html')
    writeFileSync(page, html)
    const { status, stdout, stderr } = spawnSync(
      chromium,
      [...flags, `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', pathToFileURL(page).href],
      { encoding: 'utf8', timeout: 90_000, maxBuffer: 64 * 1024 * 1024 },
    )
    if (status !== 0) throw new Error(`the browser ended with ${status}: ${stderr.slice(-2_000)}`)
    return { dom: stdout, console: stderr.split('\n').filter((line) => line.includes('CONSOLE')) }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestCompany } from './digest.js'

const source = fileURLToPath(new URL('digest.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'digest-'))
const script = join(folder, 'digest.mjs')

// Compiled once for all zones; what is CommonJS in it needs a `require`.
beforeAll(() =>
  build({
    entryPoints: [source],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)" },
  }),
)

afterAll(() => rmSync(folder, { recursive: true }))

/** The digest as another process finds it, under its own zone and language. */
function digestUnder(zone: string, language: string): string {
  return execFileSync(process.execPath, [script], {
    env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
    encoding: 'utf8',
  })
}

describe('the review of a company', () => {
  let digest = ''
  beforeAll(() => {
    digest = digestCompany()
  })

  it.each([
    ['UTC', 'C'],
    ['America/Mexico_City', 'de_DE.UTF-8'],
    ['Pacific/Apia', 'ar_EG.UTF-8'],
    ['Asia/Kathmandu', 'de_DE.UTF-8'],
    ['Australia/Lord_Howe', 'ar_EG.UTF-8'],
    ['America/St_Johns', 'de_DE.UTF-8'],
    ['Africa/Casablanca', 'ar_EG.UTF-8'],
    ['Pacific/Kiritimati', 'de_DE.UTF-8'],
    ['Europe/Madrid', 'ar_EG.UTF-8'],
  ])('is the same under TZ=%s LANG=%s', (zone, language) => {
    expect(digestUnder(zone, language)).toBe(digest)
  })

  it.each(['reversed', 'shuffled'] as const)('is the same with its records %s', (order) => {
    expect(digestCompany(order)).toBe(digest)
  })

  it('is the same twice', () => {
    expect(digestCompany()).toBe(digest)
  })
})

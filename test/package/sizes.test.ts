import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bytes gzipped that one import may cost; raised only in the commit that causes the growth. */
interface Budget {
  entry: string
  name: string
  ceiling: number
  /** Identifiers that must not appear. */
  without: string[]
}

const budgets = JSON.parse(readFileSync(join(root, 'test/package/budgets.json'), 'utf8')) as Budget[]

/** One import of the build, bundled and minified. */
async function bundle(entry: string, name: string): Promise<string> {
  const result = await build({
    stdin: {
      contents: `import { ${name} } from './dist/${entry}/index.js'\nconsole.log(${name})`.replace('/./', '/'),
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    mainFields: ['module', 'main'],
    conditions: ['module', 'import'],
  })
  return result.outputFiles[0]?.text ?? ''
}

const marks: Record<string, RegExp> = {
  'decimal.js': /toExpNeg/,
  zod: /ZodError|_zod/,
  'date-fns': /date-fns|DateTimeFormat/,
}

describe('what one import costs', () => {
  it.each(budgets)('$entry $name stays within $ceiling bytes', async ({ entry, name, ceiling, without }) => {
    const text = await bundle(entry, name)
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(ceiling)
    for (const identifier of without) expect(text).not.toMatch(marks[identifier] ?? identifier)
  })

  it('would see decimal.js and the zone tables', async () => {
    expect(await bundle('calendar', 'periodGrid')).toMatch(marks['date-fns'] ?? /never/)
  })
})

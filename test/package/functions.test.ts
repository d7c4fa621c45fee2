import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Bundle, bundlesOf } from './bundleOf.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const budgets = JSON.parse(readFileSync(join(root, 'test/package/functions.json'), 'utf8')) as Record<
  string,
  Record<string, number>
>

/** Entries whose functions may read exact decimals; statistics and words never need them. */
const withoutDecimals = ['statistics', 'calendar', 'locales/en', 'locales/es', 'schemas']

describe.each(Object.entries(budgets))('what each import of %s costs', (entry, own) => {
  it('has a budget for everything that is exported', async () => {
    const module = (await import(pathToFileURL(join(root, 'dist', entry, 'index.js')).href)) as object
    expect(Object.keys(module).sort()).toEqual(Object.keys(own).sort())
  })

  it('stays within it, without zod and without decimals where none are needed', async () => {
    const over: string[] = []
    const foreign: string[] = []
    const bundles = await bundlesOf(entry, Object.keys(own), ['zod', 'decimal.js'])
    expect(bundles).toHaveLength(Object.keys(own).length)
    for (const [index, [name, ceiling]] of Object.entries(own).entries()) {
      const { text, size } = bundles[index] as Bundle
      if (size > ceiling) over.push(`${name} ${size} > ${ceiling}`)
      if (entry !== 'schemas' && /from\s*["']zod["']/.test(text)) foreign.push(`${name} zod`)
      if (withoutDecimals.includes(entry) && /from\s*["']decimal\.js["']/.test(text)) foreign.push(`${name} decimal.js`)
    }
    expect(over).toEqual([])
    expect(foreign).toEqual([])
  })
})

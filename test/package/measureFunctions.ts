import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundlesOf } from './bundleOf.js'

// tsx test/package/measureFunctions.ts: writes what each public function may cost, from what it costs now.
const root = fileURLToPath(new URL('../..', import.meta.url))
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, unknown> }
const entries = Object.keys(exports).filter((subpath) => subpath !== '.' && subpath !== './package.json')
const allowance = 1.05
const budgets: Record<string, Record<string, number>> = {}
for (const subpath of entries) {
  const entry = subpath.slice(2)
  const module = (await import(pathToFileURL(join(root, 'dist', entry, 'index.js')).href)) as Record<string, unknown>
  const names = Object.keys(module).sort()
  const bundles = await bundlesOf(entry, names, ['zod', 'decimal.js'])
  budgets[entry] = Object.fromEntries(
    bundles.map(({ size }, index) => [names[index], Math.ceil((size * allowance) / 50) * 50]),
  )
}
writeFileSync(join(root, 'test/package/functions.json'), `${JSON.stringify(budgets, null, 2)}\n`)

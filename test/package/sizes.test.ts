import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bundleOf } from './bundleOf.js'

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

const marks: Record<string, RegExp> = {
  'decimal.js': /toExpNeg/,
  zod: /ZodError|_zod/,
  'date-fns': /date-fns|DateTimeFormat/,
}

describe('what one import costs', () => {
  it.each(budgets)('$entry $name stays within $ceiling bytes', async ({ entry, name, ceiling, without }) => {
    const { text, size } = await bundleOf(entry, name)
    expect(size).toBeLessThanOrEqual(ceiling)
    for (const identifier of without) expect(text).not.toMatch(marks[identifier] ?? identifier)
  })

  it('would see decimal.js and the zone tables', async () => {
    expect((await bundleOf('calendar', 'periodGrid')).text).toMatch(marks['date-fns'] ?? /never/)
  })
})

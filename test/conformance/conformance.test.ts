import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadAdapters } from './adapters.js'
import { readCases } from './cases.js'
import { mismatch } from './compare.js'
import { runCase } from './runCase.js'

const folder = fileURLToPath(new URL('../reference/', import.meta.url))
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.jsonl') || name === 'stats.json' || name === 'predictive.json',
)
const adapters = await loadAdapters()

describe.each(files)('%s', (file) => {
  // Functions of the reference that the library does not have yet are left to the command, which counts them as failed.
  const cases = readCases(`${folder}${file}`).filter(
    (reference) => adapters.has(reference.function) && reference.skipped === undefined,
  )

  it.runIf(cases.length > 0)(`agrees on ${cases.length} cases`, async () => {
    const problems: string[] = []
    for (const reference of cases) {
      const problem = await runCase(reference, adapters)
      if (problem !== null) problems.push(`${reference.id}: ${problem}`)
    }
    expect(problems).toEqual([])
  })
})

describe('the comparison', () => {
  const reference = { id: 'x', function: 'f', input: 0, options: 0, tolerance: { absolute: 1e-9, relative: 1e-9 } }

  it('sees a wrong number, a missing member, a longer array, a missing error', () => {
    expect(mismatch({ value: { a: 1.1 } }, { ...reference, expected: { a: 1 } })).toContain('a: 1.1')
    expect(mismatch({ value: {} }, { ...reference, expected: { a: 1 } })).toContain('a:')
    expect(mismatch({ value: [1, 2] }, { ...reference, expected: [1] })).toContain('array of 2')
    expect(mismatch({ value: 1 }, { ...reference, expected: { error: 'INVALID_INPUT' } })).toContain('did not throw')
    expect(mismatch({ value: { a: 1 } }, { ...reference, expected: {}, absent: ['a'] })).toContain('must be absent')
  })

  it('accepts a subset within the tolerance', () => {
    expect(mismatch({ value: { a: 1 + 1e-12, b: 'more' } }, { ...reference, expected: { a: 1 } })).toBeNull()
  })
})

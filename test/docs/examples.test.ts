import { describe, expect, it } from 'vitest'
import { extractExamples, instrument } from './extract.js'

const examples = extractExamples()

describe('examples of the documentation', () => {
  it.each(examples.map(({ name }, index) => ({ name, index })))('$name', async ({ index }) => {
    const example = examples[index]
    expect(instrument(example?.code ?? '').assertions).toBeGreaterThan(0)
    await import(/* @vite-ignore */ `doc-example/${index}.ts`)
  })
})

describe('the extractor', () => {
  it('turns a comment into an assertion that can fail', () => {
    const { code, assertions } = instrument('f(1) // => 2\ng() // => throws INVALID_INPUT\nh() // ≈ 0.12\nconst a = 1')
    expect(assertions).toBe(3)
    expect(code).toContain('expectValue((f(1)), (2))')
    expect(code).toContain("expectThrows(() => (g()), 'INVALID_INPUT')")
    expect(code).toContain("expectClose((h()), '0.12')")
  })
})

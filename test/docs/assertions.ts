import { expect } from 'vitest'
import { isRetentionOkrError } from '../../src/errors.js'

/** `// => value`: deep equality with the literal. */
export function expectValue(got: unknown, expected: unknown): void {
  expect(got).toEqual(expected)
}

/** `// ≈ 0.123`: equal at the digits written. */
export function expectClose(got: unknown, text: string): void {
  const digits = (text.split('.')[1] ?? '').length
  expect(typeof got).toBe('number')
  expect((got as number).toFixed(digits)).toBe(Number(text).toFixed(digits))
}

/** `// => throws CODE`: an error of the library with that code. */
export function expectThrows(call: () => unknown, code: string): void {
  let caught: unknown
  try {
    call()
  } catch (error) {
    caught = error
  }
  expect(isRetentionOkrError(caught) ? caught.code : caught).toBe(code)
}

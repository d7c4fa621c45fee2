import { afterAll, describe, expect, it } from 'vitest'
import { isRetentionOkrError } from '../../src/errors.js'
import { atoms } from './atoms.js'
import { callWith } from './callWith.js'
import { exportedFunctions } from './exports.js'

const functions = exportedFunctions()
const shapes = Object.freeze(Object.getOwnPropertyNames(Object.prototype))

/** What is wrong with the calls of a function, by the name of what it was given. */
function faultsOf(call: (...values: readonly unknown[]) => unknown, place: (value: unknown) => unknown[]): string[] {
  return Object.entries(atoms).flatMap(([name, make]) => {
    const fault = callWith(call, place(make()))
    // What the caller's own getter throws is the caller's; so is what a proxy throws that the caller has revoked.
    return fault === null || /^Error: (?:getter|ownKeys)$|has been revoked$/u.test(fault) ? [] : [`${name}: ${fault}`]
  })
}

/** The options that a function knows, as its error for an unknown one lists them. */
function optionsOf(call: (...values: readonly unknown[]) => unknown, first: unknown): string[] {
  try {
    call(first, { 'no such option': 1 })
  } catch (error) {
    if (!isRetentionOkrError(error)) return []
    return /^knows only (.*)$/u.exec(error.details.rule)?.[1]?.split(', ') ?? []
  }
  return []
}

describe('what nobody expects', () => {
  afterAll(() => {
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(shapes)
    expect('polluted' in {}).toBe(false)
  })

  it('goes to every function of every entry', () => {
    expect(functions.length).toBeGreaterThan(250)
    expect(Object.keys(atoms).length).toBeGreaterThan(50)
    expect(functions.filter(({ call }) => optionsOf(call, []).length > 0).length).toBeGreaterThan(100)
  })

  it.each(functions)('is no harm to $name as its first argument', ({ call }) => {
    expect(faultsOf(call, (value) => [value])).toEqual([])
    expect(faultsOf(call, (value) => [value, {}])).toEqual([])
  })

  it.each(functions)('is no harm to $name as its options, whole or single', ({ call }) => {
    for (const first of [{}, []]) {
      expect(faultsOf(call, (value) => [first, value])).toEqual([])
      for (const option of optionsOf(call, first)) {
        expect(
          faultsOf(call, (value) => [first, { [option]: value }]),
          option,
        ).toEqual([])
      }
    }
  })
})

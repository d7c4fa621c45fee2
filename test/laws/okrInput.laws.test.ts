import { describe, expect, it } from 'vitest'
import { isRetentionOkrError } from '../../src/errors.js'
import * as okr from '../../src/okr/index.js'
import { readCases } from '../conformance/cases.js'

type Call = (input: unknown, options: unknown) => unknown
type Path = readonly (string | number)[]

const strangers: readonly unknown[] = [undefined, null, 'x', Number.NaN, {}, [], -1, true, '2026-02-30']
const cases = readCases('test/reference/okr.jsonl').filter(({ function: name }) => name in okr)

/** Every place in a value. */
function placesOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...at, name]))]
}

/** The same value with another one at a place. */
function placed(value: unknown, [first, ...rest]: Path, stranger: unknown): unknown {
  if (first === undefined) return stranger
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  copy[first] = placed(copy[first], rest, stranger)
  return copy
}

describe('what is no input', () => {
  it('is answered or refused, and never breaks a function', () => {
    const broken: string[] = []
    let turn = 0
    for (const { id, function: name, input, options } of cases) {
      const call = (okr as unknown as Record<string, Call>)[name] as Call
      for (const part of ['input', 'options'] as const) {
        for (const place of placesOf(part === 'input' ? input : options)) {
          // One stranger a place, the next one at the next place: together they meet all of them.
          turn += 1
          const stranger = strangers[turn % strangers.length]
          const given = {
            input,
            options: options ?? {},
            [part]: placed(part === 'input' ? input : options, place, stranger),
          }
          try {
            call(given.input, given.options)
          } catch (error) {
            if (!isRetentionOkrError(error))
              broken.push(`${id} ${name} ${part}.${place.join('.')} = ${String(stranger)}`)
          }
        }
      }
    }
    expect(turn).toBeGreaterThan(2000)
    expect(broken).toEqual([])
  })
})

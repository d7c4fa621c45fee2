import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as charts from '../../src/charts/index.js'
import * as entries from '../../src/index.js'
import { isRetentionOkrError } from '../../src/index.js'
import * as en from '../../src/locales/en/index.js'
import * as es from '../../src/locales/es/index.js'
import * as report from '../../src/report/index.js'
import * as schemas from '../../src/schemas/index.js'
import * as statistics from '../../src/statistics/index.js'
import { loadAdapters } from '../conformance/adapters.js'
import { readCases } from '../conformance/cases.js'
import { deepFreeze } from './deepFreeze.js'
import { notPlain } from './notPlain.js'
import { columnCalls, unreachedCalls } from './unreached.js'

const folder = fileURLToPath(new URL('../reference/', import.meta.url))
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.jsonl') || name === 'stats.json' || name === 'predictive.json',
)
const adapters = await loadAdapters()

/** What no call can show: a class, and words that are functions. */
const withoutResult: Record<string, string> = {
  RetentionOkrError: 'is thrown: the details of every error are looked at',
  createMessages: 'gives formatters',
}

describe.each(files)('every vector of %s', (file) => {
  it('takes frozen input and gives plain JSON, or an error of the library whose details are', async () => {
    const problems: string[] = []
    for (const { id, function: name, input, options, call, skipped } of readCases(`${folder}${file}`)) {
      if (skipped !== undefined) continue
      const adapter = (given: unknown, chosen: unknown): unknown =>
        adapters.get(name)?.(deepFreeze(given) as never, deepFreeze(chosen) as never)
      try {
        const result = await (call === undefined ? adapter(input, options) : call(adapter))
        const why = notPlain(result)
        if (why !== undefined) problems.push(`${name} ${id}: ${why}`)
        else expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
      } catch (error) {
        if (!isRetentionOkrError(error)) problems.push(`${name} ${id}: threw ${String(error)}`)
        else if (notPlain(error.details) !== undefined)
          problems.push(`${name} ${id}: details, ${notPlain(error.details)}`)
      }
    }
    expect(problems).toEqual([])
  })
})

describe('every other exported function', () => {
  const reached = new Set(files.flatMap((file) => readCases(`${folder}${file}`).map((reference) => reference.function)))
  const exported = [entries, statistics, charts, report, schemas, en, es].flatMap((entry) =>
    Object.entries(entry).flatMap(([name, member]) => (typeof member === 'function' ? [name] : [])),
  )

  it('is called by hand', () => {
    const unreached = [...new Set(exported)].filter((name) => !reached.has(name))
    const called = [unreachedCalls, columnCalls, withoutResult].flatMap((calls) => Object.keys(calls))
    expect(called.sort()).toEqual(unreached.sort())
  })

  it.each(Object.entries(unreachedCalls))('%s takes frozen input and gives plain JSON', (_name, run) => {
    const result = run()
    expect(notPlain(result)).toBeUndefined()
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
  })
})

describe('columns', () => {
  it.each(Object.entries(columnCalls))(
    '%s takes frozen input and gives plain members and columns of numbers',
    (_name, run) => {
      for (const [name, member] of Object.entries(run())) {
        if (ArrayBuffer.isView(member)) continue
        const { period, ...plain } =
          name === 'periods' ? (member as { period: unknown }) : { period: undefined, member }
        expect(period === undefined || ArrayBuffer.isView(period)).toBe(true)
        expect(notPlain(plain, name)).toBeUndefined()
      }
    },
  )
})

describe('what is not plain JSON', () => {
  it.each([
    ['an undefined member', { a: [{ b: undefined }] }, 'result.a[0].b is undefined'],
    ['a number that is none', { a: Number.NaN }, 'result.a is NaN'],
    ['an endless number', [Number.POSITIVE_INFINITY], 'result[0] is Infinity'],
    ['a zero with a sign', { a: -0 }, 'result.a is -0'],
    ['a date', { at: new Date(0) }, 'result.at is an instance of Date'],
    ['a map', new Map(), 'result is an instance of Map'],
    ['a function', { f: () => 1 }, 'result.f is function'],
    ['no result', undefined, 'result is undefined'],
  ])('is %s', (_what, value, why) => {
    expect(notPlain(value)).toBe(why)
  })

  it('is none of these', () => {
    expect(notPlain({ a: [0, 'x', null, true], b: {} })).toBeUndefined()
  })
})

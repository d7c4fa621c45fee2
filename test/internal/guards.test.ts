import { describe, expect, it } from 'vitest'
import { isRetentionOkrError, RetentionOkrError } from '../../src/errors.js'
import { canonicalJson } from '../../src/internal/canonicalJson.js'
import * as guards from '../../src/internal/guards.js'

const marker = 'a-marker-nobody-may-see'

function thrown(call: () => unknown): RetentionOkrError {
  try {
    call()
  } catch (error) {
    if (error instanceof RetentionOkrError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('guards', () => {
  it.each([
    ['assertPlain', () => guards.assertPlain(marker, 'x'), 'INVALID_INPUT'],
    ['assertPlain on an array', () => guards.assertPlain([], 'x'), 'INVALID_INPUT'],
    ['assertPlain on a Map', () => guards.assertPlain(new Map(), 'x'), 'INVALID_INPUT'],
    ['assertPlain on null', () => guards.assertPlain(null, 'x'), 'INVALID_INPUT'],
    ['assertKnownOptions', () => guards.assertKnownOptions({ [marker]: 1 }, ['level'], 'x'), 'INVALID_OPTION'],
    ['assertKnownOptions on nothing', () => guards.assertKnownOptions(undefined, [], 'x'), 'INVALID_OPTION'],
    ['assertKnownOptions on null', () => guards.assertKnownOptions(null, [], 'x'), 'INVALID_OPTION'],
    ['assertCount', () => guards.assertCount(1.5, 'x'), 'INVALID_COUNT'],
    ['assertCount below 0', () => guards.assertCount(-1, 'x'), 'INVALID_COUNT'],
    ['assertCount on text', () => guards.assertCount(marker, 'x'), 'INVALID_COUNT'],
    ['assertOneOf', () => guards.assertOneOf(marker, ['a'], 'x'), 'INVALID_OPTION'],
    ['assertLevel', () => guards.assertLevel(1, 'x'), 'INVALID_OPTION'],
    ['assertInteger', () => guards.assertInteger(0, { minimum: 1, maximum: 2 }, 'x'), 'INVALID_OPTION'],
    ['assertFinite', () => guards.assertFinite(Number.NaN, 'x'), 'INVALID_NUMBER'],
    ['assertDay', () => guards.assertDay(marker, 'x'), 'INVALID_DAY'],
    ['assertArray', () => guards.assertArray({ length: 0 }, 'x'), 'INVALID_INPUT'],
  ])('%s throws its code at its path, without the text of the value', (_name, call, code) => {
    const error = thrown(call)
    expect(isRetentionOkrError(error)).toBe(true)
    expect([error.code, error.details.path, error.name]).toEqual([code, 'x', 'RetentionOkrError'])
    expect(JSON.stringify([error.message, error.details])).not.toContain(marker)
  })

  it('accepts what is right', () => {
    guards.assertPlain(Object.create(null), 'x')
    guards.assertKnownOptions({}, [])
    guards.assertCount(0, 'x')
    guards.assertLevel(0.95)
    guards.assertInteger(2, { minimum: 1, maximum: 2 }, 'x')
    expect(isRetentionOkrError({ name: 'RetentionOkrError', code: 'INVALID_INPUT' })).toBe(false)
  })

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2024-04-31', false],
    ['2024-12-31', true],
    ['2024-1-05', false],
    ['0000-01-01', false],
    ['2201-01-01', false],
    [20240101, false],
  ])('isDay(%s) is %s', (value, expected) => {
    expect(guards.isDay(value)).toBe(expected)
  })
})

describe('canonicalJson', () => {
  it('sorts keys, drops undefined members, keeps arrays', () => {
    expect(canonicalJson({ b: [2, { d: 1, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[2,{"d":1}]}')
    expect(canonicalJson([undefined, null])).toBe('[null,null]')
  })
})

import { fail } from '../../internal/fail.js'
import { assertArray } from '../../internal/guards.js'

/** A typed array of as many rows as there are. */
export function assertColumn<A extends { readonly length: number }>(
  value: unknown,
  type: new () => A,
  length: number,
  path: string,
): asserts value is A {
  if (!(value instanceof type)) fail('INVALID_INPUT', path, `must be a ${type.name}`, value)
  if (value.length !== length) fail('INVALID_INPUT', path, `must have ${length} rows`, value.length)
}

/** A column of instants: whole milliseconds, or NaN where one may be absent. */
export function assertInstants(value: unknown, length: number, path: string, isOptional = false): void {
  assertColumn(value, Float64Array, length, path)
  const wrong = value.findIndex((at) => !(Number.isSafeInteger(at) || (isOptional && Number.isNaN(at))))
  if (wrong >= 0) fail('INVALID_INSTANT', `${path}[${wrong}]`, 'must be epoch milliseconds', value[wrong])
}

/** A column of codes below the number of texts, or the code of nobody. */
export function assertCodes(
  value: unknown,
  type: new () => Uint32Array | Uint16Array | Uint8Array,
  { length, codes, none }: { length: number; codes: number; none?: number },
  path: string,
): void {
  assertColumn(value, type, length, path)
  const wrong = value.findIndex((code) => code >= codes && code !== none)
  if (wrong >= 0) fail('INVALID_INPUT', `${path}[${wrong}]`, 'must be the code of a text', value[wrong])
}

/** A list of texts, none of them twice: what has one text is one. */
export function assertKeys(value: unknown, path: string): readonly string[] {
  const texts = assertTexts(value, path)
  if (new Set(texts).size < texts.length) fail('INVALID_INPUT', path, 'must not have a text twice', 'one twice')
  return texts
}

/** A list of texts. */
export function assertTexts(value: unknown, path: string): readonly string[] {
  assertArray(value, path)
  const wrong = value.findIndex((text) => typeof text !== 'string')
  if (wrong >= 0) fail('INVALID_INPUT', `${path}[${wrong}]`, 'must be text', value[wrong])
  return value as readonly string[]
}

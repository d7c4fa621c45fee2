import { fail } from '../internal/fail.js'
import { assertOneOf, assertPlain } from '../internal/guards.js'
import type { PairReading, ReadingPair } from './contradictionReadings.js'

/** Refuses pairs that are none, or given twice in either order. */
export function assertPairs(pairs: readonly ReadingPair[]): void {
  const seen = new Set<string>()
  pairs.forEach((pair, index) => {
    const path = `data.pairs[${index}]`
    assertPlain(pair, path)
    assertReading(pair.first, `${path}.first`)
    assertReading(pair.second, `${path}.second`)
    assertShare(pair.responseRate, `${path}.responseRate`)
    assertShare(pair.overlapShare, `${path}.overlapShare`)
    const key = JSON.stringify([pair.first.metric, pair.second.metric].sort())
    if (seen.has(key)) fail('CONFLICTING_RECORDS', path, 'must be given once, in either order', 'pair')
    seen.add(key)
  })
}

function assertReading(reading: PairReading, path: string): void {
  assertPlain(reading, path)
  if (typeof reading.metric !== 'string') fail('INVALID_INPUT', `${path}.metric`, 'must be a text', reading.metric)
  assertOneOf(reading.better, ['up', 'down'], `${path}.better`, 'INVALID_INPUT')
}

function assertShare(value: unknown, path: string): void {
  if (value === undefined) return
  if (typeof value !== 'number' || !(value >= 0 && value <= 1))
    fail('INVALID_NUMBER', path, 'must be from 0 to 1', value)
}

import { fail } from '../../internal/fail.js'
import { assertCount, assertPlain } from '../../internal/guards.js'
import { positiveZero } from '../../internal/positiveZero.js'

/** The counts that a method needs, each a whole number from 0; the others are not looked at. */
export function readCounts<Name extends string>(counts: unknown, names: readonly Name[]): Record<Name, number> {
  assertPlain(counts, 'counts')
  const read: Partial<Record<Name, number>> = {}
  for (const name of names) {
    const value = counts[name]
    if (value === undefined) fail('MISSING_COUNT', `counts.${name}`, 'is needed by the method', value)
    assertCount(value, `counts.${name}`)
    read[name] = positiveZero(value)
  }
  return read as Record<Name, number>
}

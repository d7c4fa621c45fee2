import { assertArray, assertPlain } from '../../internal/guards.js'
import type { CompositeKeyResult, KeyResult } from '../models/keyResult.js'
import type { Reading } from '../models/reading.js'

/**
 * A reading as one version of a definition can take it.
 *
 * What another version knows and this one does not, an item of a checklist or a part of a composite, is left out; what
 * none of them knows stays, so that it is refused.
 */
export function fitReading(
  reading: Reading | null,
  keyResult: KeyResult,
  versions: readonly KeyResult[],
): Reading | null {
  if (reading === null || versions.length < 2) return reading
  if (keyResult.kind === 'checklist' && 'done' in reading) {
    assertArray(reading.done, 'reading.done')
    const own = idsOf(keyResult)
    const known = new Set(versions.flatMap((version) => [...idsOf(version)]))
    return { done: reading.done.filter((id) => own.has(id) || !known.has(id)) }
  }
  if (keyResult.kind === 'composite' && 'components' in reading)
    return { components: fitParts(reading, keyResult, versions) }
  return reading
}

function fitParts(
  { components }: Extract<Reading, { components: unknown }>,
  keyResult: CompositeKeyResult,
  versions: readonly KeyResult[],
): { [id: string]: Reading } {
  assertPlain(components, 'reading.components')
  const composites = versions.filter((version) => version.kind === 'composite')
  const known = new Set(composites.flatMap((version) => [...idsOf(version)]))
  const fitted = Object.entries(components).flatMap(([id, reading]): [string, Reading][] => {
    const part = keyResult.components.find((component) => component.id === id)
    if (part === undefined) return known.has(id) ? [] : [[id, reading]]
    const before = composites.flatMap((version) => version.components.filter((component) => component.id === id))
    // A part that changed its kind has no reading of the old one.
    if (before.some(({ kind }) => kind !== part.kind) && !suits(reading, part)) return []
    return [[id, fitReading(reading, part, before) ?? reading]]
  })
  return Object.fromEntries(fitted)
}

function idsOf(keyResult: KeyResult): Set<string> {
  if (keyResult.kind === 'checklist') return new Set(keyResult.items.map(({ id }) => id))
  return new Set(keyResult.kind === 'composite' ? keyResult.components.map(({ id }) => id) : [])
}

const members = {
  change: 'value',
  maintain: 'value',
  zones: 'value',
  baseline: 'value',
  milestone: 'doneOn',
  checklist: 'done',
  ordinal: 'zone',
  composite: 'components',
} as const satisfies { [kind in KeyResult['kind']]: string }

function suits(reading: Reading, { kind }: KeyResult): boolean {
  return Object.hasOwn(reading, members[kind])
}

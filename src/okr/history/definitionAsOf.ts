import { fail } from '../../internal/fail.js'
import { assertArray, assertDay, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import type { KeyResultVersion } from '../models/checkIn.js'

/** Options of {@link definitionAsOf}. */
export interface DefinitionAsOfOptions {
  /** The day of the question. */
  readonly asOf: Day
}

/** The version of a definition in force. */
export interface DefinitionAsOf {
  /** Its place among the versions in order of their first day, from 0; null before the first. */
  index: number | null
  /** The version; null before the first. */
  version: KeyResultVersion | null
}

/**
 * Gives the version of a key result that is in force on a day: the last one that holds from then or before.
 *
 * @param versions - the versions, in any order
 * @param options - the day of the question
 * @returns the version and its place; nulls before the first
 * @throws {@link RetentionOkrError} INVALID_DEFINITION without versions
 * @throws {@link RetentionOkrError} INVALID_DAY, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { definitionAsOf } from 'retention-okr/okr'
 *
 * const keyResult = { id: 'kr', title: 'Repeat buyers', kind: 'change', baseline: 8, target: 14 } as const
 * const first = { effectiveFrom: '2026-01-01', keyResult }
 * const second = { effectiveFrom: '2026-01-31', keyResult: { ...keyResult, target: 12 } }
 * definitionAsOf([first, second], { asOf: '2026-01-30' }).index // => 0
 * definitionAsOf([first, second], { asOf: '2025-12-31' }) // => { index: null, version: null }
 * ```
 * @since 0.1.0
 */
export function definitionAsOf(versions: readonly KeyResultVersion[], options: DefinitionAsOfOptions): DefinitionAsOf {
  assertKnownOptions(options, ['asOf'])
  assertDay(options.asOf, 'options.asOf')
  const ordered = orderedVersions(versions)
  const index = ordered.filter(({ effectiveFrom }) => effectiveFrom <= options.asOf).length - 1
  return index < 0 ? { index: null, version: null } : { index, version: ordered[index] ?? null }
}

/** Versions in order of their first day; there is at least one. */
export function orderedVersions(versions: readonly KeyResultVersion[]): [KeyResultVersion, ...KeyResultVersion[]] {
  assertArray(versions, 'versions')
  versions.forEach((version, index) => {
    assertPlain(version, `versions[${index}]`)
    assertPlain(version.keyResult, `versions[${index}].keyResult`)
    assertDay(version.effectiveFrom, `versions[${index}].effectiveFrom`)
  })
  const [first, ...others] = [...versions].sort((a, b) =>
    a.effectiveFrom === b.effectiveFrom ? 0 : a.effectiveFrom < b.effectiveFrom ? -1 : 1,
  )
  if (first === undefined) fail('INVALID_DEFINITION', 'versions', 'must have at least one version', versions)
  return [first, ...others]
}

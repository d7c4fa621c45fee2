import { canonicalJson } from '../internal/canonicalJson.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertPlain } from '../internal/guards.js'
import { assertColumnTally } from './assertColumnTally.js'
import type { ColumnTally } from './columnTallies.js'
import { compareCells } from './compareCells.js'
import { isColumnTallyKind } from './isColumnTallyKind.js'
import { isTally } from './isTally.js'
import { mergeCells } from './mergeCells.js'
import { mergeColumnTallies } from './mergeColumnTallies.js'
import type { Partition, Tally, TallyCell } from './model.js'

/** What every tally has, with cells or columns. */
type TallyHead = Pick<Tally<object>, 'kind' | 'version' | 'definition' | 'partition'>

/**
 * Merges two tallies of one kind and definition, so that work can be split over chunks, machines or days.
 *
 * Cells of equal keys are united: counts and amounts are added, lists merged, rows united by their id. Counts of
 * distinct units (`distinct`, not keyed) add up only over a declared partition. Tallies of columns (purchase days and
 * patterns, renewals) follow the same rules by their own keys. Associative and commutative, with {@link emptyTally} as
 * identity.
 *
 * @param a - a tally
 * @param b - a tally of the same kind, version and definition
 * @returns the tally of the records of both
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for another kind, version or definition
 * @throws {@link RetentionOkrError} TALLY_NOT_MERGEABLE for ranked counts, and for distinct units whose parts are not
 * declared or overlap
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one row id with two contents
 * @example
 * ```ts
 * import { mergeTallies } from 'retention-okr'
 *
 * const part = (met: number) => ({ kind: 'sla-attainment', definition: {}, cells: [{ counts: { met, breached: 1 } }] })
 * mergeTallies(part(3), part(4)).cells // => [{ counts: { met: 7, breached: 2 } }]
 * ```
 * @since 0.1.0
 */
export function mergeTallies<T extends Tally<object> | ColumnTally>(a: T, b: T): T {
  if (isColumnTally(a) || isColumnTally(b)) return mergeColumns(a as ColumnTally, b as ColumnTally) as T
  return mergeCellTallies(a as Tally<object>, b as Tally<object>) as T
}

function isColumnTally(tally: Tally<object> | ColumnTally): boolean {
  return isTally(tally) && isColumnTallyKind(tally.kind)
}

function mergeColumns(a: ColumnTally, b: ColumnTally): ColumnTally {
  assertHead(a, 'a')
  assertHead(b, 'b')
  assertSameDefinition(a, b)
  assertColumnTally(a, 'a')
  assertColumnTally(b, 'b')
  const isDistinct = a.kind === 'purchase-patterns' && b.kind === 'purchase-patterns'
  if (!isDistinct) return mergeColumnTallies(a, b, undefined)
  return mergeColumnTallies(a, b, mergePartitions(a, b, a.customers.length > 0 && b.customers.length > 0))
}

function mergeCellTallies(a: Tally<object>, b: Tally<object>): Tally<object> {
  assertTally(a, 'a')
  assertTally(b, 'b')
  assertSameDefinition(a, b)
  if (a.ranked === true || b.ranked === true) fail('TALLY_NOT_MERGEABLE', 'ranked', 'ranked', 'ranked counts')
  const needed = a.cells.length > 0 && b.cells.length > 0 && (countsDistinctUnits(a) || countsDistinctUnits(b))
  const partition = mergePartitions(a, b, needed)
  const { cells, duplicates } = uniteCells(a.cells, b.cells)
  const excluded = mergeExcluded(a.excluded, b.excluded, duplicates)
  const { cells: _cells, excluded: _excluded, partition: _partition, ...rest } = a.cells.length > 0 ? a : b
  return {
    ...rest,
    cells,
    ...(excluded === undefined ? {} : { excluded }),
    ...(partition === undefined ? {} : { partition }),
  }
}

function assertTally(tally: unknown, path: string): void {
  assertHead(tally, path)
  const { cells } = tally as { cells?: unknown }
  assertArray(cells, `${path}.cells`)
  for (let index = 0; index < cells.length; index += 1) {
    const cell: unknown = cells[index]
    if (typeof cell !== 'object' || cell === null)
      fail('INVALID_INPUT', `${path}.cells[${index}]`, 'must be a cell', cell)
  }
}

function assertHead(tally: unknown, path: string): asserts tally is Record<string, unknown> {
  assertPlain(tally, path)
  if (typeof tally['kind'] !== 'string') fail('INVALID_INPUT', `${path}.kind`, 'must be text', tally['kind'])
  assertPlain(tally['definition'], `${path}.definition`)
}

function assertSameDefinition(a: TallyHead, b: TallyHead): void {
  if (a.kind !== b.kind) fail('TALLY_MISMATCH', 'kind', 'must be equal', b.kind)
  if ((a.version ?? 1) !== (b.version ?? 1)) fail('TALLY_MISMATCH', 'version', 'must be equal', b.version)
  const [first, second] = [new Map(Object.entries(a.definition)), new Map(Object.entries(b.definition))]
  for (const name of [...new Set([...first.keys(), ...second.keys()])].sort()) {
    if (canonicalJson(first.get(name)) !== canonicalJson(second.get(name))) {
      fail('TALLY_MISMATCH', `definition.${name}`, 'must be equal', second.get(name))
    }
  }
}

/** Rows and lists hold the units themselves and merge over any split; counts of distinct units do not. */
function countsDistinctUnits(tally: Tally<object>): boolean {
  return tally.distinct !== undefined && tally.cells.some(({ counts }) => counts !== undefined)
}

function mergePartitions(a: TallyHead, b: TallyHead, needed: boolean): Partition | undefined {
  const [first, second] = [a.partition, b.partition]
  if (needed && (first === undefined || second === undefined || first.name !== second.name)) {
    fail('TALLY_NOT_MERGEABLE', 'partition', 'undeclared_partition', second)
  }
  if (first === undefined || second === undefined) return first ?? second
  if (first.name !== second.name) fail('TALLY_NOT_MERGEABLE', 'partition.name', 'undeclared_partition', second.name)
  if (needed && first.parts.some((part) => second.parts.includes(part))) {
    fail('TALLY_NOT_MERGEABLE', 'partition.parts', 'overlapping_parts', second.parts)
  }
  return { name: first.name, parts: [...new Set([...first.parts, ...second.parts])].sort() }
}

function uniteCells(a: readonly TallyCell<object>[], b: readonly TallyCell<object>[]) {
  const cells: TallyCell<object>[] = []
  let duplicates = 0
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    const order = left === undefined ? 1 : right === undefined ? -1 : compareCells(left, right)
    if (order === 0 && left !== undefined && right !== undefined) {
      const merged = mergeCells(left, right)
      cells.push(merged.cell)
      duplicates += merged.duplicates
    } else {
      const single = order < 0 ? left : right
      if (single !== undefined) cells.push(single)
    }
    if (order <= 0) i += 1
    if (order >= 0) j += 1
  }
  return { cells, duplicates }
}

function mergeExcluded(
  a: Record<string, number> | undefined,
  b: Record<string, number> | undefined,
  duplicates: number,
): Record<string, number> | undefined {
  const sums = new Map<string, number>(Object.entries(a ?? {}))
  for (const [reason, count] of Object.entries(b ?? {})) sums.set(reason, (sums.get(reason) ?? 0) + count)
  if (duplicates > 0) sums.set('duplicate', (sums.get('duplicate') ?? 0) + duplicates)
  return sums.size === 0 ? undefined : Object.fromEntries([...sums].sort(([x], [y]) => (x < y ? -1 : 1)))
}

import { Decimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import { assertUniqueIds } from '../scoring/assertUniqueIds.js'
import { readCeiling } from '../scoring/readCeiling.js'
import {
  guardrailsOf,
  type RollUp,
  type RollUpItem,
  type RollUpPart,
  readPart,
  readWeight,
} from '../scoring/rollUpProgress.js'
import { findAlignmentCycles } from './findAlignmentCycles.js'

/** Options of {@link rollUpAlignment}. */
export interface RollUpAlignmentOptions {
  /** Own key results only, children only where there are some, or both as equals. */
  readonly mode: 'none' | 'children' | 'keyResultsAndChildren'
  /** Whether what is not measured counts 0 (default) or is left out. */
  readonly missing?: 'zero' | 'exclude' | undefined
  /** The most that a key result counts, 1 to 2; default 1. */
  readonly ceiling?: DecimalInput | undefined
}

/** An objective with its links. */
export interface AlignedObjective {
  /** Id. */
  readonly id: string
  /** Ids of the objectives that it serves. */
  readonly parentIds?: readonly string[] | undefined
  /** What it weighs among the children of a parent; default 1. */
  readonly weight?: DecimalInput | undefined
  /** Its key results, scored. */
  readonly keyResults: readonly RollUpItem[]
}

/** Progress of an objective over its links. */
export interface AlignedRollUp extends RollUp {
  /** Id of the objective. */
  id: string
}

/**
 * Rolls progress up over the links between objectives, as weighted means in exact decimals.
 *
 * Children enter unrounded, with their coverage and bounds; guardrails stay with their own objective.
 *
 * @param objectives - objectives with links, weights and scored key results
 * @param options - mode, what is missing, ceiling
 * @returns the roll-up of every objective, in the order given
 * @throws {@link RetentionOkrError} UNKNOWN_OBJECTIVE for a parent that is not among them, ALIGNMENT_CYCLE for a ring
 * @throws {@link RetentionOkrError} DUPLICATE_ID, INVALID_WEIGHT, INVALID_NUMBER, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { rollUpAlignment } from 'retention-okr/okr'
 *
 * const top = { id: 'top', keyResults: [{ progress: '0.27' }, { progress: '0.18' }] }
 * const child = { id: 'child', parentIds: ['top'], keyResults: [{ progress: '0.85' }, { progress: '0.60' }] }
 * const [rolled] = rollUpAlignment([top, child], { mode: 'keyResultsAndChildren' })
 * rolled?.progress ?? 0 // ≈ 0.3917
 * ```
 * @since 0.1.0
 */
export function rollUpAlignment(
  objectives: readonly AlignedObjective[],
  options: RollUpAlignmentOptions,
): AlignedRollUp[] {
  assertUniqueIds(objectives, 'objectives')
  assertKnownOptions(options, ['mode', 'missing', 'ceiling'])
  const { mode, missing = 'zero' } = options
  assertOneOf(mode, ['none', 'children', 'keyResultsAndChildren'], 'options.mode')
  assertOneOf(missing, ['zero', 'exclude'], 'options.missing')
  const ceiling = readCeiling(options.ceiling)
  const read = objectives.map((objective, index) => readObjective(objective, `objectives[${index}]`, ceiling))
  const children = childrenOf(read)
  const rolled = new Map<string, Rolled>()
  for (const objective of childrenFirst(read, children)) {
    const below = mode === 'none' ? [] : (children.get(objective.id) ?? [])
    const own = mode === 'children' && below.length > 0 ? [] : objective.parts
    const entering = below.map((child) => asPart(rolled.get(child.id) as Rolled, child.weight))
    rolled.set(objective.id, rollUpExact([...own, ...entering], missing))
  }
  return read.map(({ id, guardrails }) => ({ id, ...rounded(rolled.get(id) as Rolled), ...guardrails }))
}

/** A part of a mean: progress, what of it is measured, and its bounds. */
interface Part {
  progress: Decimal | null
  coverage: Decimal
  lower: Decimal
  upper: Decimal
  weight: Decimal
}

type Rolled = (Omit<Part, 'weight'> & { reason?: 'not_measured' }) | { reason: 'no_key_results' | 'no_weight' }

interface Node {
  id: string
  parentIds: readonly string[]
  weight: Decimal
  parts: Part[]
  guardrails: Pick<RollUp, 'guardrailBreached' | 'guardrailsUnmeasured'>
}

function readObjective(objective: AlignedObjective, path: string, ceiling: Decimal): Node {
  assertPlain(objective, path)
  const { id, parentIds = [], keyResults } = objective
  assertArray(parentIds, `${path}.parentIds`)
  assertArray(keyResults, `${path}.keyResults`)
  const items = (keyResults as readonly RollUpItem[]).map((item, index) =>
    readPart(item, `${path}.keyResults[${index}]`),
  )
  return {
    id,
    parentIds: [...new Set(parentIds)],
    weight: readWeight(objective.weight, `${path}.weight`),
    parts: items.filter(({ role }) => role === 'result').map((item) => keyResultPart(item, ceiling)),
    guardrails: guardrailsOf(items),
  }
}

function keyResultPart({ progress, weight }: RollUpPart, ceiling: Decimal): Part {
  const [zero, one] = [new Decimal(0), new Decimal(1)]
  if (progress === null) return { progress, coverage: zero, lower: zero, upper: one, weight }
  const counted = Decimal.min(Decimal.max(progress, 0), ceiling)
  return { progress: counted, coverage: one, lower: counted, upper: counted, weight }
}

/** The children of each objective; an unknown parent or a ring is an error. */
function childrenOf(objectives: readonly Node[]): Map<string, Node[]> {
  const children = new Map<string, Node[]>(objectives.map(({ id }) => [id, []]))
  for (const objective of objectives) {
    for (const parentId of objective.parentIds) {
      const siblings = children.get(parentId)
      if (siblings === undefined)
        fail('UNKNOWN_OBJECTIVE', 'objectives.parentIds', 'must be among the objectives', 'another id')
      siblings.push(objective)
    }
  }
  const links = objectives.flatMap(({ id, parentIds }) => parentIds.map((parentId) => ({ childId: id, parentId })))
  if (findAlignmentCycles(links).length > 0)
    fail('ALIGNMENT_CYCLE', 'objectives.parentIds', 'must not form a ring', 'a ring')
  return children
}

/** Objectives in an order in which every child comes before its parents. */
function childrenFirst(objectives: readonly Node[], children: ReadonlyMap<string, readonly Node[]>): Node[] {
  const byId = new Map(objectives.map((objective) => [objective.id, objective]))
  const open = new Map(objectives.map(({ id }) => [id, children.get(id)?.length ?? 0]))
  const order = objectives.filter(({ id }) => open.get(id) === 0)
  for (const { parentIds } of order) {
    for (const parentId of parentIds) {
      const left = (open.get(parentId) ?? 0) - 1
      open.set(parentId, left)
      const parent = byId.get(parentId)
      if (left === 0 && parent !== undefined) order.push(parent)
    }
  }
  return order
}

/** A child among the parts of its parent; one without an answer of its own is not measured. */
function asPart(rolled: Rolled, weight: Decimal): Part {
  if ('coverage' in rolled) return { ...rolled, weight }
  return { progress: null, coverage: new Decimal(0), lower: new Decimal(0), upper: new Decimal(1), weight }
}

function rollUpExact(parts: readonly Part[], missing: 'zero' | 'exclude'): Rolled {
  if (parts.length === 0) return { reason: 'no_key_results' }
  const total = parts.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0))
  if (total.isZero()) return { reason: 'no_weight' }
  const mean = (name: 'progress' | 'coverage' | 'lower' | 'upper', over: readonly Part[], weight: Decimal): Decimal =>
    over.reduce((sum, part) => sum.plus(part.weight.times(part[name] ?? 0)), new Decimal(0)).div(weight)
  const bounds = {
    coverage: mean('coverage', parts, total),
    lower: mean('lower', parts, total),
    upper: mean('upper', parts, total),
  }
  const measured = parts.filter(({ progress }) => progress !== null)
  const weight = measured.reduce((sum, part) => sum.plus(part.weight), new Decimal(0))
  if (weight.isZero()) return { progress: null, reason: 'not_measured', ...bounds }
  return {
    progress: missing === 'zero' ? mean('progress', parts, total) : mean('progress', measured, weight),
    ...bounds,
  }
}

function rounded(rolled: Rolled): Omit<RollUp, 'guardrailBreached' | 'guardrailsUnmeasured'> {
  if (!('coverage' in rolled)) return { progress: null, reason: rolled.reason, coverage: null, bounds: null }
  const { progress, reason, coverage, lower, upper } = rolled
  return {
    progress: progress === null ? null : toDouble(progress),
    ...(reason === undefined ? {} : { reason }),
    coverage: toDouble(coverage),
    bounds: { lower: toDouble(lower), upper: toDouble(upper) },
  }
}

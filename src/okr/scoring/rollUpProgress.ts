import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { Bounds } from '../models/quantity.js'
import type { ScoreReason } from '../models/status.js'
import { readCeiling } from './readCeiling.js'

/** One part of a roll-up. */
export interface RollUpItem {
  /** Progress of the part; null when it is not measured. */
  readonly progress: DecimalInput | null
  /** Whether it is attained; null when nobody can say. */
  readonly attained?: boolean | null | undefined
  /** Weight from 0; default 1; 0 = tracked only. */
  readonly weight?: DecimalInput | undefined
  /** A guardrail never enters the mean; default `'result'`. */
  readonly role?: 'result' | 'guardrail' | undefined
}

/** Options of {@link rollUpProgress}. */
export interface RollUpProgressOptions {
  /** Weighted mean (default), the smallest part, or 1 only when all are attained. */
  readonly method?: 'mean' | 'min' | 'allAttained' | undefined
  /** Whether a part that is not measured counts 0 (default) or is left out. */
  readonly missing?: 'zero' | 'exclude' | undefined
  /** The most that a part counts, 1 to 2; default 1. */
  readonly ceiling?: DecimalInput | undefined
}

/** Progress of several parts together. */
export interface RollUp {
  /** Progress from 0 to the ceiling; null with a reason. */
  progress: number | null
  /** Why progress is null. */
  reason?: ScoreReason
  /** Share of the weight that is measured, 0 to 1. */
  coverage: number | null
  /** Progress with what is missing as 0 and as 1. */
  bounds: Bounds | null
  /** Whether a guardrail is not attained. */
  guardrailBreached: boolean
  /** Guardrails without a value. */
  guardrailsUnmeasured: number
}

interface Part {
  progress: Decimal | null
  weight: Decimal
}

/**
 * Rolls the progress of parts up: weighted mean, minimum, or all attained.
 *
 * `mean = Σ weight · clamp(progress, 0, ceiling) / Σ weight`, divided once in exact decimals. A part that is not measured
 * counts 0 unless it is excluded: leaving it out would reward not measuring. Over-achievement of one part cannot buy back
 * a miss of another.
 *
 * @param items - parts with progress, weight and role
 * @param options - method, what missing parts count, ceiling
 * @returns progress from 0 to the ceiling with coverage and bounds; null with `no_key_results`, `no_weight` or
 * `not_measured`
 * @throws {@link RetentionOkrError} INVALID_WEIGHT for a negative weight, INVALID_NUMBER for a progress that is none
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { rollUpProgress } from 'retention-okr/okr'
 *
 * rollUpProgress(Array.from({ length: 9 }, () => ({ progress: 0.7 }))).progress // => 0.7
 * const half = rollUpProgress([{ progress: 0.8 }, { progress: null }], { missing: 'exclude' })
 * half.progress // => 0.8
 * half.bounds // => { lower: 0.4, upper: 0.9 }
 * ```
 * @since 0.1.0
 */
export function rollUpProgress(items: readonly RollUpItem[], options: RollUpProgressOptions = {}): RollUp {
  assertArray(items, 'items')
  assertKnownOptions(options, ['method', 'missing', 'ceiling'])
  const { method = 'mean', missing = 'zero' } = options
  assertOneOf(method, ['mean', 'min', 'allAttained'], 'options.method')
  assertOneOf(missing, ['zero', 'exclude'], 'options.missing')
  const ceiling = readCeiling(options.ceiling)
  const parts = items.map((item, index) => readPart(item, `items[${index}]`))
  return rollUpParts(parts, { method, missing, ceiling })
}

/** How exact parts are rolled up. */
export interface RollUpRule {
  method: 'mean' | 'min' | 'allAttained'
  missing: 'zero' | 'exclude'
  ceiling: Decimal
}

/** The same over exact parts. */
export function rollUpParts(all: readonly RollUpPart[], { method, missing, ceiling }: RollUpRule): RollUp {
  const guarded = guardrailsOf(all)
  const parts = all
    .filter(({ role }) => role === 'result')
    .map(({ progress, attained, weight }) => ({ progress: countOf(progress, attained, method, ceiling), weight }))
  const none = { progress: null, coverage: null, bounds: null }
  if (parts.length === 0) return { ...none, reason: 'no_key_results', ...guarded }
  const total = sumOf(parts.map(({ weight }) => weight))
  if (total.isZero()) return { ...none, reason: 'no_weight', ...guarded }
  const measured = parts.filter(({ progress }) => progress !== null)
  const measuredWeight = sumOf(measured.map(({ weight }) => weight))
  const combine = method === 'mean' ? meanOf : smallestOf
  const filled = (value: number): Part[] =>
    parts.map(({ progress, weight }) => ({ progress: progress ?? new Decimal(value), weight }))
  const common = {
    coverage: toDouble(measuredWeight.div(total)),
    bounds: { lower: toDouble(combine(filled(0))), upper: toDouble(combine(filled(1))) },
    ...guarded,
  }
  if (measuredWeight.isZero()) return { progress: null, reason: 'not_measured', ...common }
  return { progress: toDouble(combine(missing === 'zero' ? filled(0) : measured)), ...common }
}

/** Whether a guardrail is breached, and how many are not measured. */
export function guardrailsOf(parts: readonly RollUpPart[]): Pick<RollUp, 'guardrailBreached' | 'guardrailsUnmeasured'> {
  const guardrails = parts.filter(({ role }) => role === 'guardrail')
  return {
    guardrailBreached: guardrails.some(({ attained }) => attained === false),
    guardrailsUnmeasured: guardrails.filter(({ attained }) => attained === null).length,
  }
}

/** One part of a roll-up, read. */
export interface RollUpPart {
  progress: Decimal | null
  attained: boolean | null
  weight: Decimal
  role: 'result' | 'guardrail'
}

/** A part of a roll-up as it is given. */
export function readPart(item: RollUpItem, path: string): RollUpPart {
  assertPlain(item, path)
  const { progress, attained = null, role = 'result' } = item
  assertOneOf(role, ['result', 'guardrail'], `${path}.role`, 'INVALID_INPUT')
  return {
    progress: progress === null || progress === undefined ? null : toDecimal(progress, `${path}.progress`),
    attained,
    weight: readWeight(item.weight, `${path}.weight`),
    role,
  }
}

/** A weight from 0, by default 1. */
export function readWeight(weight: DecimalInput | undefined, path: string): Decimal {
  if (weight === undefined) return new Decimal(1)
  const read = toDecimal(weight, path)
  if (read.lessThan(0)) fail('INVALID_WEIGHT', path, 'must not be negative', 'negative')
  return read
}

/** What a part counts: its clamped progress, or whether it is attained. */
function countOf(
  progress: Decimal | null,
  attained: boolean | null,
  method: RollUpRule['method'],
  ceiling: Decimal,
): Decimal | null {
  if (method === 'allAttained') return attained === null ? null : new Decimal(attained ? 1 : 0)
  return progress === null ? null : Decimal.min(Decimal.max(progress, 0), ceiling)
}

function meanOf(parts: readonly Part[]): Decimal {
  const weighted = parts.map(({ progress, weight }) => weight.times(progress ?? 0))
  return sumOf(weighted).div(sumOf(parts.map(({ weight }) => weight)))
}

/** The smallest progress of a part that counts. */
function smallestOf(parts: readonly Part[]): Decimal {
  return parts
    .filter(({ weight }) => !weight.isZero())
    .map(({ progress }) => progress ?? new Decimal(0))
    .reduce((least, progress) => (progress.lessThan(least) ? progress : least))
}

function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0))
}

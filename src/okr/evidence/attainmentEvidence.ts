import { type Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { DecimalInput, Interval } from '../../measurement.js'
import { compareToTarget } from '../../metrics/comparison/compareToTarget.js'
import type { Measured } from '../models/measured.js'
import type { Condition, Operator } from '../models/quantity.js'
import type { ScoreReason } from '../models/status.js'
import { readLevel } from '../readLevel.js'
import { compareByOperator } from '../scoring/compareByOperator.js'
import { readCondition } from '../scoring/readCondition.js'
import { type ReadMeasured, readMeasured } from './readMeasured.js'

/** Options of {@link attainmentEvidence}. */
export interface AttainmentEvidenceOptions {
  /** Two-sided confidence of the interval of counts, in (0, 1); default 0.95. */
  readonly level?: DecimalInput | undefined
}

/** Whether a condition was attained, and how clearly. */
export interface AttainmentEvidence {
  /** The value as a number. */
  value: number | null
  /** Its interval. */
  interval: Interval | null
  /** Whether the value satisfies the condition. */
  attained: boolean | null
  /** Attained or missed, clear or uncertain; null with a reason. */
  verdict: 'attained_clear' | 'attained_uncertain' | 'missed_clear' | 'missed_uncertain' | null
  /** Why the verdict is null. */
  reason?: ScoreReason
}

/**
 * Tells whether a measured number attained a condition, and whether its interval leaves doubt.
 *
 * Clear when every point of the interval says the same as the value, uncertain otherwise. It annotates a score and never
 * changes it: the number of the cases counted is a fact, the interval speaks of the rate behind them.
 *
 * @param data - counts, or a value with its interval; and the condition
 * @param options - level of the interval of counts
 * @returns value, interval and verdict; verdict null with `not_measured`, `zero_denominator` or `no_interval`
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE, INVALID_NUMBER, INVALID_CONDITION, INVALID_OPTION,
 * INVALID_INPUT
 * @example
 * ```ts
 * import { attainmentEvidence } from 'retention-okr/okr'
 *
 * const some = { measured: { numerator: 33, denominator: 110 }, condition: { operator: 'gte', bound: '0.30' } } as const
 * attainmentEvidence(some).verdict // => 'attained_uncertain'
 * const many = { measured: { numerator: 1840, denominator: 2000 }, condition: { operator: 'gte', bound: '0.85' } } as const
 * attainmentEvidence(many).verdict // => 'attained_clear'
 * ```
 * @see Wilson 1927, Probable inference, the law of succession, and statistical inference
 * @since 0.1.0
 */
export function attainmentEvidence(
  data: { readonly measured: Measured; readonly condition: Condition },
  options: AttainmentEvidenceOptions = {},
): AttainmentEvidence {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['level'])
  const level = readLevel(options.level ?? 0.95)
  const aim = aimOfCondition(data.condition)
  return attainmentOf(readMeasured(data.measured, level, 'measured'), aim)
}

/** What must hold: the sides that all must be satisfied. */
export type Aim = readonly { readonly operator: Operator; readonly bound: Decimal }[]

/** The sides of a condition. */
export function aimOfCondition(condition: Condition): Aim {
  readCondition(condition)
  if (condition.operator !== 'between') {
    return [{ operator: condition.operator, bound: toDecimal(condition.bound, 'condition.bound') }]
  }
  const { lower, upper, exclusive = false } = condition
  return [
    { operator: exclusive ? 'gt' : 'gte', bound: toDecimal(lower, 'condition.lower') },
    { operator: exclusive ? 'lt' : 'lte', bound: toDecimal(upper, 'condition.upper') },
  ]
}

/** The evidence of a number that was read. */
export function attainmentOf({ value, interval, reason }: ReadMeasured, aim: Aim): AttainmentEvidence {
  if (value === null) {
    return { value, interval, attained: null, verdict: null, ...(reason === undefined ? {} : { reason }) }
  }
  const attained = aim.every(({ operator, bound }) => compareByOperator(value, operator, bound))
  const known = { value: toDouble(value), interval, attained }
  if (interval === null) return { ...known, verdict: null, reason: 'no_interval' }
  const states = aim.map(
    ({ operator, bound }) =>
      compareToTarget({ value: known.value, interval }, { operator, target: toDouble(bound) }).status,
  )
  if (attained) {
    return { ...known, verdict: states.every((state) => state === 'met') ? 'attained_clear' : 'attained_uncertain' }
  }
  return { ...known, verdict: states.includes('not_met') ? 'missed_clear' : 'missed_uncertain' }
}

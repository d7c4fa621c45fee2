import { compareDecimal, toDecimal } from '../../internal/decimal.js'
import { assertFinite, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { ComparedValue, TargetComparison, TargetOperator } from './model.js'

/** Options of {@link compareToTarget}. */
export interface CompareToTargetOptions {
  /** Which values reach the target; required. */
  readonly operator: TargetOperator
  /** The target, in the unit of the value; required. */
  readonly target: number
}

const operators = {
  gte: (order: number) => order >= 0,
  gt: (order: number) => order > 0,
  lte: (order: number) => order <= 0,
  lt: (order: number) => order < 0,
} as const satisfies Record<TargetOperator, (order: number) => boolean>

/**
 * Holds a measurement against a target: met, not met, or inconclusive.
 *
 * The value decides `met`; both limits of its interval decide `status`: `met` when both reach the target, `not_met` when
 * neither does, else `inconclusive`. Without an interval the value decides both. Everything is compared at 12 decimals.
 *
 * @param measurement - a measurement; only `value` and `interval` are read
 * @param options - operator and target
 * @returns the verdict of the value and that of its limits; `met` null and status `unknown` without a value
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown operator or a target that is no finite number
 * @throws {@link RetentionOkrError} INVALID_INPUT, INVALID_NUMBER for a measurement without a readable value
 * @example
 * ```ts
 * import { compareToTarget, slaAttainment } from 'retention-okr/metrics'
 *
 * const attainment = slaAttainment({ met: 170, breached: 30 })
 * compareToTarget(attainment, { operator: 'gte', target: 0.85 }) // => { met: true, status: 'inconclusive' }
 * compareToTarget(attainment, { operator: 'gte', target: 0.75 }) // => { met: true, status: 'met' }
 * ```
 * @since 0.1.0
 */
export function compareToTarget(measurement: ComparedValue, options: CompareToTargetOptions): TargetComparison {
  assertPlain(measurement, 'measurement')
  assertKnownOptions(options, ['operator', 'target'])
  const { operator, target } = options
  assertOneOf(operator, ['gte', 'gt', 'lte', 'lt'], 'options.operator')
  assertFinite(target, 'options.target', 'INVALID_OPTION')
  const { value, interval } = measurement as unknown as ComparedValue
  if (value === null) return { met: null, status: 'unknown' }
  const threshold = toDecimal(target, 'options.target', 'INVALID_OPTION')
  const reaches = (number: number, path: string): boolean =>
    operators[operator](compareDecimal(toDecimal(number, path), threshold))
  const met = reaches(value, 'measurement.value')
  if (interval === undefined) return { met, status: met ? 'met' : 'not_met' }
  const lower = reaches(interval.lower, 'measurement.interval.lower')
  const upper = reaches(interval.upper, 'measurement.interval.upper')
  return { met, status: lower === upper ? (lower ? 'met' : 'not_met') : 'inconclusive' }
}

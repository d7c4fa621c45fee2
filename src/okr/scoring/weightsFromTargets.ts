import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'

/**
 * Gives weights in proportion to the size of targets of one unit.
 *
 * @param targets - targets above 0
 * @returns shares of their sum, each in 0..1, in the same order; an empty list for no targets
 * @throws {@link RetentionOkrError} INVALID_WEIGHT for a target of 0 or below, INVALID_NUMBER, INVALID_INPUT
 * @example
 * ```ts
 * import { weightsFromTargets } from 'retention-okr/okr'
 *
 * weightsFromTargets(['3', '1']) // => [0.75, 0.25]
 * ```
 * @since 0.1.0
 */
export function weightsFromTargets(targets: readonly DecimalInput[]): number[] {
  assertArray(targets, 'targets')
  const read = targets.map((target, index) => {
    const value = toDecimal(target, `targets[${index}]`)
    if (!value.greaterThan(0)) fail('INVALID_WEIGHT', `targets[${index}]`, 'must be above 0', target)
    return value
  })
  const total = read.reduce((sum, value) => sum.plus(value), new Decimal(0))
  return read.map((value) => toDouble(value.div(total)))
}

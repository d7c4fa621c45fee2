import { assertPlain } from '../../internal/guards.js'
import type { Condition, Quantity } from '../models/quantity.js'
import { readQuantity } from '../readQuantity.js'
import { readCondition } from './readCondition.js'

/**
 * Tells whether a value satisfies a condition, in exact decimals compared at 12 places.
 *
 * @param data - the value (a number or a quotient) and the condition
 * @returns true when it does; false without a value
 * @throws {@link RetentionOkrError} INVALID_CONDITION for an unknown operator, bounds out of order or a risk on the good
 * side
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a number that is none, INVALID_INPUT
 * @example
 * ```ts
 * import { isAttained } from 'retention-okr/okr'
 *
 * isAttained({ value: { numerator: 170, denominator: 200 }, condition: { operator: 'gte', bound: '0.85' } }) // => true
 * isAttained({ value: 60, condition: { operator: 'gt', bound: 60 } }) // => false
 * ```
 * @since 0.1.0
 */
export function isAttained(data: { readonly value: Quantity | null; readonly condition: Condition }): boolean {
  assertPlain(data, 'data')
  const judge = readCondition(data.condition)
  const { value } = readQuantity(data.value, 'value')
  return value !== null && judge(value) === 'met'
}

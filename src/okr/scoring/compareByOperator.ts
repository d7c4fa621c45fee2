import type { ErrorCode } from '../../errors.js'
import { compareDecimal, type Decimal } from '../../internal/decimal.js'
import { assertOneOf } from '../../internal/guards.js'
import type { Operator } from '../models/quantity.js'

const operators = ['gt', 'gte', 'lt', 'lte'] as const

/** Whether a value satisfies an operator against a bound; both are compared at 12 decimals. */
export function compareByOperator(value: Decimal, operator: Operator, bound: Decimal): boolean {
  const order = compareDecimal(value, bound)
  switch (operator) {
    case 'gt':
      return order > 0
    case 'gte':
      return order >= 0
    case 'lt':
      return order < 0
    case 'lte':
      return order <= 0
  }
}

/** One of the four operators. */
export function assertOperator(operator: unknown, path: string, code: ErrorCode): asserts operator is Operator {
  assertOneOf(operator, operators, path, code)
}

import { compareDecimal, type Decimal, toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertPlain } from '../../internal/guards.js'
import type { Condition } from '../models/quantity.js'
import { assertOperator, compareByOperator } from './compareByOperator.js'

/** What a condition says of a value: met, within the risk, or beyond. */
export type Verdict = 'met' | 'risk' | 'beyond'

/** A checked condition as a function of an exact value. */
export function readCondition(condition: Condition, path = 'condition'): (value: Decimal) => Verdict {
  assertPlain(condition, path)
  return condition.operator === 'between' ? readBand(condition, path) : readBound(condition, path)
}

function readBound(condition: Extract<Condition, { bound: unknown }>, path: string): (value: Decimal) => Verdict {
  const { operator } = condition
  assertOperator(operator, `${path}.operator`, 'INVALID_CONDITION')
  const bound = toDecimal(condition.bound, `${path}.bound`)
  const risk = condition.risk === undefined ? undefined : toDecimal(condition.risk, `${path}.risk`)
  const rises = operator === 'gt' || operator === 'gte'
  if (risk !== undefined && (rises ? risk.greaterThan(bound) : risk.lessThan(bound))) {
    fail('INVALID_CONDITION', `${path}.risk`, 'must lie on the bad side of the bound', 'a risk on the good side')
  }
  return (value) => {
    if (compareByOperator(value, operator, bound)) return 'met'
    return risk !== undefined && compareByOperator(value, rises ? 'gte' : 'lte', risk) ? 'risk' : 'beyond'
  }
}

function readBand(condition: Extract<Condition, { operator: 'between' }>, path: string): (value: Decimal) => Verdict {
  const [lower, upper] = [toDecimal(condition.lower, `${path}.lower`), toDecimal(condition.upper, `${path}.upper`)]
  const { exclusive = false } = condition
  const read = (name: 'riskLower' | 'riskUpper'): Decimal | undefined =>
    condition[name] === undefined ? undefined : toDecimal(condition[name], `${path}.${name}`)
  const [riskLower, riskUpper] = [read('riskLower'), read('riskUpper')]
  if (lower.greaterThan(upper))
    fail('INVALID_CONDITION', `${path}.lower`, 'must not exceed upper', 'bounds out of order')
  if (riskLower?.greaterThan(lower) === true) {
    fail('INVALID_CONDITION', `${path}.riskLower`, 'must lie below the band', 'a risk on the good side')
  }
  if (riskUpper?.lessThan(upper) === true) {
    fail('INVALID_CONDITION', `${path}.riskUpper`, 'must lie above the band', 'a risk on the good side')
  }
  return (value) => {
    const [fromLower, fromUpper] = [compareDecimal(value, lower), compareDecimal(value, upper)]
    if (exclusive ? fromLower > 0 && fromUpper < 0 : fromLower >= 0 && fromUpper <= 0) return 'met'
    const risk = fromLower <= 0 ? riskLower : riskUpper
    if (risk === undefined) return 'beyond'
    const order = compareDecimal(value, risk)
    return (fromLower <= 0 ? order >= 0 : order <= 0) ? 'risk' : 'beyond'
  }
}

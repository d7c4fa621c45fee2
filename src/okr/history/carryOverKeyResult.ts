import { compareDecimal, toDecimal } from '../../internal/decimal.js'
import { assertDay, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day, DecimalInput } from '../../measurement.js'
import { assertText } from '../assertText.js'
import type { KeyResult } from '../models/keyResult.js'
import type { Quantity } from '../models/quantity.js'
import type { Reading } from '../models/reading.js'
import { readQuantity } from '../readQuantity.js'
import type { KeyResultScore } from '../scoring/keyResultScore.js'
import { readTarget } from '../scoring/resolveTarget.js'
import { scoreKeyResult } from '../scoring/scoreKeyResult.js'
import { writtenNumber } from '../writtenNumber.js'

/** Options of {@link carryOverKeyResult}. */
export interface CarryOverKeyResultOptions {
  /** Id in the next cycle. */
  readonly id: string
  /** Title in the next cycle; default unchanged. */
  readonly title?: string | undefined
  /** Target of a change in the next cycle; default the one of this cycle, resolved. */
  readonly target?: DecimalInput | undefined
  /** Last day of a milestone that has none of its own. */
  readonly lastDay?: Day | undefined
}

/** A key result for the next cycle. */
export interface CarriedKeyResult {
  /** The key result; null with a reason. */
  keyResult: KeyResult | null
  /** Why there is nothing to carry over. */
  reason?: KeyResultScore['reason']
}

/**
 * Carries a key result that was not attained over to the next cycle.
 *
 * A change starts from its value at the close, towards the target it had as a number: not a second ten per cent. Of a
 * checklist the items left are carried. The plan stays; days, observability and closing are removed.
 *
 * @param data - the key result and its reading at the close
 * @param options - id, title, target, last day of a milestone
 * @returns the key result; null with `already_attained` (of a condition never), `degenerate_range` (the target is the
 * value) or the reason of a change that is not measured
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT, INVALID_DAY, INVALID_NUMBER, TARGET_OUT_OF_DOMAIN for the
 * target given, and what {@link scoreKeyResult} throws
 * @example
 * ```ts
 * import { carryOverKeyResult } from 'retention-okr/okr'
 *
 * const keyResult = { id: 'kr', title: 'Churn', kind: 'change', baseline: '0.05', target: { relativeChange: '-0.1' } } as const
 * const { keyResult: next } = carryOverKeyResult({ keyResult, reading: { value: '0.047' } }, { id: 'kr-2' })
 * next // => { id: 'kr-2', title: 'Churn', kind: 'change', baseline: '0.047', target: '0.045' }
 * ```
 * @since 0.1.0
 */
export function carryOverKeyResult(
  data: { readonly keyResult: KeyResult; readonly reading: Reading | null },
  options: CarryOverKeyResultOptions,
): CarriedKeyResult {
  assertPlain(data, 'data')
  assertPlain(data.keyResult, 'keyResult')
  assertKnownOptions(options, ['id', 'title', 'target', 'lastDay'])
  const { id, title = data.keyResult.title, target, lastDay } = options
  assertText(id, 'options.id')
  assertText(title, 'options.title')
  if (lastDay !== undefined) assertDay(lastDay, 'options.lastDay')
  const { keyResult, reading = null } = data
  const score = scoreKeyResult({ keyResult, reading }, { lastDay })
  if (score.attained === true && keyResult.kind !== 'maintain') return { keyResult: null, reason: 'already_attained' }
  const next = { ...withoutCycle(keyResult), id, title }
  if (next.kind === 'change') return carryChange(next, score, reading, target)
  if (next.kind !== 'checklist' || reading === null || !('done' in reading)) return { keyResult: next }
  const { done } = reading
  return { keyResult: { ...next, items: next.items.filter((item) => !done.includes(item.id)) } }
}

/** A definition without what belongs to one cycle, and without members that are undefined. */
function withoutCycle(keyResult: KeyResult): KeyResult {
  const own = ['firstDay', 'lastDay', 'observableOn', 'closing']
  const kept = Object.entries(keyResult).filter(([name, value]) => value !== undefined && !own.includes(name))
  return Object.fromEntries(kept) as unknown as KeyResult
}

function carryChange(
  keyResult: Extract<KeyResult, { kind: 'change' }>,
  score: KeyResultScore,
  reading: Reading | null,
  asked: DecimalInput | undefined,
): CarriedKeyResult {
  const close: Quantity | null = reading !== null && 'value' in reading ? reading.value : null
  const value = readQuantity(close, 'reading.value').value
  if (value === null || close === null) return { keyResult: null, reason: score.reason ?? 'not_measured' }
  if (asked !== undefined) toDecimal(asked, 'options.target')
  const target = readTarget(asked === undefined ? keyResult : { ...keyResult, target: asked })
  if (target === null) return { keyResult: null, reason: 'no_baseline' }
  const direction = compareDecimal(target, value)
  if (direction === 0) return { keyResult: null, reason: 'degenerate_range' }
  const { operator, direction: said, ...rest } = keyResult
  const rises = direction > 0
  const keepsOperator = operator !== undefined && (operator === 'gt' || operator === 'gte') === rises
  return {
    keyResult: {
      ...rest,
      baseline: typeof close === 'object' ? close : writtenNumber(value),
      target: writtenNumber(target),
      ...(keepsOperator ? { operator } : {}),
      ...(said !== undefined && (said === 'increase') === rises ? { direction: said } : {}),
    },
  }
}

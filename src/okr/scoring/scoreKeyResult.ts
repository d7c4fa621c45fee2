import { assertDay, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day, DecimalInput } from '../../measurement.js'
import type { KeyResult } from '../models/keyResult.js'
import type { Reading } from '../models/reading.js'
import type { KeyResultScore } from './keyResultScore.js'
import { readCeiling } from './readCeiling.js'
import { scoreByKind } from './scoreByKind.js'

/** Options of {@link scoreKeyResult}. */
export interface ScoreKeyResultOptions {
  /** The most that progress counts, 1 to 2; default 1. */
  readonly ceiling?: DecimalInput | undefined
  /** Last day of a milestone that has none of its own. */
  readonly lastDay?: Day | undefined
}

/**
 * Scores one key result by its kind, from one reading.
 *
 * `change`: the share of the way from baseline to target. `maintain`: 1 while the condition is met. `milestone`: 1 when
 * done by the last day. `checklist`: share of the weight done. `ordinal`, `zones`: through commit 0.3, target 0.7, stretch
 * 1. `composite`: the smallest part of all, the largest of any. `baseline`: 1 once the number is found.
 *
 * @param data - the key result, and what was read of it; null = not measured
 * @param options - ceiling, last day of milestones
 * @returns progress from 0 to the ceiling; null with a reason such as `not_measured` or that of the reading
 * @throws {@link RetentionOkrError} INVALID_READING for a reading of another shape than the kind
 * @throws {@link RetentionOkrError} INVALID_DEFINITION for an unknown kind or a composite in a composite
 * @throws {@link RetentionOkrError} MISSING_PERIOD for a milestone without a last day, INVALID_GATE, INVALID_ZONES,
 * INVALID_CONDITION, INVALID_NUMBER, INVALID_WEIGHT, DUPLICATE_ID, INVALID_DAY, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { scoreKeyResult } from 'retention-okr/okr'
 *
 * const keyResult = {
 *   id: 'sla', title: '85 % of cases in under 24 h', kind: 'change', unit: 'ratio', baseline: '0.70', target: '0.85',
 * } as const
 * const score = scoreKeyResult({ keyResult, reading: { value: { numerator: 31, denominator: 40 } } })
 * score.progress // => 0.5
 * scoreKeyResult({ keyResult, reading: null }).reason // => 'not_measured'
 * ```
 * @since 0.1.0
 */
export function scoreKeyResult(
  data: { readonly keyResult: KeyResult; readonly reading: Reading | null | undefined },
  options: ScoreKeyResultOptions = {},
): KeyResultScore {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['ceiling', 'lastDay'])
  if (options.lastDay !== undefined) assertDay(options.lastDay, 'options.lastDay')
  const context = { ceiling: readCeiling(options.ceiling), lastDay: options.lastDay }
  return scoreByKind(data.keyResult, data.reading ?? null, context).score
}

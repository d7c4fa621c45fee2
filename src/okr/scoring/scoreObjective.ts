import { toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertDay, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Day, DecimalInput } from '../../measurement.js'
import { assertText } from '../assertText.js'
import type { Objective } from '../models/objective.js'
import type { Reading } from '../models/reading.js'
import { assertUniqueIds } from './assertUniqueIds.js'
import type { KeyResultScore } from './keyResultScore.js'
import { readCeiling } from './readCeiling.js'
import { type RollUp, readWeight, rollUpParts } from './rollUpProgress.js'
import { scoreByKind } from './scoreByKind.js'

/** Options of {@link scoreObjective}. */
export interface ScoreObjectiveOptions {
  /** Whether a key result that is not measured counts 0 (default) or is left out. */
  readonly missing?: 'zero' | 'exclude' | undefined
  /** The most that a key result counts, 1 to 2; default 1. */
  readonly ceiling?: DecimalInput | undefined
  /** Last day of the cycle, for milestones without one. */
  readonly lastDay?: Day | undefined
}

/** A key result of an objective, scored. */
export interface ObjectiveKeyResultScore extends KeyResultScore {
  /** Id of the key result. */
  id: string
  /** Whether it enters the mean. */
  role: 'result' | 'guardrail'
  /** Its weight. */
  weight: number
}

/** An objective with its key results, scored. */
export interface ObjectiveScore extends RollUp {
  /** Id of the objective. */
  objectiveId: string
  /** Its key results, in their order. */
  keyResults: ObjectiveKeyResultScore[]
}

/**
 * Scores the key results of an objective and rolls them up, in exact decimals.
 *
 * Guardrails never enter the mean; one that is not attained is a breach. A key result without a reading counts 0 unless it
 * is excluded.
 *
 * @param data - the objective, and a reading a key result by id
 * @param options - what missing ones count, ceiling, last day
 * @returns the roll-up with coverage, bounds and the score of each key result; progress null with `no_key_results`,
 * `no_weight` or `not_measured`
 * @throws {@link RetentionOkrError} UNKNOWN_KEY_RESULT for a reading of nothing, DUPLICATE_ID for one id twice
 * @throws {@link RetentionOkrError} INVALID_INPUT, INVALID_OPTION, INVALID_DAY and what {@link scoreKeyResult} throws
 * @example
 * ```ts
 * import { scoreObjective } from 'retention-okr/okr'
 *
 * const churn = { id: 'churn', title: 'Churn', kind: 'change', baseline: '0.05', target: { relativeChange: '-0.10' } } as const
 * const nps = { id: 'nps', title: 'NPS over 60', kind: 'change', baseline: 48, target: 60, operator: 'gt' } as const
 * const objective = { id: 'o1', title: 'Customers stay', cycleId: 'quarter-2026-01-01', keyResults: [churn, nps] }
 * scoreObjective({ objective, readings: { churn: { value: '0.047' }, nps: { value: 54 } } }).progress // => 0.55
 * ```
 * @since 0.1.0
 */
export function scoreObjective(
  data: { readonly objective: Objective; readonly readings: { readonly [keyResultId: string]: Reading } },
  options: ScoreObjectiveOptions = {},
): ObjectiveScore {
  assertPlain(data, 'data')
  assertPlain(data.objective, 'objective')
  assertPlain(data.readings, 'readings')
  assertKnownOptions(options, ['missing', 'ceiling', 'lastDay'])
  assertText(data.objective.id, 'objective.id')
  const { missing = 'zero' } = options
  assertOneOf(missing, ['zero', 'exclude'], 'options.missing')
  if (options.lastDay !== undefined) assertDay(options.lastDay, 'options.lastDay')
  const { id: objectiveId, keyResults, rollUp: method = 'mean' } = data.objective
  assertOneOf(method, ['mean', 'min', 'allAttained'], 'objective.rollUp', 'INVALID_DEFINITION')
  assertUniqueIds(keyResults, 'objective.keyResults')
  const known = new Set(keyResults.map(({ id }) => id))
  if (Object.keys(data.readings).some((id) => !known.has(id))) {
    fail('UNKNOWN_KEY_RESULT', 'readings', 'must name key results of the objective', 'another id')
  }
  const ceiling = readCeiling(options.ceiling)
  const lastDay = data.objective.lastDay ?? options.lastDay
  const scored = keyResults.map((keyResult, index) => {
    const { id, kind, role = 'result' } = keyResult
    assertOneOf(role, ['result', 'guardrail'], `objective.keyResults[${index}].role`, 'INVALID_INPUT')
    const reading = Object.hasOwn(data.readings, id) ? (data.readings[id] ?? null) : null
    const weight = readWeight(
      keyResult.weight ?? (kind === 'baseline' ? 0 : 1),
      `objective.keyResults[${index}].weight`,
    )
    return { id, role, weight, ...scoreByKind(keyResult, reading, { ceiling, lastDay }) }
  })
  const parts = scored.map(({ progress, score, weight, role }) => ({
    progress,
    attained: score.attained,
    weight,
    role,
  }))
  return {
    objectiveId,
    ...rollUpParts(parts, { method, missing, ceiling }),
    keyResults: scored.map(({ id, role, weight, score }) => ({ id, role, weight: toDouble(weight), ...score })),
  }
}

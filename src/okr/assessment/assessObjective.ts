import { Decimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray, assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import { assertText } from '../assertText.js'
import type { CheckIn, KeyResultVersion } from '../models/checkIn.js'
import type { Cycle } from '../models/cycle.js'
import type { Objective } from '../models/objective.js'
import type { KeyResultStatus } from '../models/status.js'
import { type ObjectiveStatus, objectiveStatus } from '../pace/objectiveStatus.js'
import { assertUniqueIds } from '../scoring/assertUniqueIds.js'
import { readCeiling } from '../scoring/readCeiling.js'
import { type RollUp, readWeight, rollUpParts } from '../scoring/rollUpProgress.js'
import { assessExact } from './assessExact.js'
import { assessmentOptionNames } from './assessmentOptionNames.js'
import type { AssessKeyResultOptions, KeyResultAssessment } from './keyResultAssessment.js'

/** Options of {@link assessObjective}. */
export interface AssessObjectiveOptions extends AssessKeyResultOptions {
  /** Whether a key result that is not measured counts 0 (default) or is left out. */
  readonly missing?: 'zero' | 'exclude' | undefined
}

/** An objective with what is known of it. */
export interface AssessObjectiveData {
  /** The objective as it is defined now. */
  readonly objective: Objective
  /** Its cycle. */
  readonly cycle: Cycle
  /** The check-ins of its key results. */
  readonly checkIns: readonly CheckIn[]
  /** Versions of the definitions of its key results. */
  readonly versions?: readonly KeyResultVersions[] | undefined
}

/** The versions of one key result. */
export interface KeyResultVersions {
  /** Id of the key result. */
  readonly keyResultId: string
  /** Its versions. */
  readonly versions: readonly KeyResultVersion[]
}

/** Everything about one objective on a day. */
export interface ObjectiveAssessment extends RollUp {
  /** Id of the objective. */
  objectiveId: string
  /** The day. */
  asOf: Day
  /** Weighted mean of the expected progress of its results; null when their weights sum to 0. */
  expected: number | null
  /** Its status. */
  status: KeyResultStatus
  /** What decided the status. */
  decidedBy: ObjectiveStatus['decidedBy']
  /** Its key results, in their order. */
  keyResults: KeyResultAssessment[]
}

/**
 * Assesses an objective on a day: its key results one by one, their roll-up, its expectation and status.
 *
 * @param data - objective, cycle, check-ins, versions
 * @param options - those of {@link assessKeyResult}, and what a key result counts that is not measured
 * @returns the assessment; progress null with `no_key_results`, `no_weight` or `not_measured`
 * @throws {@link RetentionOkrError} UNKNOWN_KEY_RESULT for a check-in or versions of nothing, DUPLICATE_ID for one id twice
 * @throws {@link RetentionOkrError} INVALID_INPUT, INVALID_OPTION and what {@link assessKeyResult} throws
 * @example
 * ```ts
 * import { assessObjective, cycleContaining } from 'retention-okr/okr'
 *
 * const churn = { id: 'churn', title: 'Churn', kind: 'change', baseline: '0.05', target: '0.045' } as const
 * const nps = { id: 'nps', title: 'NPS', kind: 'change', baseline: 48, target: 60 } as const
 * const objective = { id: 'o1', title: 'Customers stay', cycleId: 'quarter-2026-01-01', keyResults: [churn, nps] }
 * const checkIns = [{ id: 'c1', keyResultId: 'churn', on: '2026-02-14', reading: { value: '0.047' } }]
 * const data = { objective, cycle: cycleContaining('2026-02-14'), checkIns }
 * const assessment = assessObjective(data, { asOf: '2026-02-14' })
 * assessment.progress // => 0.3
 * assessment.status // => 'no_data'
 * ```
 * @since 0.1.0
 */
export function assessObjective(data: AssessObjectiveData, options: AssessObjectiveOptions): ObjectiveAssessment {
  assertPlain(data, 'data')
  assertPlain(data.objective, 'objective')
  assertText(data.objective.id, 'objective.id')
  assertPlain(data.cycle, 'cycle')
  assertKnownOptions(options, [...assessmentOptionNames, 'missing'])
  const { missing = 'zero', ...rest } = options
  assertOneOf(missing, ['zero', 'exclude'], 'options.missing')
  const { id: objectiveId, keyResults, rollUp: method = 'mean', statusMethod, cadence } = data.objective
  assertOneOf(method, ['mean', 'min', 'allAttained'], 'objective.rollUp', 'INVALID_DEFINITION')
  assertUniqueIds(keyResults, 'objective.keyResults')
  const known = readKnown(data)
  const { firstDay = data.cycle.firstDay, lastDay = data.cycle.lastDay } = data.objective
  const cycle = { ...data.cycle, firstDay, lastDay }
  const assessed = keyResults.map((keyResult, index) => {
    const { id } = keyResult
    const exact = assessExact({ keyResult, cycle, cadence, ...known(id) }, rest)
    const { kind, role = 'result', weight = kind === 'baseline' ? 0 : 1 } = exact.definition
    const path = `objective.keyResults[${index}]`
    assertOneOf(role, ['result', 'guardrail'], `${path}.role`, 'INVALID_INPUT')
    return { ...exact, role, weight: readWeight(weight, `${path}.weight`), attained: exact.assessment.score.attained }
  })
  const rolled = rollUpParts(assessed, { method, missing, ceiling: readCeiling(options.ceiling) })
  const expected = expectedOf(assessed)
  const items = assessed.map(({ assessment: { status }, weight, role }) => ({
    status,
    weight: weight.isZero() ? 0 : 1,
    role,
  }))
  const status = objectiveStatus(
    { keyResults: items, ...rolled, expected: expected ?? 0 },
    { method: statusMethod, rule: options.rule },
  )
  return {
    objectiveId,
    asOf: options.asOf,
    ...rolled,
    expected,
    ...status,
    keyResults: assessed.map((one) => one.assessment),
  }
}

type Known = { checkIns: readonly CheckIn[]; versions: readonly KeyResultVersion[] | undefined }

/** What is known of each key result; check-ins and versions of another one are an error. */
function readKnown({ objective, checkIns, versions = [] }: AssessObjectiveData): (id: string) => Known {
  const ids = new Set(objective.keyResults.map(({ id }) => id))
  const assertIds = (items: readonly { readonly keyResultId: string }[], path: string): void => {
    assertArray(items, path)
    items.forEach((item, index) => {
      assertPlain(item, `${path}[${index}]`)
      if (!ids.has(item.keyResultId)) {
        fail(
          'UNKNOWN_KEY_RESULT',
          `${path}[${index}].keyResultId`,
          'must be a key result of the objective',
          'another id',
        )
      }
    })
  }
  assertIds(checkIns, 'checkIns')
  assertIds(versions, 'versions')
  assertUniqueIds(
    versions.map(({ keyResultId: id }) => ({ id })),
    'versions',
  )
  return (id) => ({
    checkIns: checkIns.filter(({ keyResultId }) => keyResultId === id),
    versions: versions.find(({ keyResultId }) => keyResultId === id)?.versions,
  })
}

function expectedOf(
  parts: readonly { readonly expected: Decimal; readonly weight: Decimal; readonly role: 'result' | 'guardrail' }[],
): number | null {
  let [sum, total] = [new Decimal(0), new Decimal(0)]
  for (const { expected, weight, role } of parts) {
    if (role !== 'result') continue
    sum = sum.plus(expected.times(weight))
    total = total.plus(weight)
  }
  return total.isZero() ? null : toDouble(sum.div(total))
}

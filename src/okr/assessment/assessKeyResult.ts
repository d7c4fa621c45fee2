import { fail } from '../../internal/fail.js'
import { assertArray, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import { assertText } from '../assertText.js'
import { assessExact } from './assessExact.js'
import { assessmentOptionNames } from './assessmentOptionNames.js'
import type { AssessKeyResultData, AssessKeyResultOptions, KeyResultAssessment } from './keyResultAssessment.js'

/**
 * Assesses a key result on a day: score, status, expectation, forecast, evidence, history and confidence.
 *
 * The definition in force then scores the reading in force then; nothing that was recorded or defined later counts. A lag
 * of settlement delays values, not people: silence, reports and confidence are judged by the newest check-in.
 *
 * @param data - key result, cycle, check-ins, cadence, versions
 * @param options - the day, the day of knowledge, pace rule, grace, ceiling, levels
 * @returns the assessment, every part of it with its own reasons
 * @throws {@link RetentionOkrError} UNKNOWN_KEY_RESULT for a check-in of another key result
 * @throws {@link RetentionOkrError} INVALID_DEFINITION for an empty list of versions, INVALID_OPTION, INVALID_INPUT and
 * what {@link scoreKeyResult}, {@link keyResultStatus} and {@link forecastKeyResult} throw
 * @example
 * ```ts
 * import { assessKeyResult, cycleContaining } from 'retention-okr/okr'
 *
 * const keyResult = { id: 'churn', title: 'Churn', kind: 'change', baseline: '0.05', target: '0.045' } as const
 * const checkIns = [{ id: 'c1', keyResultId: 'churn', on: '2026-02-14', reading: { value: '0.047' } }]
 * const cycle = cycleContaining('2026-02-14')
 * const assessment = assessKeyResult({ keyResult, cycle, checkIns }, { asOf: '2026-02-14' })
 * assessment.score.progress // => 0.6
 * assessment.status // => 'on_track'
 * ```
 * @since 0.1.0
 */
export function assessKeyResult(data: AssessKeyResultData, options: AssessKeyResultOptions): KeyResultAssessment {
  assertPlain(data, 'data')
  assertPlain(data.keyResult, 'keyResult')
  assertText(data.keyResult.id, 'keyResult.id')
  assertPlain(data.cycle, 'cycle')
  assertKnownOptions(options, assessmentOptionNames)
  assertArray(data.checkIns, 'checkIns')
  data.checkIns.forEach((checkIn, index) => {
    assertPlain(checkIn, `checkIns[${index}]`)
    if (checkIn.keyResultId !== data.keyResult.id) {
      fail('UNKNOWN_KEY_RESULT', `checkIns[${index}].keyResultId`, 'must be the key result', 'another id')
    }
  })
  return assessExact(data, options).assessment
}

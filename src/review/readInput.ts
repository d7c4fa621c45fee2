import { canonicalJson } from '../internal/canonicalJson.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertPlain } from '../internal/guards.js'
import { assertUniqueIds } from '../okr/scoring/assertUniqueIds.js'
import { assertReview } from './compareReviews.js'
import { segmentKey } from './findFigure.js'
import type { GivenMeasurement, ReviewInput } from './models/input.js'

/** Checks the shape of the input of a review, as far as it is cheap. */
export function assertInput(input: ReviewInput): void {
  assertPlain(input, 'input')
  assertPlain(input.cycle, 'input.cycle')
  assertArray(input.objectives, 'input.objectives')
  input.objectives.forEach((objective, index) => {
    assertPlain(objective, `input.objectives[${index}]`)
    assertArray(objective.keyResults, `input.objectives[${index}].keyResults`)
  })
  assertUniqueIds(input.objectives, 'input.objectives')
  const keyResults = input.objectives.flatMap((objective) => objective.keyResults)
  assertUniqueIds(keyResults, 'input.objectives.keyResults')
  const ids = new Set(keyResults.map(({ id }) => id))
  if (input.checkIns !== undefined) assertArray(input.checkIns, 'input.checkIns')
  input.checkIns?.forEach(({ keyResultId }, index) => {
    if (!ids.has(keyResultId)) {
      fail('UNKNOWN_KEY_RESULT', `input.checkIns[${index}].keyResultId`, 'must be a key result of the set', keyResultId)
    }
  })
  if (input.records !== undefined) assertPlain(input.records, 'input.records')
  if (input.previous !== undefined) assertReview(input.previous, 'input.previous')
}

/** Measurements made elsewhere; two different ones of one metric, definition and segment contradict each other. */
export function readGiven(measurements: readonly GivenMeasurement[]): GivenMeasurement[] {
  assertArray(measurements, 'input.measurements')
  const seen = new Map<string, string>()
  return measurements.filter((measurement, index) => {
    assertPlain(measurement, `input.measurements[${index}]`)
    const { metric, definition, segment } = measurement
    const key = JSON.stringify([metric, canonicalJson(definition), segmentKey(segment)])
    const content = canonicalJson(measurement)
    const before = seen.get(key)
    if (before !== undefined && before !== content) {
      fail('CONFLICTING_RECORDS', `input.measurements[${index}]`, 'must agree with the one given before', metric)
    }
    seen.set(key, content)
    return before === undefined
  })
}

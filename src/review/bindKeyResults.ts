import { isRetentionOkrError } from '../errors.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { fail } from '../internal/fail.js'
import type { Day, Measurement } from '../measurement.js'
import { readingFromMeasurement } from '../okr/check-ins/readingFromMeasurement.js'
import type { CheckIn } from '../okr/models/checkIn.js'
import type { KeyResult, MetricReference } from '../okr/models/keyResult.js'
import type { Objective } from '../okr/models/objective.js'
import type { Reading } from '../okr/models/reading.js'
import type { MetricWish } from './chooseOptions.js'
import { findFigure } from './findFigure.js'
import type { ReviewGap } from './models/figures.js'
import type { GivenMeasurement } from './models/input.js'
import { nearestNames } from './nearestNames.js'

/** A key result with what its metric says. */
export interface BoundKeyResult {
  measurement?: Measurement
  /** Check-ins with the measured reading among them. */
  checkIns: CheckIn[]
  /** Ids of the check-ins whose reading was measured. */
  measured: ReadonlySet<string>
}

/** What key results ask for, in their order. */
export function wishesOf(objectives: readonly Objective[], known: readonly string[]): MetricWish[] {
  return objectives.flatMap(({ keyResults }, objective) =>
    keyResults.flatMap(({ metricRef }, index): MetricWish[] => {
      if (metricRef === undefined) return []
      const { metric, definition = {}, segment } = metricRef
      if (!known.includes(metric)) {
        const path = `input.objectives[${objective}].keyResults[${index}].metricRef.metric`
        fail(
          'UNKNOWN_METRIC',
          path,
          `must be a known metric, such as ${nearestNames(metric, known).join(', ')}`,
          metric,
        )
      }
      return [{ metric, definition, segment }]
    }),
  )
}

/**
 * Puts the measured reading among the check-ins of a key result.
 *
 * It stands for every reading typed on or after its day; typed readings before it count as estimates.
 */
export function bindKeyResult(
  keyResult: KeyResult,
  checkIns: readonly CheckIn[],
  measurements: readonly GivenMeasurement[],
  on: Day,
  gaps: ReviewGap[],
): BoundKeyResult {
  const { metricRef } = keyResult
  const measurement = metricRef === undefined ? undefined : findFigure(measurements, metricRef)
  if (metricRef === undefined || measurement === undefined) return { checkIns: [...checkIns], measured: new Set() }
  const reading = readFigure(measurement, on, metricRef)
  if (reading === null) {
    gaps.push({
      what: metricRef.metric,
      code: 'definition_mismatch',
      needs: Object.keys(metricRef.definition ?? {}).sort(),
    })
    return { checkIns: [...checkIns], measured: new Set() }
  }
  const later = checkIns.filter((checkIn) => checkIn.on >= on)
  const id = `measurement:${keyResult.id}`
  const typed = checkIns.map((checkIn) => (later.includes(checkIn) ? { ...checkIn, reading } : checkIn))
  return {
    measurement,
    checkIns: [...typed, { id, keyResultId: keyResult.id, on, reading }].sort(
      (a, b) => compareCodeUnits(a.on, b.on) || compareCodeUnits(a.id, b.id),
    ),
    measured: new Set([id, ...later.map((checkIn) => checkIn.id)]),
  }
}

function readFigure(measurement: Measurement, on: Day, metricRef: MetricReference): Reading | null {
  try {
    const { value, interval, sampleSize, source } = readingFromMeasurement({ measurement, on, metricRef })
    return { value, ...(interval === undefined ? {} : { interval }), sampleSize, source }
  } catch (error) {
    // Another definition than the key result asks for is a gap of the review, not a fault of its input.
    if (isRetentionOkrError(error) && error.code === 'METRIC_MISMATCH') return null
    throw error
  }
}

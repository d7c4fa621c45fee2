import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { ResponsibilityMatrix } from '../../records/model.js'
import {
  type ProportionOptions,
  proportionMeasurement,
  proportionOptionNames,
} from '../internal/proportionMeasurement.js'
import { activityFindings, readMatrix } from './responsibilityFindings.js'

/** Options of {@link responsibilityClarity}. */
export interface ResponsibilityClarityOptions extends ProportionOptions {}

/**
 * Gives the share of activities whose duties are clear: without a warning of `findResponsibilityGaps`.
 *
 * @param matrix - activities, roles and duties
 * @param options - level, interval
 * @returns `responsibility-clarity` as a ratio 0..1; null with `empty_base` without activities
 * @throws {@link RetentionOkrError} DUPLICATE_ID for an activity or role listed twice
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { responsibilityClarity } from 'retention-okr/metrics'
 *
 * const assignments = [
 *   { activity: 'quote', role: 'sales', duty: 'A' },
 *   { activity: 'quote', role: 'sales', duty: 'R' },
 *   { activity: 'contract', role: 'legal', duty: 'R' },
 * ] as const
 * responsibilityClarity({ activities: ['quote', 'contract'], assignments }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function responsibilityClarity(
  matrix: ResponsibilityMatrix,
  options: ResponsibilityClarityOptions = {},
): Measurement {
  assertKnownOptions(options, proportionOptionNames)
  const read = readMatrix(matrix)
  const clear = read.activities.filter((activity) =>
    activityFindings(activity, read, { maximumConsulted: 0 }).every(({ severity }) => severity !== 'warning'),
  )
  const [numerator, denominator] = [clear.length, read.activities.length]
  return proportionMeasurement({ metric: 'responsibility-clarity', numerator, denominator, definition: {} }, options)
}

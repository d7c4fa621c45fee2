import { type Aim, type AttainmentEvidence, attainmentOf } from '../evidence/attainmentEvidence.js'
import { quotientOf, withValue } from '../evidence/readMeasured.js'
import { readQuantity } from '../readQuantity.js'
import type { AssessmentContext } from './readAssessmentContext.js'

/** Whether the last settled value attains an aim beyond chance; null without an aim, or without counts and interval. */
export function evidenceOfContext(
  { definition, latest }: AssessmentContext,
  aim: Aim | null,
  level: number,
): AttainmentEvidence | null {
  if (aim === null || latest === null || !('value' in latest)) return null
  const { value } = readQuantity(latest.value, 'reading.value')
  if (value === null) return null
  const beside = { unit: definition.unit, ...latest, ...quotientOf(latest.value) }
  const read = withValue(value, beside, level, 'reading')
  return read.interval === null ? null : attainmentOf(read, aim)
}

import { type Amount, amountText } from '../../internal/hundredths.js'
import type { RfmResult, RfmRow } from './model.js'
import type { RfmDimension, RfmScoring } from './readScoring.js'
import { rfmSegment } from './rfmSegment.js'
import { scoresOf } from './scoresOf.js'

/** The values of customers, in the order of their ids. */
export interface RfmColumns {
  readonly customerIds: readonly string[]
  readonly recencyDays: Int32Array | Float64Array
  readonly frequency: Uint32Array | Float64Array
  readonly monetary: readonly Amount[]
}

/** Customers with their scores, by id. */
export function scoredRows(columns: RfmColumns, scoring: RfmScoring): RfmResult {
  const { customerIds, recencyDays, frequency: occasions, monetary: spent } = columns
  const scoresBy = (dimension: RfmDimension, values: readonly Amount[] | Float64Array): Uint16Array =>
    scoresOf({ values, customerIds }, dimension, scoring)
  // Fewer days are better.
  const recency = scoresBy('recency', negated(recencyDays))
  const frequency = scoresBy('frequency', Float64Array.from(occasions))
  const monetary = scoresBy('monetary', spent)
  const segmentOf = scoring.bins === 5 ? createSegments() : undefined
  const rows: RfmRow[] = []
  for (let index = 0; index < customerIds.length; index += 1) {
    const [recencyScore, frequencyScore] = [recency[index] ?? 1, frequency[index] ?? 1]
    const row: RfmRow = {
      customerId: customerIds[index] ?? '',
      recencyDays: recencyDays[index] ?? 0,
      frequency: occasions[index] ?? 0,
      monetary: amountText(spent[index] ?? 0),
      recencyScore,
      frequencyScore,
      monetaryScore: monetary[index] ?? 1,
    }
    if (segmentOf !== undefined) row.segment = segmentOf(recencyScore, frequencyScore)
    rows.push(row)
  }
  const caveats = rows.length < scoring.bins ? ['small_sample'] : []
  return {
    rows,
    definition: { ...scoring.definition, caveats },
    ...(rows.length === 0 ? { reason: 'empty_base' as const } : {}),
  }
}

/** The values with the other sign; a zero has none. */
function negated(values: Int32Array | Float64Array): Float64Array {
  const negatives = new Float64Array(values.length)
  for (let index = 0; index < values.length; index += 1) negatives[index] = 0 - (values[index] ?? 0)
  return negatives
}

/** The segments of the 25 pairs of scores, asked for once. */
function createSegments(): (recency: number, frequency: number) => string {
  const names = Array.from({ length: 25 }, (_, pair) =>
    rfmSegment({ recency: Math.floor(pair / 5) + 1, frequency: (pair % 5) + 1 }),
  )
  return (recency, frequency) => names[(recency - 1) * 5 + frequency - 1] ?? ''
}

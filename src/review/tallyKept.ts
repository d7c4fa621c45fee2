import { createInstantReader } from '../calendar/createInstantReader.js'
import { canonicalJson } from '../internal/canonicalJson.js'
import type {
  Commitment,
  Customer,
  Handoff,
  Interaction,
  Lead,
  MrrMovement,
  Objection,
  Opportunity,
  Referral,
  ResponsibilityMatrix,
  Return,
  SurveyResponse,
} from '../records/model.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import type { Tally, TallyRow } from '../tally/model.js'
import type { ReviewRecords } from './models/records.js'

/** An answer to the question of recommendation. */
interface RecommendationAnswer {
  id: string
  customerId: string
  at: SurveyResponse['answeredAt']
  score: number
}

/** Records that a review keeps one by one: what reads them has no counts that add up. */
export interface KeptRecords {
  answers: RecommendationAnswer
  commitments: Commitment
  customers: Customer
  handoffs: Handoff
  interactions: Interaction
  leads: Lead
  movements: MrrMovement
  objections: Objection
  opportunities: Opportunity
  referrals: Referral
  responsibilities: KeptMatrix
  returns: Return
}

/** The one matrix of a company, as a row that parts have in common. */
interface KeptMatrix {
  id: 'matrix'
  matrix: ResponsibilityMatrix
}

/** How a type is kept. */
interface KeptType {
  /** The record type. */
  of: keyof ReviewRecords
  /** The field of the instant that makes it known; absent: always known. */
  at?: string
  /** What is kept of a record; default all. */
  keep?: (record: never) => object | null
}

/** The types that are kept record by record. */
export const keptTypes: { readonly [K in keyof KeptRecords]: KeptType } = {
  answers: { of: 'responses', at: 'answeredAt', keep: answerOf },
  commitments: { of: 'commitments', at: 'madeAt' },
  customers: { of: 'customers', at: 'createdAt' },
  handoffs: { of: 'handoffs', at: 'handedAt' },
  interactions: { of: 'interactions', at: 'at' },
  leads: { of: 'leads', at: 'createdAt' },
  movements: { of: 'movements', at: 'at' },
  objections: { of: 'objections', at: 'at' },
  opportunities: { of: 'opportunities', at: 'createdAt' },
  referrals: { of: 'referrals', at: 'at' },
  responsibilities: { of: 'responsibilities', keep: (matrix: ResponsibilityMatrix) => ({ id: 'matrix', matrix }) },
  returns: { of: 'returns', at: 'createdAt' },
}

/** The known records of a type, each once: a tally that any split of them merges to. */
export function tallyKept(
  type: keyof KeptRecords,
  records: unknown,
  { asOf, timeZone }: { asOf: number; timeZone: string },
): Tally<object> {
  const { of, at, keep } = keptTypes[type]
  const readAt = createInstantReader(timeZone)
  const known = new Map<string, object>()
  const rows: TallyRow[] = []
  const excluded: Record<string, number> = {}
  const leaveOut = (reason: string): void => {
    excluded[reason] = (excluded[reason] ?? 0) + 1
  }
  forEachRecord(records as Iterable<object>, of, (record, index) => {
    const instant = at === undefined ? undefined : (record as { [field: string]: unknown })[at]
    if (at !== undefined && readAt(instant, () => `${of}[${index}].${at}`) > asOf) {
      leaveOut('future')
      return
    }
    const { id } = record as { id?: unknown }
    const before = typeof id === 'string' ? known.get(id) : undefined
    // One id with another content stays: whoever reads the records says where they contradict each other.
    if (before !== undefined && canonicalJson(before) === canonicalJson(record)) {
      leaveOut('duplicate')
      return
    }
    if (typeof id === 'string') known.set(id, record)
    const row = keep === undefined ? record : keep(record as never)
    if (row !== null) rows.push(row as TallyRow)
  })
  return {
    kind: 'records',
    definition: { asOf: new Date(asOf).toISOString(), timeZone, type },
    cells: [{ key: type, rows }],
    ...(Object.keys(excluded).length === 0 ? {} : { excluded }),
  }
}

function answerOf({ id, kind, customerId, score, answeredAt }: SurveyResponse): RecommendationAnswer | null {
  if (kind !== 'nps' || customerId === undefined || score === null) return null
  return Number.isInteger(score) && score >= 0 && score <= 10 ? { id, customerId, at: answeredAt, score } : null
}

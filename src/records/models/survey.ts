import type { DecimalInput, Instant } from '../../measurement.js'
import type { Extra } from './shared.js'

/** One invitation to a survey. */
export interface SurveyInvite extends Extra {
  /** Identity of the invitation. */
  readonly id: string
  /** Id of the customer invited. */
  readonly customerId: string
  /** Id of the survey. */
  readonly surveyId: string
  /** When it was sent. */
  readonly sentAt: Instant
  /** Whether it arrived. Default true. */
  readonly delivered?: boolean | undefined
}

/** Ends of an answer scale. */
export interface SurveyScale {
  /** Lowest answer. */
  readonly min: number
  /** Highest answer. */
  readonly max: number
}

/** One answer to a survey. */
export interface SurveyResponse extends Extra {
  /** Identity of the answer. */
  readonly id: string
  /** Id of the survey. */
  readonly surveyId: string
  /** Question asked: recommendation, satisfaction, effort, or recommendation by employees. */
  readonly kind: 'nps' | 'csat' | 'ces' | 'enps'
  /** About the relationship or about one transaction. Default `relational`. */
  readonly mode?: 'relational' | 'transactional' | undefined
  /** The answer; null when submitted without one. */
  readonly score: number | null
  /** Scale offered, checked against the one measured. */
  readonly scale?: SurveyScale | undefined
  /** When it was answered. */
  readonly answeredAt: Instant
  /** Id of who answered. */
  readonly respondentId?: string | undefined
  /** Id of the customer. */
  readonly customerId?: string | undefined
  /** Id of the company. */
  readonly accountId?: string | undefined
  /** Weight of the answer. Default 1. */
  readonly weight?: DecimalInput | undefined
}

import * as z from 'zod'
import type { SurveyResponse } from '../records/models/survey.js'
import { amount, instant, number, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link surveyResponseSchema}. */
export const surveyResponseFields = () => ({
  id: text(),
  surveyId: text(),
  kind: z.enum(['nps', 'csat', 'ces', 'enps']),
  mode: z.optional(z.enum(['relational', 'transactional'])),
  score: z.nullable(number()),
  scale: z.optional(strictRecord(() => ({ min: number(), max: number() }))),
  answeredAt: instant(),
  respondentId: z.optional(text()),
  customerId: z.optional(text()),
  accountId: z.optional(text()),
  weight: z.optional(amount()),
  extra: extra(),
})

/**
 * Schema of one answer to a survey.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { surveyResponseSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'r1', surveyId: 'q1', kind: 'nps', score: 9, answeredAt: '2026-01-05T10:00:00Z' }
 * surveyResponseSchema.safeParse(row).success // => true
 * surveyResponseSchema.safeParse({ ...row, score: '9' }).success // => false
 * ```
 * @since 0.1.0
 */
export const surveyResponseSchema: z.ZodType<SurveyResponse> = /* @__PURE__ */ strictRecord(surveyResponseFields)

import * as z from 'zod'
import type { SurveyInvite } from '../records/models/survey.js'
import { instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link surveyInviteSchema}. */
export const surveyInviteFields = () => ({
  id: text(),
  customerId: text(),
  surveyId: text(),
  sentAt: instant(),
  delivered: z.optional(z.boolean()),
  extra: extra(),
})

/**
 * Schema of one invitation to a survey.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { surveyInviteSchema } from 'retention-okr/schemas'
 *
 * const row = { id: 'i1', customerId: 'c1', surveyId: 'q1', sentAt: '2026-01-05T10:00:00Z' }
 * surveyInviteSchema.safeParse(row).success // => true
 * surveyInviteSchema.safeParse({ ...row, delivered: 'no' }).success // => false
 * ```
 * @since 0.1.0
 */
export const surveyInviteSchema: z.ZodType<SurveyInvite> = /* @__PURE__ */ strictRecord(surveyInviteFields)

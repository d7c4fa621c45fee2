import type * as z from 'zod'
import type { StageEntry } from '../records/models/sales.js'
import { instant, text } from './fields.js'
import { extra, strictRecord } from './shapes.js'

/** Members of {@link stageEntrySchema}. */
export const stageEntryFields = () => ({
  opportunityId: text(),
  stage: text(),
  at: instant(),
  extra: extra(),
})

/**
 * Schema of one stage that a deal entered.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues, dates become ISO text.
 *
 * @example
 * ```ts
 * import { stageEntrySchema } from 'retention-okr/schemas'
 *
 * const row = { opportunityId: 'o1', stage: 'demo', at: '2026-01-05T10:00:00Z' }
 * stageEntrySchema.safeParse(row).success // => true
 * stageEntrySchema.safeParse({ ...row, stage: '' }).success // => false
 * ```
 * @since 0.1.0
 */
export const stageEntrySchema: z.ZodType<StageEntry> = /* @__PURE__ */ strictRecord(stageEntryFields)

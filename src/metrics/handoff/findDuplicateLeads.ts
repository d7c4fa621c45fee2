import { createInstantReader } from '../../calendar/createInstantReader.js'
import { canonicalJson } from '../../internal/canonicalJson.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Lead } from '../../records/model.js'
import { createIdCheck } from '../../tally/createIdCheck.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { type CreatedLead, duplicatesOf, type KeyRules } from './duplicatesOf.js'
import { defaultMissingTokens } from './fieldValues.js'
import type { DuplicateLead } from './models/figures.js'

/** Options of {@link findDuplicateLeads}. */
export interface FindDuplicateLeadsOptions {
  /** Fields that identify a person; default `['email', 'phone']`. */
  readonly keys?: readonly string[] | undefined
  /** How many earlier leads may hold a value before it counts as junk; default 20. */
  readonly maximumKeyHits?: number | undefined
  /** Texts that mean that nothing was entered; replaces the default `'' select unknown n/a na - none null tbd undefined ?`. */
  readonly missingTokens?: readonly string[] | undefined
}

/**
 * Finds the leads that share a valid e-mail or phone with an earlier one.
 *
 * The earliest lead of a group is never listed. Missing and invalid values match nothing, and neither does a value that
 * more than `maximumKeyHits` earlier leads hold. Later leads never clear or make an earlier duplicate. No chains: a lead
 * is compared with what it shares itself.
 *
 * @param leads - the leads, in any order
 * @param options - fields that identify a person, limit for junk values, placeholders
 * @returns the later leads in order of creation, each with the earliest lead that shares a key
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one id with two contents
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { findDuplicateLeads } from 'retention-okr/metrics'
 *
 * const leads = [
 *   { id: 'b', createdAt: '2025-01-02', fields: { email: 'ana@example.org ' } },
 *   { id: 'a', createdAt: '2025-01-01', fields: { email: 'Ana@example.org' } },
 * ]
 * findDuplicateLeads(leads) // => [{ leadId: 'b', duplicateOf: 'a', keys: ['email'] }]
 * ```
 * @since 0.1.0
 */
export function findDuplicateLeads(leads: Iterable<Lead>, options: FindDuplicateLeadsOptions = {}): DuplicateLead[] {
  assertKnownOptions(options, ['keys', 'maximumKeyHits', 'missingTokens'])
  const { keys = ['email', 'phone'], maximumKeyHits = 20, missingTokens = defaultMissingTokens } = options
  if (!Array.isArray(keys) || keys.some((key) => typeof key !== 'string')) {
    fail('INVALID_OPTION', 'options.keys', 'must be a list of field names', keys)
  }
  assertInteger(maximumKeyHits, { minimum: 1, maximum: 36_600 }, 'options.maximumKeyHits')
  const rules: KeyRules = { keys, maximumKeyHits, missingTokens, path: 'options' }
  const readAt = createInstantReader('UTC')
  const isNew = createIdCheck('leads')
  const created: CreatedLead[] = []
  forEachRecord(leads, 'leads', (lead, index) => {
    const path = `leads[${index}]`
    if (typeof lead.id !== 'string') fail('INVALID_INPUT', `${path}.id`, 'must be text', lead.id)
    const createdAt = readAt(lead.createdAt, () => `${path}.createdAt`)
    assertPlain(lead.fields, `${path}.fields`)
    const content = [createdAt, canonicalJson({ ...lead, createdAt: undefined })]
    if (isNew(lead.id, content, index)) created.push({ id: lead.id, createdAt, fields: lead.fields })
  })
  created.sort((a, b) => a.createdAt - b.createdAt || compareCodeUnits(a.id, b.id))
  return duplicatesOf(created, rules)
}

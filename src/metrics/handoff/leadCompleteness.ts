import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import { createCompleteness } from './createCompleteness.js'
import { defaultMissingTokens } from './fieldValues.js'
import type { RequiredField } from './models/policy.js'
import { shareMeasurement } from './weightedShare.js'

/** Options of {@link leadCompleteness}. */
export interface LeadCompletenessOptions {
  /** What a lead must have; required. */
  readonly requiredFields: readonly RequiredField[]
  /** Texts that mean that nothing was entered; replaces the default `'' select unknown n/a na - none null tbd undefined ?`. */
  readonly missingTokens?: readonly string[] | undefined
}

/** The completeness of one lead, with what it lacks. */
export interface LeadCompletenessMeasurement extends Measurement {
  /** Required fields without a value, in the order of the option. */
  missing: string[]
  /** Required fields whose value cannot be right, in the order of the option. */
  invalid: string[]
}

/**
 * Gives the weighted share of the required fields of a lead that are present and valid.
 *
 * Missing is null, NaN, an empty list or object, a placeholder text, and with `zeroIsMissing` the number 0; false and
 * other numbers are present. An e-mail needs one `@`, a domain with a dot and no white space; a phone 7 to 15 digits.
 *
 * @param fields - what the form or CRM holds of the lead
 * @param options - required fields with weights and conditions, placeholders
 * @returns `lead-completeness` as a ratio 0..1 with what is missing or invalid; null with `empty_base` when no required
 * field applies
 * @throws {@link RetentionOkrError} INVALID_WEIGHT for a negative or non-finite weight
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { leadCompleteness } from 'retention-okr/metrics'
 *
 * const requiredFields = [{ field: 'email', weight: 2, validator: 'email' }, { field: 'company' }, { field: 'budget' }] as const
 * const completeness = leadCompleteness({ email: 'ana@example.org', company: 'N/A', budget: 0 }, { requiredFields })
 * completeness.value // => 0.75
 * completeness.missing // => ['company']
 * ```
 * @since 0.1.0
 */
export function leadCompleteness(
  fields: { readonly [name: string]: unknown },
  options: LeadCompletenessOptions,
): LeadCompletenessMeasurement {
  assertPlain(fields, 'fields')
  assertKnownOptions(options, ['requiredFields', 'missingTokens'])
  const { requiredFields, missingTokens = defaultMissingTokens } = options
  const reading = createCompleteness(requiredFields, missingTokens, 'options').read(fields)
  return {
    ...shareMeasurement('lead-completeness', reading, { requiredFields, missingTokens }),
    missing: reading.missing,
    invalid: reading.invalid,
  }
}

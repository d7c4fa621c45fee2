import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { DecimalInput, Measurement } from '../../measurement.js'
import type { LeadClassification } from '../../records/model.js'
import { createClassification } from './createClassification.js'
import { defaultMissingTokens } from './fieldValues.js'
import { shareMeasurement } from './weightedShare.js'

/** Options of {@link classificationAccuracy}. */
export interface ClassificationAccuracyOptions {
  /** Weight of every dimension that is compared; required. */
  readonly dimensions: { readonly [dimension: string]: DecimalInput }
  /** Other names of a class, by dimension; default none. */
  readonly aliases?: { readonly [dimension: string]: { readonly [alias: string]: string } } | undefined
  /** Texts that mean that nothing was entered; replaces the default `'' select unknown n/a na - none null tbd undefined ?`. */
  readonly missingTokens?: readonly string[] | undefined
}

/** The accuracy of one lead's classes, with those that are wrong. */
export interface ClassificationAccuracyMeasurement extends Measurement {
  /** Dimensions that differ from their reference, in the order of the option. */
  wrong: string[]
  /** Dimensions without a reference, in the order of the option. */
  unassessed: string[]
}

/**
 * Gives the weighted share of the classes of a lead that equal their reference.
 *
 * Compared without regard to case and spaces, after the aliases of the dimension. A class that is missing is wrong; a
 * dimension without a reference is not assessed.
 *
 * @param classification - the classes given and those of the reference (a rule, or the correction after contact)
 * @param options - dimensions with weights, aliases, placeholders
 * @returns `classification-accuracy` as a ratio 0..1 with the wrong dimensions; null with `empty_base` without a reference
 * @throws {@link RetentionOkrError} INVALID_WEIGHT for a negative or non-finite weight
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { classificationAccuracy } from 'retention-okr/metrics'
 *
 * const classification = { actual: { owner: 'mx', segment: ' SMB' }, reference: { owner: 'es', segment: 'smb' } }
 * const accuracy = classificationAccuracy(classification, { dimensions: { owner: 0.3, segment: 0.2 } })
 * accuracy.value // => 0.4
 * accuracy.wrong // => ['owner']
 * ```
 * @since 0.1.0
 */
export function classificationAccuracy(
  classification: LeadClassification,
  options: ClassificationAccuracyOptions,
): ClassificationAccuracyMeasurement {
  assertPlain(classification, 'classification')
  assertKnownOptions(options, ['dimensions', 'aliases', 'missingTokens'])
  const { dimensions, aliases = {}, missingTokens = defaultMissingTokens } = options
  const rules = { dimensions, aliases, missingTokens }
  const reading = createClassification(rules, 'options')(classification, 'classification')
  return {
    ...shareMeasurement('classification-accuracy', reading, rules),
    wrong: reading.wrong,
    unassessed: reading.unassessed,
  }
}

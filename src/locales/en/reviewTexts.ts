import type { Formatters, MessageParams, MessageText } from '../model.js'
import { capital, figureOf, numberOf, plainOf, textOf } from '../showParams.js'
import type { ReviewCode } from '../signalCodes.js'
import type { Defect } from '../stateCodes.js'
import { termOf } from './termOf.js'

/** English sentences of a review and of the quality of its data. */
export const reviewTexts: { readonly [C in ReviewCode | `handoff.${Defect}`]: MessageText } = {
  'review.key_result_off_track': (p, f) =>
    `${textOf(p, 'title')}: ${figureOf(p, 'value', f)}, target ${figureOf(p, 'target', f)}; clearly not there.`,
  'review.key_result_missed': (p, f) =>
    `${textOf(p, 'title')}: ended at ${figureOf(p, 'value', f)}, target ${figureOf(p, 'target', f)}.`,
  'review.improvement_confirmed': (p, f) =>
    `${textOf(p, 'title')}: ${figureOf(p, 'value', f)} meets the target ${figureOf(p, 'target', f)}, beyond chance.`,
  'review.key_result_unmeasured': (p) =>
    `${textOf(p, 'title')}: could not be measured (${reason(textOf(p, 'reason'))}).`,
  'data.duplicate_records': (p, f) => `${records(p)}: ${many(p, 'duplicate', f)} left out.`,
  'data.placeholder_values': (p, f) => `${records(p)}: ${many(p, 'placeholder', f)} in place of a value.`,
  'data.contradictory_sources': (p, f) =>
    `${records(p)}: ${figureOf(p, 'given', f)} as given, ${figureOf(p, 'records', f)} by the records; ` +
    'the given figure is the one shown.',
  'data.excluded_records': (p, f) => `${records(p)}: ${plainOf(p, 'total', f)} left out.`,
  'data.future_records': (p, f) => `${records(p)}: ${plainOf(p, 'total', f)} after the day of the review.`,
  'data.duplicate_deals': (p, f) => `${many(p, 'open deal', f)} created within a day of another of the same lead.`,
  'handoff.missing': (p) => `missing: ${textOf(p, 'field')}`,
  'handoff.invalid': (p) => `invalid: ${textOf(p, 'field')}`,
  'handoff.wrong': (p) => `misclassified: ${textOf(p, 'field')}`,
  'handoff.duplicate': () => 'duplicate',
  'handoff.missing_reject_reason': () => 'rejected without a reason',
}

function many(p: MessageParams, word: string, f: Formatters): string {
  return `${plainOf(p, 'total', f)} ${numberOf(p, 'total') === 1 ? word : `${word}s`}`
}

function records(p: MessageParams): string {
  return capital(termOf(textOf(p, 'subject')))
}

function reason(code: string): string {
  const texts: { readonly [code: string]: string } = {
    not_mature: 'too early to say',
    empty_base: 'nothing to measure',
  }
  return (Object.hasOwn(texts, code) ? texts[code] : undefined) ?? 'not enough data'
}

import type { MessageParams, MessageText } from '../model.js'
import { capital, figureOf, plainOf, textOf } from '../showParams.js'
import type { ReviewCode } from '../signalCodes.js'
import type { Defect } from '../stateCodes.js'
import { termOf } from './termOf.js'

/** Spanish sentences of a review and of the quality of its data. */
export const reviewTexts: { readonly [C in ReviewCode | `handoff.${Defect}`]: MessageText } = {
  'review.key_result_off_track': (p, f) =>
    `${textOf(p, 'title')}: ${figureOf(p, 'value', f)}, meta ${figureOf(p, 'target', f)}; claramente lejos.`,
  'review.key_result_missed': (p, f) =>
    `${textOf(p, 'title')}: terminó en ${figureOf(p, 'value', f)}, meta ${figureOf(p, 'target', f)}.`,
  'review.improvement_confirmed': (p, f) =>
    `${textOf(p, 'title')}: ${figureOf(p, 'value', f)} cumple la meta ${figureOf(p, 'target', f)}, más allá del azar.`,
  'review.key_result_unmeasured': (p) => `${textOf(p, 'title')}: no se pudo medir (${reason(textOf(p, 'reason'))}).`,
  'data.duplicate_records': (p, f) => `${records(p)}: ${plainOf(p, 'total', f)} duplicados no contados.`,
  'data.placeholder_values': (p, f) => `${records(p)}: ${plainOf(p, 'total', f)} valores de relleno.`,
  'data.contradictory_sources': (p) => `${records(p)}: las fuentes se contradicen.`,
  'data.excluded_records': (p, f) => `${records(p)}: ${plainOf(p, 'total', f)} no contados.`,
  'data.future_records': (p, f) => `${records(p)}: ${plainOf(p, 'total', f)} posteriores al día de la revisión.`,
  'data.duplicate_deals': (p, f) => `${plainOf(p, 'total', f)} oportunidades parecen ser la misma.`,
  'handoff.missing': (p) => `falta: ${textOf(p, 'field')}`,
  'handoff.invalid': (p) => `no válido: ${textOf(p, 'field')}`,
  'handoff.wrong': (p) => `mal clasificado: ${textOf(p, 'field')}`,
  'handoff.duplicate': () => 'duplicado',
  'handoff.missing_reject_reason': () => 'rechazo sin motivo',
}

function records(p: MessageParams): string {
  return capital(termOf(textOf(p, 'subject')))
}

function reason(code: string): string {
  const texts: { readonly [code: string]: string } = {
    not_mature: 'demasiado pronto',
    empty_base: 'no hay nada que medir',
  }
  return (Object.hasOwn(texts, code) ? texts[code] : undefined) ?? 'datos insuficientes'
}

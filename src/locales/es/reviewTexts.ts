import type { Formatters, MessageParams, MessageText } from '../model.js'
import { capital, figureOf, numberOf, plainOf, textOf } from '../showParams.js'
import type { ReviewCode } from '../signalCodes.js'
import type { Defect } from '../stateCodes.js'
import { termOf } from './termOf.js'

/** Spanish sentences of a review and of the quality of its data. */
export const reviewTexts: { readonly [C in ReviewCode | `handoff.${Defect}`]: MessageText } = {
  'review.key_result_off_track': (p, f) =>
    `${textOf(p, 'title')}: ${figureOf(p, 'value', f)}, meta ${figureOf(p, 'target', f)}; está claro que no la alcanza.`,
  'review.key_result_missed': (p, f) =>
    `${textOf(p, 'title')}: terminó en ${figureOf(p, 'value', f)}, meta ${figureOf(p, 'target', f)}.`,
  'review.improvement_confirmed': (p, f) =>
    `${textOf(p, 'title')}: ${figureOf(p, 'value', f)} cumple la meta de ${figureOf(p, 'target', f)}, más allá del azar.`,
  'review.key_result_unmeasured': (p) => `${textOf(p, 'title')}: no se pudo medir (${reason(textOf(p, 'reason'))}).`,
  'data.duplicate_records': (p, f) =>
    `${records(p)}: ${many(p, 'registro duplicado', 'registros duplicados', f)}, que no se ${verb(p, 'cuenta', 'cuentan')}.`,
  'data.placeholder_values': (p, f) =>
    `${records(p)}: ${many(p, 'valor de relleno', 'valores de relleno', f)} en lugar de un dato.`,
  'data.contradictory_sources': (p, f) =>
    `${records(p)}: ${figureOf(p, 'given', f)} según el dato aportado, ${figureOf(p, 'records', f)} según los registros; ` +
    'se muestra el dato aportado.',
  'data.excluded_records': (p, f) => `${records(p)}: ${many(p, 'registro', 'registros', f)} sin contar.`,
  'data.future_records': (p, f) =>
    `${records(p)}: ${many(p, 'registro posterior', 'registros posteriores', f)} al día de la revisión.`,
  'data.duplicate_deals': (p, f) =>
    `${many(p, 'oportunidad abierta creada', 'oportunidades abiertas creadas', f)} a menos de un día de otra del mismo lead.`,
  'handoff.missing': (p) => `falta: ${textOf(p, 'field')}`,
  'handoff.invalid': (p) => `no válido: ${textOf(p, 'field')}`,
  'handoff.wrong': (p) => `mal clasificado: ${textOf(p, 'field')}`,
  'handoff.duplicate': () => 'duplicado',
  'handoff.missing_reject_reason': () => 'rechazo sin motivo',
}

function many(p: MessageParams, one: string, other: string, f: Formatters): string {
  return `${plainOf(p, 'total', f)} ${verb(p, one, other)}`
}

function verb(p: MessageParams, one: string, other: string): string {
  return numberOf(p, 'total') === 1 ? one : other
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

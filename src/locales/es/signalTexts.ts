import type { Formatters, MessageParams, MessageText } from '../model.js'
import {
  capital,
  differenceOf,
  figureOf,
  numberOf,
  oneIn,
  plainOf,
  shareOf,
  showP,
  showValue,
  textOf,
} from '../showParams.js'
import type { SignalCode } from '../signalCodes.js'
import { periodOf } from './periodOf.js'
import { termOf } from './termOf.js'

/** Spanish sentences of what detectors found. */
export const signalTexts: { readonly [C in SignalCode]: MessageText } = {
  'trend.sustained_decline': drift,
  'trend.sustained_improvement': drift,
  'dissatisfaction.spike': (p, f) =>
    `${metric(p)}: ${plainOf(p, 'count', f)} donde se esperaban ${plainOf(p, 'expected', f)} (${times(p, f)}).`,
  'nps.fall': (p, f) => `El NPS bajó de ${plainOf(p, 'from', f)} a ${plainOf(p, 'to', f)} (${change(p, f)}).`,
  'nps.rise': (p, f) => `El NPS subió de ${plainOf(p, 'from', f)} a ${plainOf(p, 'to', f)} (${change(p, f)}).`,
  'segments.at_risk': (p, f) =>
    `${segment(p)}: ${shareOf(p, 'rate', f)} frente a ${shareOf(p, 'restRate', f)} en el resto${effect(p, f)}; ` +
    `su estimación contraída es ${shareOf(p, 'shrunkRate', f)}.`,
  'retention.acquisition_imbalance': (p, f) =>
    `Las cancelaciones subieron de ${shareOf(p, 'firstFrom', f)} a ${shareOf(p, 'firstTo', f)} por periodo mientras la ` +
    `captación se mantuvo (${plainOf(p, 'secondEffect', f)} veces la de antes): la captación oculta la fuga.`,
  'retention.base_shrinking': (p, f) =>
    numberOf(p, 'effect') === undefined
      ? 'Se pierden clientes y no se capta ninguno.'
      : `${plainOf(p, 'effect', f)} clientes perdidos por cada cliente captado.`,
  'retention.new_cohorts_leave_sooner': (p, f) =>
    `Los clientes recientes se van con una frecuencia ${plainOf(p, 'effect', f)} veces la esperada.`,
  'metrics.contradiction': contradiction,
  'sales.close_rate_fall': (p, f) =>
    `La tasa de cierre bajó de ${shareOf(p, 'baselineRate', f)} a ${shareOf(p, 'rate', f)} con volumen estable.`,
  'sales.close_rate_dilution': (p, f) =>
    `La tasa de cierre bajó mientras el volumen subía (${plainOf(p, 'volumeRatio', f)} veces).`,
  'sales.close_rate_slowdown': () => 'Bajaron la tasa de cierre y el volumen.',
  'sales.close_rate_mix_shift': () => 'La bajada se debe a un cambio en la composición.',
  'sales.silence_rise': (p, f) =>
    `La proporción de prospectos que dejan de responder subió de ${shareOf(p, 'baselineRate', f)} a ${shareOf(p, 'rate', f)}.`,
  'sales.repeated_objection': (p, f) =>
    `Objeción repetida: ${textOf(p, 'subject')} (${shareOf(p, 'share', f)} de las menciones).`,
  'sales.rising_objection': (p, f) =>
    `Objeción en aumento: ${textOf(p, 'subject')}, de ${shareOf(p, 'baselineRate', f)} a ${shareOf(p, 'rate', f)}.`,
  'sales.unresolved_objection': (p) =>
    `Misma objeción en varias etapas de la venta ${textOf(p, 'subject')}: ${textOf(p, 'theme')}.`,
  'commitments.promise_conflict': (p, f) =>
    `Los equipos prometen cosas distintas en ${shareOf(p, 'rate', f)} de los casos comparables.`,
  'commitments.late': (p, f) =>
    `Se cumplió a tiempo el ${shareOf(p, 'rate', f)} de los compromisos; meta: ${shareOf(p, 'onTimeTarget', f)}.`,
  'handoff.slow_response': (p, f) =>
    `${team(p)}: ${shareOf(p, 'attainment', f)} con respuesta a tiempo, meta ${shareOf(p, 'target', f)}.`,
  'handoff.accepted_untouched': (p, f) => `El ${shareOf(p, 'rate', f)} de los leads aceptados sigue sin contactar.`,
  'handoff.unowned_leads': (p, f) =>
    `${plainOf(p, 'unowned', f)} de ${plainOf(p, 'open', f)} leads abiertos sin responsable.`,
  'handoff.bouncing_leads': (p, f) => `El ${shareOf(p, 'rate', f)} de los leads cambia de responsable.`,
  'customer.purchase_fall': (p, f) => fall(p, f, 'compra', 'compras'),
  'customer.interaction_fall': (p, f) => fall(p, f, 'interacción', 'interacciones'),
  'customer.complaints_rise': (p, f) =>
    `${many(p, 'seen', 'queja o devolución', 'quejas o devoluciones', f)} donde se esperaban ${plainOf(p, 'expected', f)}.`,
  'customer.recommendation_silence': (p, f) =>
    `Sin recomendaciones desde hace ${many(p, 'elapsedDays', 'día', 'días', f)}; lo habitual es una cada ` +
    `${plainOf(p, 'usualGap', f)}.`,
  'customer.promoter_lost': (p, f) =>
    `Dio un ${plainOf(p, 'score', f)} después de un ${plainOf(p, 'previousScore', f)}: ya no es promotor.`,
  'customer.competitor_mention': (p, f) => `Nos comparó con la competencia en ${many(p, 'count', 'día', 'días', f)}.`,
  'competitors.mentions_rise': (p, f) =>
    `${plainOf(p, 'count', f)} conversaciones mencionan a un competidor donde se esperaban ${plainOf(p, 'expected', f)}.`,
  'customers.slipping': (p, f) =>
    `De los ${plainOf(p, 'eligible', f)} clientes que repiten compra, en riesgo: ${plainOf(p, 'atRisk', f)}; probablemente ` +
    `perdidos: ${plainOf(p, 'probablyLost', f)}. Llevan más tiempo sin comprar de lo habitual en ellos.`,
}

function metric(p: MessageParams): string {
  const code = textOf(p, 'metric')
  return capital(termOf(code === '–' ? textOf(p, 'subject') : code))
}

/** A segment under its metric and the name of its split, where they are known. */
function segment(p: MessageParams): string {
  const named = typeof p['by'] === 'string' ? `${p['by']} ${textOf(p, 'subject')}` : textOf(p, 'subject')
  return typeof p['metric'] === 'string' ? `${metric(p)}, ${named}` : named
}

function drift(p: MessageParams, f: Formatters): string {
  const verb = p['direction'] === 'down' ? 'en descenso' : 'en aumento'
  const pace = p['effectUnit'] === 'per-period' ? ` ${periodOf(textOf(p, 'period'))}` : ''
  const points = p['unit'] === 'ratio' || p['unit'] === 'points' ? ' puntos' : ''
  const since = typeof p['since'] === 'string' ? ` desde aproximadamente el ${f.date(p['since'])}` : ''
  return (
    `${metric(p)}: ${verb}, ${differenceOf(p, 'effect', f)}${points}${pace} (${interval(p, f)}), ` +
    `de ${figureOf(p, 'from', f)} a ${figureOf(p, 'to', f)}${since}; ${certainty(p, f)}.`
  )
}

function interval(p: MessageParams, f: Formatters): string {
  const level = f.percent(numberOf(p, 'level') ?? 0.95, 0)
  return `IC ${level}: de ${differenceOf(p, 'lower', f)} a ${differenceOf(p, 'upper', f)}`
}

function certainty(p: MessageParams, f: Formatters): string {
  const n = plainOf(p, 'sampleSize', f)
  const value = numberOf(p, 'pValue')
  if (value === undefined) return `su media ha pasado el límite de ${plainOf(p, 'limit', f)} (${n} periodos)`
  if (value < 0.001)
    return `una serie estable mostraría algo así en menos de 1 de cada ${f.number(1000)} casos (${n} periodos)`
  const cases = f.number(oneIn(value))
  return `una serie estable mostraría algo así en 1 de cada ${cases} casos (p = ${showP(value, f)}, ${n} periodos)`
}

function times(p: MessageParams, f: Formatters): string {
  return `${plainOf(p, 'effect', f)} veces, IC de ${plainOf(p, 'lower', f)} a ${plainOf(p, 'upper', f)}`
}

function change(p: MessageParams, f: Formatters): string {
  return `${differenceOf(p, 'effect', f)} puntos, IC de ${differenceOf(p, 'lower', f)} a ${differenceOf(p, 'upper', f)}`
}

function contradiction(p: MessageParams, f: Formatters): string {
  const [first = '', second = ''] = textOf(p, 'subject').split('/')
  if (numberOf(p, 'firstValue') === undefined) {
    return `${capital(termOf(first))} y ${termOf(second)} van en sentidos opuestos. Conviene ver primero quién responde la encuesta.`
  }
  return (
    `${capital(termOf(first))}: ${half(p, 'first', first, f)}; en cambio, ${termOf(second)}: ${half(p, 'second', second, f)}. ` +
    'Conviene ver primero quién responde la encuesta.'
  )
}

function half(p: MessageParams, prefix: string, code: string, f: Formatters): string {
  const unit = code.includes('promoter') ? 'points' : 'ratio'
  const show = (name: string): string => showValue(numberOf(p, `${prefix}${name}`), unit, f)
  return `${show('Value')} (IC de ${show('Lower')} a ${show('Upper')}, umbral ${show('Threshold')})`
}

function fall(p: MessageParams, f: Formatters, one: string, other: string): string {
  if (p['pattern'] === 'slowdown') {
    return `${many(p, 'seen', one, other, f)}; se esperaban ${plainOf(p, 'expected', f)}.`
  }
  const silence = many(p, 'elapsedDays', 'día', 'días', f)
  return `Sin ${other} desde hace ${silence}; lo habitual es una cada ${plainOf(p, 'usualGap', f)}.`
}

function many(p: MessageParams, name: string, one: string, other: string, f: Formatters): string {
  return `${plainOf(p, name, f)} ${numberOf(p, name) === 1 ? one : other}`
}

function effect(p: MessageParams, f: Formatters): string {
  const ratio = { ...p, unit: 'ratio' }
  if (numberOf(p, 'effect') === undefined || p['effectUnit'] !== 'ratio') return ''
  return ` (${differenceOf(ratio, 'effect', f)} puntos, IC de ${differenceOf(ratio, 'lower', f)} a ${differenceOf(ratio, 'upper', f)})`
}

function team(p: MessageParams): string {
  return p['subject'] === 'all' ? 'Todos los equipos' : textOf(p, 'subject')
}

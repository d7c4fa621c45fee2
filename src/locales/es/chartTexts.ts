import type { ChartCode, ChartTerm } from '../chartCodes.js'
import { family } from '../family.js'
import type { Formatters, MessageParams, MessageText } from '../model.js'
import { capital, figureOf, numberOf, plainOf, shareOf, textOf } from '../showParams.js'
import { termOf } from './termOf.js'

/** Spanish terms of charts. */
export const chartTerms: { readonly [C in ChartTerm]: string } = {
  age: 'Antigüedad',
  asOf: 'A fecha de',
  atRisk: 'En observación',
  checkIn: 'Check-in',
  churn: 'Tasa de cancelación',
  churnLimit: 'Límite de la cancelación',
  cohort: 'Cohorte',
  contradictory: 'contradicción',
  cumulative: 'Proporción acumulada',
  days: 'días',
  detractors: 'detractores',
  end: 'Fin',
  estimate: 'Estimación',
  estimated: 'estimado',
  events: 'Eventos',
  everybody: 'Todos',
  from: 'Desde',
  group: 'Grupo',
  hours: 'horas',
  limit: 'Límite',
  lower: 'Límite inferior',
  mean: 'Media',
  measured: 'medido',
  months: 'meses',
  nps: 'NPS',
  npsLimit: 'Límite del NPS',
  part: 'Parte',
  passives: 'pasivos',
  phase: 'Fase',
  promoters: 'promotores',
  rate: 'Tasa',
  reference: 'Referencia',
  score: 'Puntuación',
  series: 'Serie',
  share: 'Proporción',
  size: 'Tamaño',
  subject: 'Asunto',
  survival: 'Proporción que permanece',
  time: 'tiempo',
  to: 'Hasta',
  upper: 'Límite superior',
  variation: 'Variación',
  verdict: 'Veredicto',
  weeks: 'semanas',
}

/** Spanish headings, words and sentences of charts; */
export const chartTexts: { readonly [C in ChartCode]: MessageText } = {
  ...family('heading', {
    confidence: 'Confianza',
    checkIns: 'Check-ins',
    cohorts: 'Retención por cohorte',
    survival: 'Cuánto tiempo permanecen los clientes',
    handoffReasons: 'Motivos, de más a menos frecuente',
    responseTimes: 'Tiempos de respuesta',
  }),
  ...family('chart', {
    common: 'causa común',
    special: 'causa especial',
    improvement: 'causa especial, mejora',
    concern: 'causa especial, preocupante',
    neutral: 'causa especial',
    'assurance.pass': 'alcanza la meta',
    'assurance.fail': 'no alcanza la meta',
    'assurance.inconsistent': 'a veces alcanza la meta',
    'assurance.none': 'sin meta',
    'verdict.risk': 'peor que el resto',
    'verdict.none': 'sin diferencia apreciable',
    'verdict.safer': 'mejor que el resto',
  }),
  'chart.truncated': (p, f) => `Se muestran los primeros ${plainOf(p, 'shown', f)} de ${plainOf(p, 'total', f)}.`,
  'chart.keyResults': (p, f) =>
    `${many(p, 'keyResults', 'resultado clave', 'resultados clave', f)}: ${f.list(tones(p, f))}.`,
  'chart.trajectory': (p, f) => {
    const value =
      numberOf(p, 'value') === undefined ? 'aún sin valor' : `${figureOf(p, 'value', f)} el ${day(p, 'date', f)}`
    return `${textOf(p, 'keyResult')}: ${value}, meta ${figureOf(p, 'target', f)}.`
  },
  'chart.confidence': (p, f) =>
    `Confianza en ${many(p, 'keyResults', 'resultado clave', 'resultados clave', f)}: de ${shareOf(p, 'lowest', f)} a ` +
    `${shareOf(p, 'highest', f)}; por debajo de ${shareOf(p, 'limit', f)}: ${plainOf(p, 'low', f)}.`,
  'chart.checkIns': (p, f) =>
    `${many(p, 'checkIns', 'check-in', 'check-ins', f)} de ` +
    `${many(p, 'keyResults', 'resultado clave', 'resultados clave', f)}; sin registrar: ${plainOf(p, 'missing', f)}.`,
  'chart.signals': (p, f) =>
    `${many(p, 'findings', 'señal', 'señales', f)}: ${plainOf(p, 'critical', f)} de gravedad crítica, ` +
    `${plainOf(p, 'warning', f)} de advertencia, ${plainOf(p, 'info', f)} de información` +
    `${since(p, '; la más antigua, desde aproximadamente el', f)}.`,
  'chart.cohorts': (p, f) => {
    const rate =
      numberOf(p, 'rate') === undefined
        ? ''
        : `: permanece el ${shareOf(p, 'rate', f)} a la antigüedad ${plainOf(p, 'age', f)}`
    return `${many(p, 'cohorts', 'cohorte', 'cohortes', f)}${rate}.`
  },
  'chart.netPromoterScore': (p, f) => {
    const range = numberOf(p, 'lower') === undefined ? '' : `de ${plainOf(p, 'lower', f)} a ${plainOf(p, 'upper', f)}, `
    const groups = (numberOf(p, 'groups') ?? 1) > 1 ? `; ${many(p, 'groups', 'grupo', 'grupos', f)}` : ''
    return `NPS ${plainOf(p, 'score', f)} (${range}n = ${plainOf(p, 'sampleSize', f)})${groups}.`
  },
  'chart.control': (p, f) =>
    `${capital(termOf(textOf(p, 'metric')))}: ${many(p, 'points', 'lectura', 'lecturas', f)}, media ${figureOf(p, 'mean', f)}, ` +
    `límites de ${figureOf(p, 'lower', f)} a ${figureOf(p, 'upper', f)}, ${plainOf(p, 'outside', f)} fuera de ellos; ` +
    `causa ${p['variation'] === 'special' ? 'especial' : 'común'}${since(p, ' desde aproximadamente el', f)}.`,
  'chart.survival': (p, f) => {
    const unit = chartTerms[timeUnitOf(p)]
    const median =
      numberOf(p, 'median') === undefined ? '' : `; la mitad se ha ido después de ${plainOf(p, 'median', f)} ${unit}`
    return (
      `${many(p, 'curves', 'curva', 'curvas', f)}. ${textOf(p, 'name')}: permanece el ${shareOf(p, 'survival', f)} ` +
      `después de ${plainOf(p, 'time', f)} ${unit}${median} (n = ${plainOf(p, 'sampleSize', f)}).`
    )
  },
  'chart.segments': (p, f) =>
    `${capital(termOf(textOf(p, 'metric')))} en ${many(p, 'segments', 'segmento', 'segmentos', f)}: ` +
    `${plainOf(p, 'risk', f)} peor y ${plainOf(p, 'safer', f)} mejor que el resto.`,
  'chart.handoffReasons': (p, f) =>
    `${many(p, 'total', 'caso', 'casos', f)}, ${many(p, 'reasons', 'motivo', 'motivos', f)}; el ${shareOf(p, 'share', f)} ` +
    `corresponde a ${textOf(p, 'first')}.`,
  'chart.responseTimes': (p, f) => {
    const limit =
      numberOf(p, 'limit') === undefined ? '' : `; ${shareOf(p, 'share', f)} en ${duration(p, 'limit', f)} o menos`
    const median = numberOf(p, 'median') === undefined ? '' : `; mediana ${duration(p, 'median', f)}`
    return `Con respuesta: ${plainOf(p, 'completed', f)}; en espera: ${plainOf(p, 'open', f)}${limit}${median}.`
  },
  'chart.contradictions': (p, f) =>
    `El NPS y la cancelación se contradicen en ${plainOf(p, 'contradictory', f)} de ` +
    `${many(p, 'segments', 'segmento', 'segmentos', f)}.`,
}

function timeUnitOf(p: MessageParams): 'days' | 'weeks' | 'months' {
  return p['unit'] === 'weeks' || p['unit'] === 'months' ? p['unit'] : 'days'
}

function many(p: MessageParams, name: string, one: string, other: string, f: Formatters): string {
  return `${plainOf(p, name, f)} ${numberOf(p, name) === 1 ? one : other}`
}

function tones(p: MessageParams, f: Formatters): string[] {
  const words: [name: string, words: string][] = [
    ['good', 'en buen camino'],
    ['warning', 'en riesgo'],
    ['bad', 'fuera de rumbo'],
    ['neutral', 'sin veredicto'],
  ]
  return words.filter(([name]) => numberOf(p, name) !== 0).map(([name, text]) => `${plainOf(p, name, f)} ${text}`)
}

function day(p: MessageParams, name: string, f: Formatters): string {
  const value = p[name]
  return typeof value === 'string' ? f.date(value) : '–'
}

function since(p: MessageParams, words: string, f: Formatters): string {
  return typeof p['since'] === 'string' ? `${words} ${f.date(p['since'])}` : ''
}

function duration(p: MessageParams, name: string, f: Formatters): string {
  return f.duration(numberOf(p, name) ?? 0)
}

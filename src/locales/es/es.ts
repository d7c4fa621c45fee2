import { family } from '../family.js'
import type { Formatters, MessageCatalog, MessageParams } from '../model.js'
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
import { chartTerms, chartTexts } from './chartTexts.js'
import { ruleTexts } from './ruleTexts.js'

const terms = {
  'churn-rate': 'tasa de cancelación',
  'inactivity-churn-rate': 'tasa de abandono por inactividad',
  'voluntary-churn-rate': 'tasa de cancelación voluntaria',
  'involuntary-churn-rate': 'tasa de cancelación involuntaria',
  'net-promoter-score': 'NPS',
  'employee-net-promoter-score': 'NPS de empleados',
  'repeat-purchase-rate': 'tasa de repetición de compra',
  'returning-customer-rate': 'tasa de clientes que vuelven',
  'cohort-repeat-rate': 'recompra de los compradores nuevos',
  'cohort-retention': 'retención por cohorte',
  'purchase-frequency': 'frecuencia de compra',
  'time-between-purchases': 'tiempo entre compras',
  mrr: 'ingresos recurrentes mensuales',
  'net-revenue-retention': 'retención neta de ingresos',
  'gross-revenue-retention': 'retención bruta de ingresos',
  stickiness: 'asiduidad',
  'response-rate': 'tasa de respuesta',
  csat: 'CSAT',
  ces: 'CES',
  'first-response-time': 'tiempo de primera respuesta',
  'time-to-resolution': 'tiempo de resolución',
  'sla-attainment': 'cumplimiento del SLA',
  'first-contact-resolution-rate': 'resolución en el primer contacto',
  'commitment-fulfilment-rate': 'cumplimiento de compromisos',
  'on-time-rate': 'tasa de puntualidad',
  'complaint-rate': 'tasa de quejas',
  'complaint-share': 'proporción de clientes con quejas',
  'recurring-complaint-rate': 'proporción de quejas recurrentes',
  'return-rate': 'tasa de devoluciones',
  'participation-rate': 'tasa de participación',
  'referral-rate': 'tasa de recomendación',
  'close-rate': 'tasa de cierre',
  'silent-prospect-rate': 'proporción de prospectos que dejan de responder',
  'clean-handoff-rate': 'proporción de traspasos sin defectos',
  'first-pass-yield': 'traspasos correctos a la primera',
  'fully-complete-rate': 'proporción de leads con datos completos',
  'lead-response-attainment': 'proporción de leads respondidos a tiempo',
  'lead-acceptance-attainment': 'proporción de leads decididos a tiempo',
  'lead-acceptance-rate': 'tasa de aceptación de leads',
  'accepted-untouched-rate': 'proporción de leads aceptados sin contactar',
  'unowned-lead-rate': 'proporción de leads abiertos sin responsable',
  'reassigned-rate': 'proporción de leads reasignados',
  'handoff-score': 'puntuación del traspaso',
  keyResult: 'Resultado clave',
  objective: 'Objetivo',
  owner: 'Responsable',
  value: 'Valor',
  baseline: 'Punto de partida',
  target: 'Meta',
  progress: 'Avance',
  expected: 'Esperado',
  pace: 'Ritmo',
  status: 'Estado',
  confidence: 'Confianza',
  evidence: 'Evidencia',
  metric: 'Métrica',
  segment: 'Segmento',
  current: 'Ahora',
  previous: 'Antes',
  interval: 'Intervalo del 95 %',
  sampleSize: 'n',
  finding: 'Hallazgo',
  severity: 'Gravedad',
  since: 'Desde aproximadamente',
  needs: 'Haría falta',
  records: 'Registros',
  reason: 'Motivo',
  count: 'Cantidad',
  period: 'Periodo',
  definition: 'Definición',
  blocker: 'Bloqueo',
  date: 'Fecha',
  guardrail: 'salvaguarda',
  source: 'Origen',
  points: 'puntos',
  defect: 'Defecto',
  changed: 'Cambio',
  signal: 'Señal',
  customers: 'clientes',
  subscriptions: 'suscripciones',
  orders: 'pedidos',
  activities: 'actividad',
  responses: 'respuestas de encuesta',
  tickets: 'tickets',
  leads: 'leads',
  handoffs: 'traspasos',
  interactions: 'interacciones',
  ownerChanges: 'cambios de responsable',
  opportunities: 'oportunidades',
  metrics: 'métricas enfrentadas',
}

const periods: { readonly [unit: string]: string } = { week: 'por semana', month: 'al mes', quarter: 'por trimestre' }

/** Spanish texts of every code. */
export const es: MessageCatalog = {
  language: () => 'es',
  ...family('term', terms),
  ...family('term', chartTerms),
  ...chartTexts(term),
  ...ruleTexts,
  ...family('status', {
    on_track: 'en buen camino',
    at_risk: 'en riesgo',
    off_track: 'fuera de rumbo',
    attained: 'meta alcanzada por ahora',
    achieved: 'meta cumplida',
    partial: 'meta cumplida en parte',
    missed: 'meta no cumplida',
    dropped: 'sin continuidad',
    no_data: 'sin datos',
    stale: 'sin actualizar',
    not_started: 'sin empezar',
    awaiting_outcome: 'resultado aún no observable',
    signal: 'señal',
    no_signal: 'sin señal',
    not_enough_data: 'datos insuficientes',
    cannot_tell: 'no se puede saber',
    unstable_baseline: 'periodo de referencia inestable',
  }),
  ...family('severity', { info: 'informativa', warning: 'advertencia', critical: 'crítica' }),
  ...family('reason', {
    empty_base: 'no hay nada que medir en este periodo',
    zero_denominator: 'el denominador es cero',
    insufficient_data: 'datos insuficientes',
    not_mature: 'demasiado pronto',
    unbounded: 'sin valor finito',
    mixed_currency: 'varias monedas',
  }),
  ...family('gap', {
    no_records: 'sin registros',
    missing_field: 'falta un campo',
    missing_option: 'falta una elección',
    insufficient_data: 'datos insuficientes',
    not_mature: 'demasiado pronto',
    definition_mismatch: 'medida con otra definición',
  }),
  ...family('caution', {
    short_baseline: 'el periodo de referencia es corto',
    baseline_trend: 'el periodo de referencia ya tiene tendencia',
    baseline_outlier: 'el periodo de referencia tiene un valor atípico',
    autocorrelated: 'los periodos vecinos se parecen',
    season_not_separable: 'no se distingue la temporada de la tendencia',
    overdispersed: 'varía más de lo que explica el azar',
    not_corroborated: 'una segunda prueba no lo ve',
    alarm_cleared: 'una alarma anterior se dio por cerrada',
    interval_widened: 'el intervalo se amplió',
    dependent_segments: 'los segmentos se solapan',
    small_overlap: 'pocos de los clientes perdidos habían respondido',
    weak_test: 'la prueba detecta poco',
    shape_not_pooled: 'pocos clientes de los que aprender el ritmo',
    no_prior: 'muy poca historia de los demás',
    false_discovery: 'puede ser azar entre tantas pruebas',
  }),
  ...family('verdict', {
    attained_clear: 'cumplida con claridad',
    attained_uncertain: 'cumplida, dentro del azar',
    missed_clear: 'claramente no cumplida',
    missed_uncertain: 'no cumplida, dentro del azar',
  }),
  ...family('blocker', {
    dependency: 'depende de otros',
    capacity: 'capacidad',
    decision: 'falta una decisión',
    data: 'datos',
    external: 'ajeno a la empresa',
    other: 'otro',
  }),
  ...family('decision', { keep: 'continuar', modify: 'modificar', drop: 'abandonar' }),
  ...family('change', {
    raised: 'señal nueva',
    kept: 'continúa',
    cleared: 'cerrada',
    status: 'estado',
    progress: 'avance',
  }),
  'heading.review': (p, f) => `Revisión de retención, ${f.date(textOf(p, 'date'))}`,
  'heading.cycle': (p) => `Día ${textOf(p, 'day')} de ${textOf(p, 'days')}`,
  'heading.byChance': (p, f) => `unas ${plainOf(p, 'expected', f)} se esperan solo por azar`,
  ...family('heading', {
    headline: 'Lo primero que hay que saber',
    changes: 'Desde la última revisión',
    objectives: 'Objetivos',
    keyResults: 'Resultados clave',
    trajectories: 'Trayectorias',
    figures: 'Cifras',
    signals: 'Señales',
    contradictions: 'Contradicciones',
    segments: 'Segmentos',
    handoff: 'Traspaso de leads y respuesta',
    customers: 'Clientes en riesgo',
    agenda: 'Orden del día',
    blockers: 'Bloqueos',
    learnings: 'Aprendizajes',
    adjustments: 'Ajustes',
    notes: 'Calidad de los datos y definiciones',
    dataQuality: 'Calidad de los datos',
    gaps: 'Lo que no se pudo calcular',
    definitions: 'Definiciones',
    nothing: 'Nada que destacar.',
    noData: 'Todavía no hay datos.',
    noSignal: 'Ningún detector encontró nada.',
    quiet: 'Revisado y sin señal',
  }),
  ...family('title', {
    'trend.sustained_decline': 'Descenso gradual y sostenido',
    'trend.sustained_improvement': 'Mejora sostenida',
    'dissatisfaction.spike': 'Pico de insatisfacción',
    'nps.fall': 'Caída del NPS',
    'nps.rise': 'Subida del NPS',
    'segments.at_risk': 'Segmento en riesgo',
    'retention.acquisition_imbalance': 'Desequilibrio entre captación y retención',
    'retention.base_shrinking': 'Se pierden más clientes de los que se captan',
    'retention.new_cohorts_leave_sooner': 'Los clientes nuevos se van antes',
    'metrics.contradiction': 'Métricas que se contradicen',
    'sales.close_rate_fall': 'Cae la tasa de cierre aunque el volumen se mantiene',
    'sales.close_rate_dilution': 'Cae la tasa de cierre mientras crece el volumen',
    'sales.close_rate_slowdown': 'Caen la tasa de cierre y el volumen',
    'sales.close_rate_mix_shift': 'Cambia la composición, no el cierre',
    'sales.silence_rise': 'Más prospectos dejan de responder',
    'sales.repeated_objection': 'Objeciones que se repiten',
    'sales.rising_objection': 'Objeción en aumento',
    'sales.unresolved_objection': 'Objeción sin resolver',
    'commitments.promise_conflict': 'Promesas distintas entre equipos',
    'commitments.late': 'Promesas que no se cumplen a tiempo',
    'handoff.slow_response': 'Respuesta lenta',
    'handoff.accepted_untouched': 'Leads aceptados sin contactar',
    'handoff.unowned_leads': 'Leads sin responsable',
    'handoff.bouncing_leads': 'Leads que cambian de manos',
    'customer.purchase_fall': 'Disminuye la frecuencia de compra',
    'customer.interaction_fall': 'Disminuye la interacción',
    'customer.complaints_rise': 'Aumentan las quejas o devoluciones',
    'customer.recommendation_silence': 'Deja de recomendar',
    'customer.promoter_lost': 'Promotor perdido',
    'customer.competitor_mention': 'Comparación abierta con la competencia',
    'competitors.mentions_rise': 'Más comparaciones con la competencia',
    'customers.slipping': 'Clientes que se están perdiendo',
    'review.key_result_off_track': 'Resultado clave fuera de rumbo',
    'review.key_result_missed': 'Resultado clave no cumplido',
    'review.improvement_confirmed': 'Mejora confirmada',
    'review.key_result_unmeasured': 'Resultado clave sin medir',
    'data.duplicate_records': 'Registros duplicados',
    'data.placeholder_values': 'Valores de relleno',
    'data.contradictory_sources': 'Fuentes que se contradicen',
    'data.excluded_records': 'Registros no contados',
    'data.future_records': 'Registros del futuro',
    'data.duplicate_deals': 'Oportunidades duplicadas',
  }),
  'trend.sustained_decline': drift,
  'trend.sustained_improvement': drift,
  'dissatisfaction.spike': (p, f) =>
    `${metric(p)}: ${plainOf(p, 'count', f)} donde se esperaban ${plainOf(p, 'expected', f)} (${times(p, f)}).`,
  'nps.fall': (p, f) => `El NPS bajó de ${plainOf(p, 'from', f)} a ${plainOf(p, 'to', f)} (${change(p, f)}).`,
  'nps.rise': (p, f) => `El NPS subió de ${plainOf(p, 'from', f)} a ${plainOf(p, 'to', f)} (${change(p, f)}).`,
  'segments.at_risk': (p, f) =>
    `${textOf(p, 'subject')}: ${shareOf(p, 'rate', f)} frente a ${shareOf(p, 'restRate', f)} en el resto; ` +
    `su estimación contraída es ${shareOf(p, 'shrunkRate', f)}.`,
  'retention.acquisition_imbalance': (p, f) =>
    `Las cancelaciones subieron de ${shareOf(p, 'firstFrom', f)} a ${shareOf(p, 'firstTo', f)} por periodo mientras se ` +
    `captan tantos clientes como antes (${plainOf(p, 'secondEffect', f)} veces): la captación oculta la fuga.`,
  'retention.base_shrinking': (p, f) => `${plainOf(p, 'effect', f)} clientes perdidos por cada cliente captado.`,
  'retention.new_cohorts_leave_sooner': (p, f) =>
    `Las altas recientes cancelan ${plainOf(p, 'effect', f)} veces más de lo esperado.`,
  'metrics.contradiction': contradiction,
  'sales.close_rate_fall': (p, f) =>
    `La tasa de cierre bajó de ${shareOf(p, 'baselineRate', f)} a ${shareOf(p, 'rate', f)} con volumen estable.`,
  'sales.close_rate_dilution': (p, f) =>
    `La tasa de cierre bajó mientras el volumen subía (${plainOf(p, 'volumeRatio', f)} veces).`,
  'sales.close_rate_slowdown': () => 'Bajaron la tasa de cierre y el volumen.',
  'sales.close_rate_mix_shift': () => 'La bajada se debe a un cambio en la composición.',
  'sales.silence_rise': (p, f) =>
    `Los prospectos que dejan de responder subieron de ${shareOf(p, 'baselineRate', f)} a ${shareOf(p, 'rate', f)}.`,
  'sales.repeated_objection': (p, f) =>
    `Objeción repetida: ${textOf(p, 'subject')} (${shareOf(p, 'share', f)} de las menciones).`,
  'sales.rising_objection': (p, f) =>
    `Objeción en aumento: ${textOf(p, 'subject')}, de ${shareOf(p, 'baselineRate', f)} a ${shareOf(p, 'rate', f)}.`,
  'sales.unresolved_objection': (p) =>
    `Misma objeción en varias etapas de la venta ${textOf(p, 'subject')}: ${textOf(p, 'theme')}.`,
  'commitments.promise_conflict': (p, f) =>
    `Los equipos prometen cosas distintas en ${shareOf(p, 'rate', f)} de los casos comparables.`,
  'commitments.late': (p, f) =>
    `${shareOf(p, 'rate', f)} de los compromisos cumplidos a tiempo, meta ${shareOf(p, 'onTimeTarget', f)}.`,
  'handoff.slow_response': (p, f) =>
    `${textOf(p, 'subject')}: ${shareOf(p, 'attainment', f)} con respuesta a tiempo, meta ${shareOf(p, 'target', f)}.`,
  'handoff.accepted_untouched': (p, f) => `${shareOf(p, 'rate', f)} de los leads aceptados sin contactar.`,
  'handoff.unowned_leads': (p, f) =>
    `${plainOf(p, 'unowned', f)} de ${plainOf(p, 'open', f)} leads abiertos sin responsable.`,
  'handoff.bouncing_leads': (p, f) => `${shareOf(p, 'rate', f)} de los leads cambian de responsable.`,
  'customer.purchase_fall': (p, f) => fall(p, f, 'compras'),
  'customer.interaction_fall': (p, f) => fall(p, f, 'interacciones'),
  'customer.complaints_rise': (p, f) =>
    `${plainOf(p, 'seen', f)} quejas o devoluciones donde se esperaban ${plainOf(p, 'expected', f)}.`,
  'customer.recommendation_silence': (p, f) =>
    `Sin recomendaciones desde hace ${plainOf(p, 'elapsedDays', f)} días; lo habitual es una cada ` +
    `${plainOf(p, 'usualGap', f)}.`,
  'customer.promoter_lost': (p, f) =>
    `Respondió ${plainOf(p, 'score', f)} después de ${plainOf(p, 'previousScore', f)}: ya no es promotor.`,
  'customer.competitor_mention': (p, f) => `Comparación con la competencia en ${plainOf(p, 'count', f)} días.`,
  'competitors.mentions_rise': (p, f) =>
    `${plainOf(p, 'count', f)} conversaciones mencionan a un competidor donde se esperaban ${plainOf(p, 'expected', f)}.`,
  'customers.slipping': (p) => `${textOf(p, 'subject')}: más tiempo sin señales de lo esperado.`,
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
  ...family('error', {
    INVALID_INPUT: 'Los datos no tienen la forma esperada.',
    INVALID_OPTION: 'Una opción es desconocida, falta o está fuera de rango.',
    TOO_LARGE: 'Hay más datos que el límite.',
    INVALID_NUMBER: 'Un número no es válido.',
    INVALID_COUNT: 'Una cantidad no es un número entero desde 0.',
    COUNT_EXCEEDS_BASE: 'Una parte es mayor que su total.',
    MISSING_COUNT: 'Falta una cantidad.',
    RATE_OUT_OF_RANGE: 'Una tasa está fuera de rango.',
    INVALID_AMOUNT: 'Un importe no es válido.',
    NEGATIVE_AMOUNT: 'Un importe no puede ser negativo.',
    AMOUNT_OUT_OF_RANGE: 'Un importe es demasiado grande.',
    INVALID_WEIGHT: 'Un peso no es válido.',
    INVALID_DAY: 'Un día no es una fecha del calendario.',
    INVALID_INSTANT: 'Un momento no es válido.',
    INVALID_TIME_ZONE: 'La zona horaria es desconocida.',
    INVALID_PERIOD: 'Un periodo no es válido.',
    EVENT_ORDER: 'Los hechos están en un orden imposible.',
    CONFLICTING_RECORDS: 'Dos registros se contradicen.',
    DUPLICATE_ID: 'Un identificador se usa dos veces.',
    TALLY_MISMATCH: 'No se pueden unir recuentos de definiciones distintas.',
    TALLY_NOT_MERGEABLE: 'Estos recuentos no se pueden unir.',
    SCORE_OUT_OF_SCALE: 'Una puntuación está fuera de su escala.',
    INVALID_SCALE: 'Una escala no es válida.',
    MIXED_SURVEYS: 'Se mezclan encuestas de tipos distintos.',
    INVALID_BANDS: 'Los tramos tienen huecos o se solapan.',
    INVALID_SEGMENTS: 'Los segmentos tienen huecos o se solapan.',
    INVALID_ZONES: 'Las zonas no están en orden.',
    TIE_BREAKER_REQUIRED: 'Los empates necesitan una regla.',
    NOT_ENROLLED: 'Un participante no está inscrito.',
    INVALID_CONDITION: 'Una condición no es válida.',
    INVALID_GATE: 'Una condición previa no es válida.',
    INVALID_PLAN: 'Un plan no es válido.',
    INVALID_READING: 'Una lectura no corresponde a su resultado clave.',
    INVALID_QUANTITY: 'Una cantidad no es válida.',
    INVALID_DEFINITION: 'Una definición no es válida.',
    MISSING_PERIOD: 'Falta un periodo.',
    MISSING_TARGET: 'Falta una meta.',
    RELATIVE_NEEDS_POSITIVE_BASELINE: 'Una meta relativa necesita un punto de partida mayor que 0.',
    RELATIVE_ON_INTERVAL_SCALE: 'Esta escala no admite metas relativas.',
    TARGET_OUT_OF_DOMAIN: 'La meta está fuera de rango.',
    UNKNOWN_KEY_RESULT: 'El resultado clave es desconocido.',
    UNKNOWN_OBJECTIVE: 'El objetivo es desconocido.',
    ALIGNMENT_CYCLE: 'Los objetivos se sirven unos a otros en círculo.',
    METRIC_MISMATCH: 'La medición es de otra métrica o definición.',
    UNKNOWN_METRIC: 'La métrica es desconocida.',
    INVALID_HISTORY: 'Un historial no es válido.',
    INVALID_MODEL: 'Un modelo no es válido.',
    INVALID_COHORT: 'Una cohorte no es válida.',
    UNSUPPORTED_VERSION: 'La revisión guardada es de otra versión.',
  }),
}

function metric(p: MessageParams): string {
  const code = textOf(p, 'metric')
  return capital(term(code === '–' ? textOf(p, 'subject') : code))
}

function term(code: string): string {
  return Object.hasOwn(terms, code) ? terms[code as keyof typeof terms] : code
}

function records(p: MessageParams): string {
  return capital(term(textOf(p, 'subject')))
}

function reason(code: string): string {
  const texts: { readonly [code: string]: string } = {
    not_mature: 'demasiado pronto',
    empty_base: 'no hay nada que medir',
  }
  return (Object.hasOwn(texts, code) ? texts[code] : undefined) ?? 'datos insuficientes'
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

function periodOf(unit: string): string {
  return (Object.hasOwn(periods, unit) ? periods[unit] : undefined) ?? 'por periodo'
}

function interval(p: MessageParams, f: Formatters): string {
  const level = f.percent(numberOf(p, 'level') ?? 0.95, 0)
  return `IC ${level}: de ${differenceOf(p, 'lower', f)} a ${differenceOf(p, 'upper', f)}`
}

function certainty(p: MessageParams, f: Formatters): string {
  const n = plainOf(p, 'sampleSize', f)
  const value = numberOf(p, 'pValue')
  if (value === undefined) return `su media ha pasado el límite de ${plainOf(p, 'limit', f)} (${n} periodos)`
  if (value < 0.001) return `una serie estable mostraría algo así en menos de 1 de cada 1000 casos (${n} periodos)`
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
    return `${capital(term(first))} y ${term(second)} van en sentidos opuestos. Conviene ver primero quién responde la encuesta.`
  }
  return (
    `${capital(term(first))}: ${half(p, 'first', first, f)}; en cambio, ${term(second)}: ${half(p, 'second', second, f)}. ` +
    'Conviene ver primero quién responde la encuesta.'
  )
}

function half(p: MessageParams, prefix: string, code: string, f: Formatters): string {
  const unit = code.includes('promoter') ? 'points' : 'ratio'
  const show = (name: string): string => showValue(numberOf(p, `${prefix}${name}`), unit, f)
  return `${show('Value')} (IC de ${show('Lower')} a ${show('Upper')}, umbral ${show('Threshold')})`
}

function fall(p: MessageParams, f: Formatters, many: string): string {
  if (p['pattern'] === 'slowdown') return `${plainOf(p, 'seen', f)} ${many}; se esperaban ${plainOf(p, 'expected', f)}.`
  return `Sin ${many} desde hace ${plainOf(p, 'elapsedDays', f)} días; lo habitual es una cada ${plainOf(p, 'usualGap', f)}.`
}

import { family } from '../family.js'
import type { HeadingCode } from '../headingCodes.js'
import type { MessageText } from '../model.js'
import { numberOf, plainOf, textOf } from '../showParams.js'

/** Spanish headings of the report. */
export const headingTexts: { readonly [C in HeadingCode]: MessageText } = {
  'heading.review': (p, f) => `Revisión de retención, ${f.date(textOf(p, 'date'))}`,
  'heading.cycle': (p) => `Día ${textOf(p, 'day')} de ${textOf(p, 'days')}`,
  'heading.byChance': (p, f) => {
    const are = numberOf(p, 'alerts') === 1 ? 'está marcado' : 'están marcados'
    const close =
      (numberOf(p, 'alerts') ?? 0) <= (numberOf(p, 'expected') ?? 0) ? ': no son más de los que explica el azar' : ''
    return (
      `${plainOf(p, 'alerts', f)} de los ${plainOf(p, 'tested', f)} clientes analizados ${are}; solo por azar se ` +
      `esperarían unos ${plainOf(p, 'expected', f)}${close}.`
    )
  },
  'heading.workListTotal': (p, f) =>
    `De los ${plainOf(p, 'customers', f)} clientes que repiten compra, en riesgo: ${plainOf(p, 'atRisk', f)}; ` +
    `probablemente perdidos: ${plainOf(p, 'lost', f)}. La lista está ordenada por lo que se espera perder en los ` +
    `próximos ${plainOf(p, 'days', f)} días.`,
  'heading.workListRhythm': (p, f) =>
    `De los ${plainOf(p, 'customers', f)} clientes que repiten compra, ${plainOf(p, 'atRisk', f)} llevan en silencio más ` +
    `de ${plainOf(p, 'factor', f)} veces su intervalo habitual.`,
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
    controls: 'Evolución, con límites de control',
    netPromoterScore: 'Quién nos recomienda',
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
    onlyWarnings: 'Nada crítico; las advertencias figuran entre las señales.',
    noData: 'Todavía no hay datos.',
    noSignal: 'Ningún detector encontró nada.',
    lint: 'Definición de los objetivos',
    moved: 'más allá del azar',
    workList: 'A quién llamar primero',
    quiet: 'Revisado y sin señal',
  }),
}

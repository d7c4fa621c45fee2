import type { HandoffComponents } from 'retention-okr/metrics'
import type { Language } from '../cafe-roble/objectives.js'

/** What the review of hand-offs says itself; metrics and defects have their names from the library. */
export interface Sentences {
  title: (first: string, last: string) => string
  absent: (folder: string) => string
  counted: (handoffs: number, pending: number) => string
  figure: string
  inTime: string
  headline: (rate: string, lower: string, upper: string) => string
  clocks: (accept: string, respond: string) => string
  hours: (count: string) => string
  defects: (perLead: string) => string
  rejections: string
  noReason: string
  teams: string
  handoffs: string
  clean: string
  answered: string
  score: string
  worst: (count: number) => string
  mark: (value: string) => string
  capped: (raw: string) => string
  points: (count: string) => string
  components: { readonly [component in keyof HandoffComponents]: string }
  wrong: (dimension: string, given: string, right: string) => string
  decided: (elapsed: string, allowed: string) => string
  undecided: (elapsed: string) => string
  touched: (elapsed: string, allowed: string) => string
  untouched: (elapsed: string) => string
  rejected: (reason: string) => string
  decisionDue: string
  passedOn: (count: number, back: number, neutral: number) => string
  duplicate: (id: string) => string
  lost: string
  where: string
}

/** The sentences of the review of hand-offs by language. */
export const sentences: Record<Language, Sentences> = {
  en: {
    title: (first, last) => `Lead hand-offs from ${first} to ${last}`,
    absent: (folder) => `There are no CSV exports in ${folder}: these are a few hand-made leads.`,
    counted: (handoffs, pending) =>
      `${handoffs} hand-offs. ${pending === 0 ? 'The clocks of all have run out' : `The clocks of ${pending} still run`}.`,
    figure: 'Figure',
    inTime: 'of',
    headline: (rate, lower, upper) =>
      `${rate} of the hand-offs were clean: nothing missing, invalid, misclassified or duplicate (95% interval ${lower} to ${upper}).`,
    clocks: (accept, respond) =>
      `In time means a decision within ${accept} and a first human touch within ${respond}, in opening hours of the receiver.`,
    hours: (count) => `${count} h`,
    defects: (perLead) => `Defects, the most frequent first (${perLead} per hand-off)`,
    rejections: 'Rejections by reason',
    noReason: 'no reason given',
    teams: 'By team',
    handoffs: 'Hand-offs',
    clean: 'Clean',
    answered: 'Answered in time',
    score: 'Mean mark',
    worst: (count) => `The ${count} hand-offs with the lowest marks, and where they lost them`,
    mark: (value) => `${value} of 100`,
    capped: (raw) => `capped, as nobody can be contacted; it would be ${raw}`,
    points: (count) => `−${count}`,
    components: {
      completeness: 'required fields',
      classification: 'classification',
      timeliness: 'clocks',
      acceptance: 'acceptance',
      stability: 'owner changes',
      uniqueness: 'duplicate',
    },
    wrong: (dimension, given, right) => `${dimension} is ${given}, should be ${right}`,
    decided: (elapsed, allowed) => `decided after ${elapsed} (${allowed} allowed)`,
    undecided: (elapsed) => `undecided after ${elapsed}`,
    touched: (elapsed, allowed) => `first touch after ${elapsed} (${allowed} allowed)`,
    untouched: (elapsed) => `untouched after ${elapsed}`,
    rejected: (reason) => `rejected: ${reason}`,
    decisionDue: 'the decision is overdue',
    passedOn: (count, back, neutral) =>
      `changed owner ${count === 1 ? 'once' : `${count} times`}${back === 0 ? '' : `, ${back} of them back to an earlier one`}` +
      (neutral === 0 ? '' : `; ${neutral} more for a reason that does not count`),
    duplicate: (id) => `repeats lead ${id}`,
    lost: 'Points',
    where: 'What went wrong',
  },
  es: {
    title: (first, last) => `Traspasos de leads del ${first} al ${last}`,
    absent: (folder) => `No hay exportaciones CSV en ${folder}: estos son unos pocos leads hechos a mano.`,
    counted: (handoffs, pending) =>
      `${handoffs} traspasos. ${pending === 0 ? 'Ya no corre ningún reloj' : `En ${pending} los relojes siguen corriendo`}.`,
    figure: 'Cifra',
    inTime: 'de',
    headline: (rate, lower, upper) =>
      `El ${rate} de los traspasos llegó limpio: nada que falte, sea inválido, esté mal clasificado o duplicado (intervalo del 95 %: ${lower} a ${upper}).`,
    clocks: (accept, respond) =>
      `A tiempo significa decidir en ${accept} y un primer contacto humano en ${respond}, en horario de quien recibe.`,
    hours: (count) => `${count} h`,
    defects: (perLead) => `Defectos, primero los más frecuentes (${perLead} por traspaso)`,
    rejections: 'Rechazos por motivo',
    noReason: 'sin motivo',
    teams: 'Por equipo',
    handoffs: 'Traspasos',
    clean: 'Limpios',
    answered: 'Respondidos a tiempo',
    score: 'Nota media',
    worst: (count) => `Los ${count} traspasos con la nota más baja, y dónde la perdieron`,
    mark: (value) => `${value} de 100`,
    capped: (raw) => `limitada, porque no hay forma de contactar; sería ${raw}`,
    points: (count) => `−${count}`,
    components: {
      completeness: 'campos exigidos',
      classification: 'clasificación',
      timeliness: 'relojes',
      acceptance: 'aceptación',
      stability: 'cambios de responsable',
      uniqueness: 'duplicado',
    },
    wrong: (dimension, given, right) => `${dimension} es ${given}, debería ser ${right}`,
    decided: (elapsed, allowed) => `decidido tras ${elapsed} (plazo: ${allowed})`,
    undecided: (elapsed) => `sin decidir tras ${elapsed}`,
    touched: (elapsed, allowed) => `primer contacto tras ${elapsed} (plazo: ${allowed})`,
    untouched: (elapsed) => `sin contacto tras ${elapsed}`,
    rejected: (reason) => `rechazado: ${reason}`,
    decisionDue: 'la decisión se ha pasado de plazo',
    passedOn: (count, back, neutral) =>
      `cambió ${count === 1 ? 'una vez' : `${count} veces`} de responsable${back === 0 ? '' : `, ${back} de ellas a uno anterior`}` +
      (neutral === 0 ? '' : `; ${neutral} más por un motivo que no cuenta`),
    duplicate: (id) => `repite el lead ${id}`,
    lost: 'Puntos',
    where: 'Qué falló',
  },
}

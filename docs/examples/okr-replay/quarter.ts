import {
  type AssessObjectiveData,
  type ChangeKeyResult,
  type CheckIn,
  cycleContaining,
  type KeyResultVersions,
  type Quantity,
  reviewDates,
} from 'retention-okr/okr'
import type { Language } from '../cafe-roble/objectives.js'

/** Texts that people of the team wrote: titles, reasons, blockers, learnings. */
interface Written {
  objective: string
  churn: string
  repeat: string
  winBack: string
  eased: string
  blocker: string
  corrected: string
  learning: string
  missed: string
}

const written: Record<Language, Written> = {
  en: {
    objective: 'Customers of Café Roble come back',
    churn: 'Monthly churn of subscribers',
    repeat: 'New buyers back in 60 days',
    winBack: 'Dormant customers won back',
    eased: 'the new loyalty card comes a quarter later than planned',
    blocker: 'Reminders of failed payments are not sent; billing fixes the mail template',
    corrected: 'Failed payments had not been counted',
    learning: 'A call in the first week keeps more subscribers than any discount',
    missed: 'The list of dormant customers with a valid phone ran out in March',
  },
  es: {
    objective: 'Los clientes de Café Roble vuelven',
    churn: 'Bajas mensuales de suscriptores',
    repeat: 'Nuevos que repiten en 60 días',
    winBack: 'Clientes inactivos recuperados',
    eased: 'la nueva tarjeta de fidelidad llega un trimestre más tarde',
    blocker: 'No salen los avisos de pagos fallidos; facturación corrige la plantilla del correo',
    corrected: 'No se habían contado los pagos fallidos',
    learning: 'Una llamada en la primera semana retiene más que cualquier descuento',
    missed: 'La lista de clientes inactivos con teléfono válido se acabó en marzo',
  },
}

const cycle = cycleContaining('2026-01-01')

// Every Thursday, and the last day of the quarter.
const checkInDays = [
  ...['2026-01-08', '2026-01-15', '2026-01-22', '2026-01-29', '2026-02-05', '2026-02-12', '2026-02-19'],
  ...['2026-02-26', '2026-03-05', '2026-03-12', '2026-03-19', '2026-03-26', '2026-03-31'],
]

// Who left of 1,500 subscribers, who returned of 600 new buyers, and everybody won back since January.
const left = [75, 76, 77, 72, 73, 71, 70, 68, 66, 64, 62, 61, 59]
const returned = [181, 183, 184, 186, 189, 191, 194, 197, 202, 206, 210, 213, 214]
const wonBack = [12, 25, 37, 50, 62, 76, 85, 96, 104, 109, 112, 115, 117]
const confidence = {
  churn: ['0.6', '0.5', '0.4', '0.4', '0.3', '0.5', '0.6', '0.7', '0.7', '0.8', '0.8', '0.9', '1'],
  repeat: ['0.5', '0.5', '0.4', '0.3', '0.3', '0.6', '0.6', '0.6', '0.7', '0.7', '0.7', '0.8', '0.8'],
  winBack: ['0.8', '0.8', '0.8', '0.9', '0.9', '0.9', '0.9', '0.9', '0.8', '0.8', '0.5', '0.3', '0'],
}

/** A quarter of one objective: what was defined, what was reported and when, and the days of its reviews. */
export interface Quarter extends AssessObjectiveData {
  versions: readonly KeyResultVersions[]
  reviewDays: string[]
}

/** The quarter of the example, with titles and notes in a language. */
export function makeQuarter(language: Language): Quarter {
  const words = written[language]
  const closing = { on: cycle.lastDay, rootCause: words.learning }
  const churn: ChangeKeyResult = {
    id: 'churn',
    title: words.churn,
    kind: 'change',
    unit: 'ratio',
    baseline: '0.05',
    target: '0.04',
    nature: 'rate',
    indicator: 'lagging',
    metricRef: { metric: 'churn-rate' },
    closing: { ...closing, outcome: 'achieved', decision: 'keep' },
  }
  const repeat: ChangeKeyResult = {
    id: 'repeat',
    title: words.repeat,
    kind: 'change',
    unit: 'ratio',
    baseline: '0.3',
    target: '0.4',
    nature: 'rate',
    indicator: 'leading',
    metricRef: { metric: 'cohort-repeat-rate', definition: { withinDays: 60 } },
    closing: { ...closing, outcome: 'partial', decision: 'modify' },
  }
  const winBack: ChangeKeyResult = {
    id: 'win-back',
    title: words.winBack,
    kind: 'change',
    unit: 'count',
    baseline: 0,
    target: 150,
    nature: 'cumulative',
    commitment: 'committed',
    indicator: 'leading',
    evidenceSource: 'CRM',
    closing: { ...closing, outcome: 'missed', decision: 'drop', missReason: words.missed },
  }
  const eased: ChangeKeyResult = { ...repeat, target: '0.36' }
  return {
    objective: {
      id: 'come-back',
      title: words.objective,
      cycleId: cycle.id,
      level: 'company',
      owner: { id: 'lucia-ortega', name: 'Lucía Ortega' },
      cadence: 'weekly',
      keyResults: [churn, eased, winBack],
    },
    cycle,
    checkIns: makeCheckIns(words),
    versions: [
      {
        keyResultId: 'repeat',
        versions: [
          { effectiveFrom: cycle.firstDay, keyResult: repeat },
          { effectiveFrom: '2026-02-09', keyResult: eased, reason: words.eased },
        ],
      },
    ],
    reviewDays: reviewDates({ ...cycle, cadence: 'biweekly' }).map(({ on }) => on),
  }
}

function makeCheckIns(words: Written): CheckIn[] {
  const rows: [id: string, readings: Quantity[], confidence: string[]][] = [
    ['churn', left.map((numerator) => ({ numerator, denominator: 1500 })), confidence.churn],
    ['repeat', returned.map((numerator) => ({ numerator, denominator: 600 })), confidence.repeat],
    ['win-back', wonBack, confidence.winBack],
  ]
  const weekly = rows.flatMap(([keyResultId, readings, stated]) =>
    checkInDays.map(
      (on, index): CheckIn => ({
        id: `${keyResultId}-${on}`,
        keyResultId,
        on,
        reading: { value: readings[index] ?? null },
        confidence: stated[index],
        ...notesOf(keyResultId, on, words),
      }),
    ),
  )
  // A week later somebody saw that the reading of 29 January was too good; the report of that day stays as it was.
  const correction: CheckIn = {
    id: 'churn-2026-01-29-corrected',
    keyResultId: 'churn',
    on: '2026-01-29',
    recordedOn: '2026-02-05',
    supersedes: 'churn-2026-01-29',
    reading: { value: { numerator: 76, denominator: 1500 } },
    confidence: '0.4',
    learnings: [words.corrected],
  }
  return [...weekly, correction]
}

/** What stood in the way of churn until the reminders went out, and what was learned afterwards. */
function notesOf(keyResultId: string, on: string, words: Written): Pick<CheckIn, 'blockers' | 'learnings'> {
  if (keyResultId !== 'churn') return {}
  const blocker = { type: 'dependency', openedOn: '2026-01-22', nextAction: words.blocker } as const
  if (on >= '2026-01-22' && on < '2026-02-12') return { blockers: [blocker] }
  if (on === '2026-02-12') return { blockers: [{ ...blocker, closedOn: '2026-02-10' }] }
  return on === '2026-03-12' ? { learnings: [words.learning] } : {}
}

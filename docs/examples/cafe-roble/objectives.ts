import type { CheckIn, Cycle, KeyResult, KeyResultVersions, Objective } from 'retention-okr/okr'
import type { ReviewPolicy } from 'retention-okr/review'
import { calendars } from './sales.js'
import { hour } from './story.js'

export type Language = 'en' | 'es'

/** What the house has decided: segments, targets, thresholds. */
export const policy: ReviewPolicy = {
  segments: [
    { name: 'plan', of: 'customer', field: 'plan' },
    { name: 'country', of: 'customer', field: 'country' },
    { name: 'category', of: 'ticket', field: 'category' },
  ],
  metrics: {
    'cohort-repeat-rate': { withinDays: 60 },
    'sla-attainment': { target: 24 * hour, operator: 'lt' },
    'inactivity-churn-rate': { inactiveDays: 90 },
    'response-rate': { answerWindowDays: 30 },
  },
  contradictions: [
    { first: { metric: 'net-promoter-score', threshold: 50 }, second: { metric: 'churn-rate', threshold: '0.025' } },
  ],
  signals: { detectSlowResponse: { target: 0.8 }, detectPromiseGap: { onTimeTarget: 0.9 } },
  handoff: {
    calendars,
    requiredFields: [
      { field: 'email', validator: 'email' },
      { field: 'phone', validator: 'phone' },
      { field: 'company' },
    ],
    dimensions: { segment: 1 },
    responseTarget: 4 * hour,
  },
}

export const cycle: Cycle = { id: '2025-Q4', kind: 'quarter', firstDay: '2025-10-01', lastDay: '2025-12-31' }

const checkInDays = ['2025-10-15', '2025-10-29', '2025-11-12', '2025-11-26']

/** A key result with what was typed at the check-ins, and how confident people were. */
interface Row {
  keyResult: KeyResult
  typed: readonly (string | number | null)[]
  confidence: readonly string[]
}

const titles = {
  en: {
    relation: 'Strengthen the relation with our current customers',
    churn: 'A tenth fewer customers leave in a month',
    nps: 'Customers recommend us: NPS above 60',
    repeat: 'Two in three first-time buyers buy again within 60 days',
    participation: 'Members who take part in Club Roble each month',
    support: 'Optimise our support',
    sla: 'Tickets solved within a day',
    recurring: 'A fifth fewer complaints that come back',
    complaints: 'At most four complaints in a hundred orders',
    message: 'One message from marketing to sales',
    clean: 'Hand-offs with a defect, at most one in five',
    response: 'Leads answered within four business hours',
    close: 'More deals won of those closed',
    sheet: 'One promise sheet for the three teams',
  },
  es: {
    relation: 'Fortalecer la relación con los clientes actuales',
    churn: 'Un diez por ciento menos de cancelaciones al mes',
    nps: 'Los clientes nos recomiendan: NPS por encima de 60',
    repeat: 'Dos de cada tres compradores nuevos repiten en 60 días',
    participation: 'Socios que participan cada mes en el Club Roble',
    support: 'Optimizar el soporte',
    sla: 'Tickets resueltos en un día',
    recurring: 'Un veinte por ciento menos de quejas que se repiten',
    complaints: 'Como máximo cuatro quejas por cada cien pedidos',
    message: 'Un solo mensaje de marketing a ventas',
    clean: 'Traspasos con algún defecto: como máximo uno de cada cinco',
    response: 'Leads respondidos en cuatro horas laborables',
    close: 'Más oportunidades ganadas de las que se cierran',
    sheet: 'Una sola hoja de promesas para los tres equipos',
  },
} as const

const notes = {
  en: {
    eased: 'The app that makes taking part easy comes in January',
    form: 'Make the phone required in the web form',
    learning: 'Sales and support now quote from the same sheet',
  },
  es: {
    eased: 'La aplicación que facilita participar llega en enero',
    form: 'Hacer obligatorio el teléfono en el formulario web',
    learning: 'Ventas y soporte ya citan la misma hoja',
  },
} as const

/** The quarter of a company in a language: what was promised, what people reported, which target was eased. */
export interface Quarter {
  objectives: Objective[]
  checkIns: CheckIn[]
  versions: KeyResultVersions[]
}

/** The objectives of the quarter and what people reported. */
export function makeObjectives(language: Language): Quarter {
  const title = titles[language]
  const relation: Row[] = [
    {
      keyResult: {
        id: 'churn',
        title: title.churn,
        kind: 'change',
        unit: 'ratio',
        baseline: '0.036',
        target: { relativeChange: '-0.1' },
        operator: 'lte',
        nature: 'rate',
        metricRef: { metric: 'churn-rate' },
      },
      typed: ['0.041', '0.043', '0.046', '0.049'],
      confidence: ['0.6', '0.5', '0.3', '0.2'],
    },
    {
      keyResult: {
        id: 'nps',
        title: title.nps,
        kind: 'change',
        unit: 'points',
        baseline: 52,
        target: 60,
        operator: 'gt',
        nature: 'rate',
        metricRef: { metric: 'net-promoter-score' },
      },
      typed: [66, 68, 67, 69],
      confidence: ['0.7', '0.8', '0.8', '0.9'],
    },
    {
      keyResult: {
        id: 'repeat',
        title: title.repeat,
        kind: 'change',
        unit: 'ratio',
        baseline: '0.58',
        target: '0.65',
        operator: 'gte',
        nature: 'rate',
        metricRef: { metric: 'cohort-repeat-rate', definition: { withinDays: 60 } },
      },
      typed: [null, null, null, null],
      confidence: ['0.5', '0.5', '0.5', '0.5'],
    },
    {
      keyResult: participation(title.participation, '0.42'),
      typed: ['0.31', '0.32', '0.33', '0.34'],
      confidence: ['0.4', '0.4', '0.6', '0.7'],
    },
  ]
  const support: Row[] = [
    {
      keyResult: {
        id: 'sla',
        title: title.sla,
        kind: 'change',
        unit: 'ratio',
        baseline: '0.74',
        target: '0.85',
        operator: 'gte',
        nature: 'rate',
        metricRef: { metric: 'sla-attainment' },
      },
      typed: ['0.80', '0.81', '0.80', '0.79'],
      confidence: ['0.6', '0.6', '0.6', '0.5'],
    },
    {
      keyResult: {
        id: 'recurring',
        title: title.recurring,
        kind: 'change',
        unit: 'ratio',
        baseline: '0.15',
        target: { relativeChange: '-0.2' },
        operator: 'lte',
        nature: 'rate',
        metricRef: { metric: 'recurring-complaint-rate' },
      },
      typed: ['0.14', '0.14', '0.13', '0.09'],
      confidence: ['0.5', '0.5', '0.6', '0.7'],
    },
    {
      keyResult: {
        id: 'complaints',
        title: title.complaints,
        kind: 'maintain',
        role: 'guardrail',
        unit: 'ratio',
        condition: { operator: 'lte', bound: '0.04', risk: '0.05' },
        metricRef: { metric: 'complaint-rate' },
      },
      typed: ['0.030', '0.029', '0.031', '0.062'],
      confidence: ['0.8', '0.8', '0.8', '0.3'],
    },
  ]
  const message: Row[] = [
    {
      keyResult: {
        id: 'clean-handoffs',
        title: title.clean,
        kind: 'change',
        unit: 'ratio',
        baseline: '0.36',
        target: '0.20',
        operator: 'lte',
        nature: 'rate',
        metricRef: { metric: 'clean-handoff-rate', complement: true },
      },
      typed: ['0.45', '0.52', '0.58', '0.60'],
      confidence: ['0.5', '0.4', '0.2', '0.1'],
    },
    {
      keyResult: {
        id: 'response',
        title: title.response,
        kind: 'change',
        unit: 'ratio',
        baseline: '0.77',
        target: '0.90',
        operator: 'gte',
        nature: 'rate',
        metricRef: { metric: 'lead-response-attainment' },
      },
      typed: ['0.70', '0.62', '0.58', '0.56'],
      confidence: ['0.6', '0.4', '0.3', '0.2'],
    },
    {
      keyResult: {
        id: 'close-rate',
        title: title.close,
        kind: 'change',
        unit: 'ratio',
        baseline: '0.35',
        target: '0.38',
        operator: 'gte',
        nature: 'rate',
        plan: { kind: 'lag', days: 30 },
        metricRef: { metric: 'close-rate' },
      },
      typed: ['0.33', '0.27', '0.20', '0.15'],
      confidence: ['0.6', '0.5', '0.3', '0.2'],
    },
  ]
  const sheet: KeyResult = {
    id: 'promise-sheet',
    title: title.sheet,
    kind: 'checklist',
    items: ['scope', 'draft', 'marketing', 'sales', 'support'].map((id) => ({ id, title: id })),
  }
  const objective = (id: string, text: string, name: string, rows: readonly KeyResult[]): Objective => ({
    id,
    title: text,
    cycleId: cycle.id,
    owner: { id: name.toLowerCase().replace(' ', '-'), name },
    cadence: 'biweekly',
    keyResults: rows,
  })
  return {
    objectives: [
      objective(
        'relation',
        title.relation,
        'Lucía Ortega',
        relation.map(({ keyResult }) => keyResult),
      ),
      objective(
        'support',
        title.support,
        'Grace Whitfield',
        support.map(({ keyResult }) => keyResult),
      ),
      objective('message', title.message, 'Andrés Molina', [...message.map(({ keyResult }) => keyResult), sheet]),
    ],
    versions: [
      {
        keyResultId: 'participation',
        versions: [
          { effectiveFrom: cycle.firstDay, keyResult: participation(title.participation, '0.42') },
          {
            effectiveFrom: '2025-11-05',
            keyResult: participation(title.participation, '0.37'),
            reason: notes[language].eased,
          },
        ],
      },
    ],
    checkIns: [...[...relation, ...support, ...message].flatMap(typedCheckIns(language)), ...sheetCheckIns(language)],
  }
}

function participation(title: string, target: string): KeyResult {
  return {
    id: 'participation',
    title,
    kind: 'change',
    unit: 'ratio',
    baseline: '0.22',
    target,
    operator: 'gte',
    nature: 'rate',
    metricRef: { metric: 'participation-rate' },
  }
}

function typedCheckIns(language: Language): (row: Row) => CheckIn[] {
  return ({ keyResult: { id }, typed, confidence }) =>
    checkInDays.map(
      (on, index): CheckIn => ({
        id: `${id}-${on}`,
        keyResultId: id,
        on,
        reading: { value: typed[index] ?? null },
        confidence: confidence[index] ?? '0.5',
        ...(id === 'response' && index >= 1
          ? { blockers: [{ type: 'dependency', openedOn: '2025-10-29', nextAction: notes[language].form }] }
          : {}),
      }),
    )
}

function sheetCheckIns(language: Language): CheckIn[] {
  const done = [1, 2, 3, 3]
  const confidence = ['0.8', '0.7', '0.7', '0.6']
  return checkInDays.map(
    (on, index): CheckIn => ({
      id: `promise-sheet-${on}`,
      keyResultId: 'promise-sheet',
      on,
      reading: { done: ['scope', 'draft', 'marketing'].slice(0, done[index]) },
      confidence: confidence[index] ?? '0.5',
      ...(index === 3 ? { learnings: [notes[language].learning] } : {}),
    }),
  )
}

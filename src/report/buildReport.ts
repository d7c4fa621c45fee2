import { isRetentionOkrError } from '../errors.js'
import { clean } from '../internal/clean.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertPlain } from '../internal/guards.js'
import type { Messages } from '../locales/model.js'
import type { RetentionReview } from '../review/models/review.js'
import type { Report, Section } from './model.js'
import { type ReportContext, reportContext } from './reportContext.js'
import { agendaSection } from './sections/agendaSection.js'
import { changesSection } from './sections/changesSection.js'
import { cohortsSection } from './sections/cohortsSection.js'
import { contradictionsSection } from './sections/contradictionsSection.js'
import { controlsSection } from './sections/controlsSection.js'
import { customersSection } from './sections/customersSection.js'
import { dataQualitySection } from './sections/dataQualitySection.js'
import { definitionsSection } from './sections/definitionsSection.js'
import { figuresSection } from './sections/figuresSection.js'
import { gapsSection } from './sections/gapsSection.js'
import { handoffSection } from './sections/handoffSection.js'
import { headlineSection } from './sections/headlineSection.js'
import { lintSection } from './sections/lintSection.js'
import { notesSection } from './sections/notesSection.js'
import { npsSection } from './sections/npsSection.js'
import { objectivesSection } from './sections/objectivesSection.js'
import { responsesSection } from './sections/responsesSection.js'
import { segmentsSection } from './sections/segmentsSection.js'
import { signalsSection } from './sections/signalsSection.js'
import { survivalSection } from './sections/survivalSection.js'
import { trajectoriesSection } from './sections/trajectoriesSection.js'

/** What both formats need. */
export interface ReportOptions {
  messages: Messages
  title?: string | undefined
  names?: { readonly [id: string]: string } | undefined
}

/** In the order of the report: what to know and what changed first, the evidence after it. */
const sections: readonly ((context: ReportContext) => Section | null)[] = [
  headlineSection,
  changesSection,
  objectivesSection,
  trajectoriesSection,
  signalsSection,
  contradictionsSection,
  segmentsSection,
  figuresSection,
  controlsSection,
  npsSection,
  cohortsSection,
  survivalSection,
  handoffSection,
  responsesSection,
  customersSection,
  agendaSection,
  (context) => notesSection(context, 'blockers'),
  (context) => notesSection(context, 'learnings'),
  (context) => notesSection(context, 'adjustments'),
  lintSection,
  dataQualitySection,
  gapsSection,
  definitionsSection,
]

const lists = [
  'headline',
  'objectives',
  'measurements',
  'series',
  'controls',
  'segments',
  'signals',
  'blockers',
  'learnings',
  'adjustments',
  'gaps',
  'dataQuality',
  'definitions',
] as const

const functions = ['message', 'term', 'number', 'percent', 'points', 'date', 'duration', 'money', 'list'] as const

/** Lays a review out in sections; a part that the review lacks leaves its section out. */
export function buildReport(review: RetentionReview, options: ReportOptions): Report {
  assertOptions(options)
  try {
    assertPlain(review, 'review')
    assertFinite(review, 'review')
    assertPlain(review.cycle, 'review.cycle')
    for (const name of lists) assertArray(review[name], `review.${name}`)
    return layOut(review, options)
  } catch (error) {
    if (isRetentionOkrError(error)) throw error
    // A stored review may be broken anywhere: whatever its members throw, the caller gets one error.
    return fail('INVALID_INPUT', 'review', 'must be what reviewRetention gives', review)
  }
}

function assertOptions({ messages, title, names = {} }: ReportOptions): void {
  if (functions.some((name) => typeof messages?.[name] !== 'function')) {
    fail('INVALID_OPTION', 'options.messages', 'must come from createMessages', messages)
  }
  if (title !== undefined && typeof title !== 'string') fail('INVALID_OPTION', 'options.title', 'must be text', title)
  if (typeof names !== 'object' || names === null) fail('INVALID_OPTION', 'options.names', 'must be an object', names)
  for (const name of Object.values(names)) {
    if (typeof name !== 'string') fail('INVALID_OPTION', 'options.names', 'must hold texts', name)
  }
}

function layOut(review: RetentionReview, { messages, title: ownTitle, names = {} }: ReportOptions): Report {
  const context = reportContext(review, messages, names)
  const { asOf, cycle } = review
  const title = messages.message({ code: 'heading.review', params: { date: asOf } })
  return {
    title: ownTitle === undefined ? title : clean(ownTitle),
    subtitle: [
      { text: messages.message({ code: 'heading.cycle', params: { day: cycle.day, days: cycle.days } }) },
      { text: ` · ${messages.date(cycle.firstDay)} – ${messages.date(cycle.lastDay)}` },
    ],
    sections: sections.map((section) => section(context)).filter((section) => section !== null),
  }
}

/** No NaN and no infinity may reach a reader. */
function assertFinite(value: unknown, path: string): void {
  const steps = wayToInfinity(value)
  if (steps === null) return
  const { names, number } = steps
  fail(
    'INVALID_NUMBER',
    names.reduceRight((whole, name) => `${whole}${name}`, path),
    'must be finite',
    number,
  )
}

/** The names on the way to a number that is not finite, the last one first; paths are written for those alone. */
function wayToInfinity(value: unknown): { names: string[]; number: number } | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : { names: [], number: value }
  if (typeof value !== 'object' || value === null) return null
  for (const name of Object.keys(value)) {
    const found = wayToInfinity((value as { [name: string]: unknown })[name])
    if (found === null) continue
    found.names.push(Array.isArray(value) ? `[${name}]` : `.${name}`)
    return found
  }
  return null
}

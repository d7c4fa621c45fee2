import { dayNumber } from '../calendar/dayNumber.js'
import { isRetentionOkrError } from '../errors.js'
import { clean } from '../internal/clean.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertPlain } from '../internal/guards.js'
import { glyphs, toneOf } from '../internal/toneOf.js'
import type { Messages } from '../locales/model.js'
import { showValue } from '../locales/showParams.js'
import type { KeyResultReview, MeasuredMetric, ObjectiveReview, RetentionReview, SegmentName } from '../review/model.js'
import type { SignalResult } from '../signals/model.js'
import { createFindingWriter, type FindingWriter } from './createFindingWriter.js'
import { createWords, type Words } from './createWords.js'
import type { Block, Column, Picture, Piece, Report, Section, Text } from './model.js'

/** What both formats need. */
export interface ReportOptions {
  messages: Messages
  title?: string | undefined
  names?: { readonly [id: string]: string } | undefined
}

/** What the parts of a report read. */
interface Context {
  review: RetentionReview
  messages: Messages
  heading: (name: string) => string
  term: (name: string) => string
  words: Words
  nameOf: (id: string) => string
  findings: FindingWriter
}

const lists = [
  'headline',
  'objectives',
  'measurements',
  'series',
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
  const nameOf = (id: string): string => clean((Object.hasOwn(names, id) ? names[id] : undefined) ?? id)
  const context: Context = {
    review,
    messages,
    nameOf,
    words: createWords(messages),
    heading: (name) => messages.message({ code: `heading.${name}`, params: {} }),
    term: (name) => messages.term(name),
    findings: createFindingWriter(review, messages, nameOf),
  }
  const { asOf, cycle } = review
  const title = messages.message({ code: 'heading.review', params: { date: asOf } })
  return {
    title: ownTitle === undefined ? title : clean(ownTitle),
    subtitle: [
      { text: messages.message({ code: 'heading.cycle', params: { day: cycle.day, days: cycle.days } }) },
      { text: ` · ${messages.date(cycle.firstDay)} – ${messages.date(cycle.lastDay)}` },
    ],
    sections: [
      headlineSection(context),
      changesSection(context),
      ...(review.objectives.length > 0 ? [objectivesSection(context)] : []),
      trajectoriesSection(context),
      signalsSection(context),
      figuresSection(context),
      handoffSection(context),
      customersSection(context),
      agendaSection(context),
      notesSection(context, 'blockers'),
      notesSection(context, 'learnings'),
      notesSection(context, 'adjustments'),
      dataQualitySection(context),
      gapsSection(context),
      definitionsSection(context),
    ].filter((section): section is Section => section !== null),
  }
}

/** No NaN and no infinity may reach a reader. */
function assertFinite(value: unknown, path: string): void {
  if (typeof value === 'number' && !Number.isFinite(value)) fail('INVALID_NUMBER', path, 'must be finite', value)
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  for (const [name, member] of Object.entries(value)) {
    assertFinite(member, isList ? `${path}[${name}]` : `${path}.${name}`)
  }
}

function headlineSection({ review, heading, findings }: Context): Section {
  const { headline, measurements, objectives } = review
  const empty = measurements.length === 0 && objectives.length === 0
  const blocks: Block[] =
    headline.length > 0
      ? [{ kind: 'list', items: headline.map(findings.line) }]
      : [{ kind: 'paragraph', text: [{ text: heading(empty ? 'noData' : 'nothing') }] }]
  return { id: 'headline', title: heading('headline'), blocks }
}

function changesSection({ review, messages, heading, words, nameOf }: Context): Section | null {
  const { changes, previousAsOf } = review
  if (changes === undefined || previousAsOf === undefined) return null
  const titles = new Map(keyResultsOf(review).map(({ keyResultId, title }) => [keyResultId, words.title(title)]))
  const keyResults = changes.keyResults
    .filter(({ status: [before, now] }) => before !== now)
    .map(
      ({ keyResultId, status: [before, now] }): Text => [
        { text: titles.get(keyResultId) ?? nameOf(keyResultId), isUser: true },
        { text: ': ' },
        words.word('status', before),
        { text: ' → ' },
        words.word('status', now),
      ],
    )
  const findings = (['raised', 'cleared'] as const).flatMap((kind) =>
    changes.findings[kind].map(
      ({ code, subject, segment }): Text => [
        words.word('change', kind),
        { text: ': ' },
        words.word('title', code),
        { text: ' · ' },
        { text: `${messages.term(nameOf(subject))}${segmentText(segment)}`, isUser: true },
      ],
    ),
  )
  const items = [...keyResults, ...findings]
  if (items.length === 0) return null
  return {
    id: 'changes',
    title: `${heading('changes')} (${messages.date(previousAsOf)})`,
    blocks: [{ kind: 'list', items }],
  }
}

function objectivesSection(context: Context): Section {
  const { review, heading } = context
  return {
    id: 'key-results',
    title: heading('keyResults'),
    blocks: review.objectives.flatMap((objective) => objectiveBlocks(objective, context)),
  }
}

function objectiveBlocks(objective: ObjectiveReview, context: Context): Block[] {
  const { messages, term, words } = context
  const title = words.title(objective.title)
  const owner = objective.owner?.name ?? objective.owner?.id
  const progress = objective.progress === null ? '–' : messages.percent(objective.progress, 0)
  return [
    { kind: 'heading', text: [{ text: title, isUser: true }] },
    {
      kind: 'paragraph',
      text: [
        statusPiece(objective.status, words),
        { text: ` · ${term('progress')} ${progress}` },
        ...(owner === undefined ? [] : [{ text: ` · ${term('owner')}: ` }, { text: clean(owner), isUser: true }]),
      ],
    },
    {
      kind: 'table',
      caption: title,
      columns: [
        { header: term('keyResult') },
        ...numbers([term('value'), term('target')]),
        { header: term('progress') },
        ...numbers([term('expected')]),
        { header: term('status') },
        ...numbers([term('confidence')]),
        { header: term('evidence') },
      ],
      rows: objective.keyResults.map((keyResult) => keyResultRow(keyResult, context)),
    },
  ]
}

function keyResultRow(keyResult: KeyResultReview, { messages, term, words }: Context): Text[] {
  const { title, score, unit, expected, status, confidence, evidence, role } = keyResult
  const verdict = evidence?.verdict
  const show = (value: number | null | undefined): Text => [{ text: showValue(value, unit, messages) }]
  return [
    [
      { text: words.title(title), isUser: true },
      ...(role === 'guardrail' ? [{ text: ` (${term('guardrail')})` }] : []),
    ],
    show(score.value),
    show(score.target),
    [
      {
        text: score.progress === null ? '–' : messages.percent(score.progress, 0),
        picture: bulletOf(keyResult, messages, words),
      },
    ],
    [{ text: messages.percent(expected, 0) }],
    [statusPiece(status, words)],
    [{ text: confidence === null ? '–' : messages.percent(confidence, 0) }],
    [verdict ? words.word('verdict', verdict) : { text: '–' }],
  ]
}

function bulletOf({ title, score, expected, status }: KeyResultReview, messages: Messages, words: Words): Picture {
  const progress = score.progress === null ? words.word('status', 'no_data').text : messages.percent(score.progress, 0)
  return {
    type: 'bullet',
    label: `${words.title(title)}: ${progress}, ${messages.term('expected')} ${messages.percent(expected, 0)}`,
    progress: score.progress,
    expected,
    tone: toneOf(status),
  }
}

function trajectoriesSection({ review, messages, heading, term, words }: Context): Section | null {
  const shown = keyResultsOf(review).filter(
    ({ status, points }) =>
      ['bad', 'warning'].includes(toneOf(status)) && points.some(({ progress }) => progress !== null),
  )
  if (shown.length === 0) return null
  return {
    id: 'trajectories',
    title: heading('trajectories'),
    blocks: shown.flatMap((keyResult): Block[] => [
      { kind: 'heading', text: [{ text: words.title(keyResult.title), isUser: true }] },
      { kind: 'picture', picture: trajectoryOf(keyResult, review, messages, words) },
      {
        kind: 'table',
        caption: words.title(keyResult.title),
        columns: [
          { header: term('date') },
          ...numbers([term('value'), term('progress')]),
          { header: term('status') },
          ...numbers([term('confidence')]),
        ],
        rows: keyResult.points.map(({ on, value, progress, status, confidence }) => [
          [{ text: messages.date(on) }],
          [{ text: showValue(value, keyResult.unit, messages) }],
          [{ text: progress === null ? '–' : messages.percent(progress, 0) }],
          [statusPiece(status, words)],
          [{ text: confidence === null ? '–' : messages.percent(confidence, 0) }],
        ]),
      },
    ]),
  }
}

function trajectoryOf(
  { title, plan, points, status }: KeyResultReview,
  { cycle }: RetentionReview,
  messages: Messages,
  words: Words,
): Picture {
  const first = dayNumber(cycle.firstDay)
  const span = Math.max(1, dayNumber(cycle.lastDay) - first)
  const place = (on: string): number => Math.min(1, Math.max(0, (dayNumber(on) - first) / span))
  const last = points.at(-1)
  const progress = last === undefined || last.progress === null ? '–' : messages.percent(last.progress, 0)
  return {
    type: 'trajectory',
    label: `${words.title(title)}: ${progress}`,
    tone: toneOf(status),
    plan: plan.map(({ on, expected }) => ({ x: place(on), y: expected })),
    points: points.flatMap(({ on, progress: y }) => (y === null ? [] : [{ x: place(on), y: Math.min(1, y) }])),
  }
}

function signalsSection(context: Context): Section | null {
  const { review, heading, findings, messages, words } = context
  if (review.signals.length === 0) return null
  const whole = review.signals.filter((result) => !isOfCustomers(result))
  const loud = whole.filter((result) => result.findings.length > 0)
  const quiet = whole.filter((result) => result.findings.length === 0)
  const blocks: Block[] = []
  if (loud.length === 0) blocks.push({ kind: 'paragraph', text: [{ text: heading('noSignal') }] })
  else {
    blocks.push({
      kind: 'list',
      items: loud.flatMap((result) =>
        result.findings.map((finding): Text => [...findings.line(finding), ...cautionPieces(result, messages, words)]),
      ),
    })
  }
  if (quiet.length > 0) {
    const items = quiet.map(
      (result): Text => [
        { text: `${messages.term(result.subject)}${segmentText(result.segment)}`, isUser: true },
        { text: ': ' },
        words.word('status', result.status),
      ],
    )
    blocks.push({ kind: 'heading', text: [{ text: heading('quiet') }] }, { kind: 'list', items })
  }
  return { id: 'signals', title: heading('signals'), blocks }
}

/** Whether a detector looks at single customers: their findings are a list of their own. */
function isOfCustomers({ detector }: SignalResult): boolean {
  return customerDetectors.includes(detector)
}

const customerDetectors = [
  'detectPurchaseFrequencyFall',
  'detectInteractionFall',
  'detectComplaintsRise',
  'detectRecommendationStopped',
  'detectCompetitorMentions',
]
const shownCustomers = 5

/** The first customers of each detector, with how many false alerts its tests let through by themselves. */
function customersSection({ review, messages, heading, term, findings }: Context): Section | null {
  const results = review.signals.filter((result) => isOfCustomers(result) && result.findings.length > 0)
  if (results.length === 0) return null
  const blocks = results.flatMap((result): Block[] => {
    const [first] = result.findings
    const expected = result.evidence?.['expectedFalseAlerts']
    const title = messages.message({ code: `title.${first?.code ?? ''}`, params: {} })
    const alerts = result.findings.filter(({ severity }) => severity !== 'info').length
    const count = `${term('count')}: ${messages.number(alerts)}`
    const chance =
      typeof expected === 'number' ? ` · ${messages.message({ code: 'heading.byChance', params: { expected } })}` : ''
    return [
      { kind: 'heading', text: [{ text: title }] },
      { kind: 'paragraph', text: [{ text: `${count}${chance}` }] },
      {
        kind: 'list',
        items: result.findings
          .slice(0, shownCustomers)
          .map(
            (finding): Text => [
              { text: clean(finding.subject), isUser: true },
              { text: ' · ' },
              ...findings.line(finding),
            ],
          ),
      },
    ]
  })
  return { id: 'customers', title: heading('customers'), blocks }
}

function agendaSection({ review, messages, words, heading, nameOf }: Context): Section | null {
  if (review.agenda.length === 0) return null
  const titles = new Map(keyResultsOf(review).map(({ keyResultId, title }) => [keyResultId, title]))
  const items = review.agenda.map(({ id, status, question }): Text => {
    const asked = messages.message({ code: question, params: {} })
    return [
      statusPiece(status, words),
      { text: ' · ' },
      { text: words.title(titles.get(id) ?? nameOf(id)), isUser: true },
      ...(asked === question ? [] : [{ text: ` ${asked}` }]),
    ]
  })
  return { id: 'agenda', title: heading('agenda'), blocks: [{ kind: 'list', items }] }
}

function cautionPieces({ cautions }: SignalResult, messages: Messages, words: Words): Piece[] {
  if (cautions.length === 0) return []
  const pieces = cautions.map((caution) => words.word('caution', caution))
  const text = ` (${messages.list(pieces.map((piece) => piece.text))})`
  return [pieces.some(({ isUser }) => isUser) ? { text, isUser: true } : { text }]
}

function figuresSection({ review, messages, heading, term, words }: Context): Section | null {
  const { measurements } = review
  if (measurements.length === 0) return null
  return {
    id: 'figures',
    title: heading('figures'),
    blocks: [
      {
        kind: 'table',
        caption: heading('figures'),
        columns: [
          { header: term('metric') },
          { header: term('segment') },
          ...numbers([term('current'), term('previous'), term('interval'), term('sampleSize')]),
        ],
        rows: measurements.map((figure) => figureRow(figure, messages, words)),
      },
    ],
  }
}

function figureRow({ metric, segment, current, previous }: MeasuredMetric, messages: Messages, words: Words): Text[] {
  const { value, unit, interval, reason, sampleSize } = current
  const shown =
    value === null ? words.word('reason', reason ?? 'insufficient_data') : { text: showValue(value, unit, messages) }
  return [
    [words.term(metric)],
    [
      {
        text: Object.values(segment ?? {})
          .map(clean)
          .join(', '),
        isUser: true,
      },
    ],
    [shown],
    [{ text: previous === undefined ? '–' : showValue(previous.value, unit, messages) }],
    [
      {
        text:
          interval === undefined || value === null
            ? '–'
            : `${showValue(interval.lower, unit, messages)} – ${showValue(interval.upper, unit, messages)}`,
      },
    ],
    [{ text: messages.number(sampleSize) }],
  ]
}

function handoffSection({ review, messages, heading, term, words }: Context): Section | null {
  const { handoff } = review
  if (handoff === undefined) return null
  const figures = [handoff.cleanHandoffRate, handoff.responseAttainment, handoff.acceptance, handoff.reassigned]
  const defects = Object.entries(handoff.defectsByKind)
  const blocks: Block[] = [
    {
      kind: 'table',
      caption: heading('handoff'),
      columns: [{ header: term('metric') }, ...numbers([term('current'), term('interval'), term('sampleSize')])],
      rows: figures.map((current) => {
        const [name = [], , shown = [], , interval = [], size = []] = figureRow(
          { metric: current.metric, current },
          messages,
          words,
        )
        return [name, shown, interval, size]
      }),
    },
  ]
  if (defects.length > 0) {
    blocks.push({
      kind: 'table',
      caption: term('defect'),
      columns: [{ header: term('defect') }, ...numbers([term('count')])],
      rows: defects.map(([defect, count]) => [[defectPiece(defect, messages)], [{ text: messages.number(count) }]]),
    })
  }
  return { id: 'handoff', title: heading('handoff'), blocks }
}

/** A kind of defect with its field, e.g. `missing:phone`, in words. */
function defectPiece(defect: string, messages: Messages): Piece {
  const [kind = '', ...field] = defect.split(':')
  const code = `handoff.${kind}`
  const text = messages.message({ code, params: { field: field.join(':') } })
  return { text: clean(text === code ? defect : text), isUser: true }
}

function notesSection(
  { review, messages, heading, words }: Context,
  part: 'blockers' | 'learnings' | 'adjustments',
): Section | null {
  const titles = new Map(keyResultsOf(review).map(({ keyResultId, title }) => [keyResultId, words.title(title)]))
  const about = (id: string): Piece[] => [{ text: titles.get(id) ?? clean(id), isUser: true }, { text: ': ' }]
  const items: Text[] =
    part === 'blockers'
      ? review.blockers.map(({ keyResultId, type, openedOn, nextAction }) => [
          ...about(keyResultId),
          words.word('blocker', type),
          { text: ` (${messages.date(openedOn)})` },
          ...(nextAction === undefined ? [] : [{ text: ' → ' }, { text: clean(nextAction), isUser: true }]),
        ])
      : part === 'learnings'
        ? review.learnings.map(({ keyResultId, text }) => [...about(keyResultId), { text: clean(text), isUser: true }])
        : review.adjustments.map(({ keyResultId, action, reason }) => [
            ...about(keyResultId),
            words.word('decision', action),
            ...(reason === undefined ? [] : [{ text: ' – ' }, { text: clean(reason), isUser: true }]),
          ])
  return items.length === 0 ? null : { id: part, title: heading(part), blocks: [{ kind: 'list', items }] }
}

function dataQualitySection({ review, heading, findings }: Context): Section | null {
  const { dataQuality } = review
  if (dataQuality.length === 0) return null
  const items = dataQuality.map((finding): Text => {
    const reasons = Object.entries(finding.evidence).map(([reason, count]) => `${reason} ${count}`)
    return [findings.sentence(finding), { text: ` (${reasons.join(', ')})`, isUser: true }]
  })
  return { id: 'data-quality', title: heading('dataQuality'), blocks: [{ kind: 'list', items }] }
}

function gapsSection({ review, heading, term, words }: Context): Section | null {
  const { gaps } = review
  if (gaps.length === 0) return null
  return {
    id: 'gaps',
    title: heading('gaps'),
    blocks: [
      {
        kind: 'table',
        caption: heading('gaps'),
        columns: [{ header: term('metric') }, { header: term('reason') }, { header: term('needs') }],
        rows: gaps.map(({ what, code, needs }) => [
          [words.term(what)],
          [words.word('gap', code)],
          needs.flatMap((need, index) => [...(index === 0 ? [] : [{ text: ', ' }]), words.term(need)]),
        ]),
      },
    ],
  }
}

function definitionsSection({ review, heading, term, words }: Context): Section | null {
  const { definitions } = review
  if (definitions.length === 0) return null
  return {
    id: 'definitions',
    title: heading('definitions'),
    blocks: [
      {
        kind: 'table',
        caption: heading('definitions'),
        columns: [{ header: term('metric') }, { header: term('definition') }],
        rows: definitions.map(({ metric, definition }) => [
          [words.term(metric)],
          [{ text: clean(definitionText(definition)), isUser: true }],
        ]),
      },
    ],
  }
}

/** Options as `name: value`, what is large left out. */
function definitionText(definition: object): string {
  return Object.entries(definition)
    .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(' · ')
}

function statusPiece(status: string, words: Words): Piece {
  const tone = toneOf(status)
  const word = words.word('status', status)
  return { ...word, text: `${glyphs[tone]} ${word.text}`, tone }
}

function numbers(headers: readonly string[]): Column[] {
  return headers.map((header) => ({ header, isNumber: true }))
}

function segmentText(segment: SegmentName | undefined): string {
  const parts = Object.entries(segment ?? {}).map(([name, value]) => `${clean(name)} ${clean(value)}`)
  return parts.length === 0 ? '' : ` · ${parts.join(', ')}`
}

function keyResultsOf({ objectives }: RetentionReview): KeyResultReview[] {
  return objectives.flatMap(({ keyResults }) => keyResults)
}

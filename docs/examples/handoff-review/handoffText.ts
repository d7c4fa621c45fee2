import type { Measurement } from 'retention-okr'
import { createMessages, en, type Messages } from 'retention-okr/locales/en'
import { es } from 'retention-okr/locales/es'
import type { HandoffClock, HandoffFigures, HandoffPolicy, LostPoints } from 'retention-okr/metrics'
import type { Language } from '../cafe-roble/objectives.js'
import { textTable } from '../textTable.js'
import { wrapLines } from '../wrapLines.js'
import type { AssessedLead, HandoffHouse, HandoffReview } from './readHandoffReview.js'
import { type Sentences, sentences } from './sentences.js'

const hour = 3_600_000

interface Pen {
  messages: Messages
  words: Sentences
}

/** The policy as results echo it, with every default filled in. */
type Policy = { readonly [member in keyof HandoffPolicy]-?: NonNullable<HandoffPolicy[member]> }

/** The review of hand-offs as plain text: the summary, and lead by lead where the worst ones went wrong. */
export function handoffText({ quality, worst }: HandoffReview, house: HandoffHouse, language: Language): string {
  const messages = createMessages(language === 'es' ? es : en, { locale: language === 'es' ? 'es-ES' : 'en-GB' })
  const words = sentences[language]
  const pen = { messages, words }
  const policy = quality.definition['policy'] as Policy
  const { period } = house
  const lastDay = new Date(new Date(period.end).getTime() - 1).toISOString()
  const title = words.title(messages.date(String(period.start)), messages.date(lastDay))
  const { cleanHandoffRate: clean, handoffs, pending, defectsPerLead, defectsByKind, rejectReasons, byTeams } = quality
  const [lower, upper] = [clean.interval?.lower, clean.interval?.upper].map((x) => share(x ?? null, pen))
  const rejections = Object.values(rejectReasons).reduce((sum, count) => sum + count, 0)
  const hours = (milliseconds: number): string => hoursOf(milliseconds, pen)
  const worstTitle = words.worst(worst.length)
  return [
    title,
    '='.repeat(title.length),
    words.counted(handoffs, pending),
    ...wrapLines(words.headline(share(clean.value, pen), lower ?? '–', upper ?? '–')),
    ...wrapLines(words.clocks(hours(policy.acceptTarget), hours(policy.responseTarget))),
    '',
    ...figureTable(quality, tellsOwners(house), pen),
    '',
    words.defects(messages.number(defectsPerLead ?? 0)),
    ...countTable(messages.term('defect'), defectsByKind, (key) => defectText(key, pen), handoffs, pen),
    '',
    words.rejections,
    ...countTable(messages.term('reason'), rejectReasons, (reason) => reason || words.noReason, rejections, pen),
    '',
    words.teams,
    ...teamTable(byTeams, pen),
    '',
    worstTitle,
    '='.repeat(worstTitle.length),
    ...worst.flatMap((one, index) => leadSection(one, index + 1, policy, pen)),
  ].join('\n')
}

/** Counts by kind, most frequent first, each with its share of all. */
function countTable(
  header: string,
  counts: Record<string, number>,
  textOf: (key: string) => string,
  all: number,
  pen: Pen,
): string[] {
  const rows = Object.entries(counts)
  return textTable([
    { header, cells: rows.map(([key]) => textOf(key)) },
    { header: pen.messages.term('count'), cells: rows.map(([, count]) => String(count)), align: 'right' },
    { header: '%', cells: rows.map(([, count]) => share(count / all, pen)), align: 'right' },
  ])
}

function share(x: number | null, { messages }: Pen): string {
  return x === null ? '–' : messages.percent(x, 0)
}

function hoursOf(milliseconds: number, { messages, words }: Pen): string {
  return words.hours(messages.number(milliseconds / hour, { maximumFractionDigits: 1 }))
}

/** An export that never says who got a lead cannot tell whether somebody has it. */
function tellsOwners({ handoffs, ownerChanges }: HandoffHouse): boolean {
  return handoffs.some(({ assignedTo }) => assignedTo !== undefined) || ownerChanges.some(({ to }) => to !== undefined)
}

/** The rates with what they were counted from. */
function figureTable(quality: HandoffFigures, withOwners: boolean, pen: Pen): string[] {
  const { messages, words } = pen
  const figures: Measurement[] = [
    quality.cleanHandoffRate,
    quality.firstPassYield,
    quality.acceptanceAttainment,
    quality.responseAttainment,
    quality.acceptance,
    quality.acceptedUntouched,
    quality.reassigned,
    ...(withOwners ? [quality.unowned] : []),
  ]
  const column = (header: string, cell: (figure: Measurement) => string) => ({
    header,
    cells: figures.map(cell),
    align: 'right' as const,
  })
  return textTable([
    { ...column(words.figure, ({ metric }) => messages.term(metric)), align: 'left' },
    column(messages.term('value'), ({ value }) => share(value, pen)),
    column(messages.term('interval'), ({ interval }) =>
      interval === undefined ? '–' : `${share(interval.lower, pen)} – ${share(interval.upper, pen)}`,
    ),
    column(messages.term('count'), ({ numerator }) => String(numerator ?? '–')),
    column(words.inTime, ({ denominator }) => String(denominator ?? '–')),
  ])
}

function teamTable(teams: HandoffReview['quality']['byTeams'], pen: Pen): string[] {
  const { messages, words } = pen
  const column = (header: string, cell: (team: (typeof teams)[number]) => string) => ({
    header,
    cells: teams.map(cell),
    align: 'right' as const,
  })
  return textTable([
    { ...column('', ({ fromTeam, toTeam }) => `${fromTeam} → ${toTeam}`), align: 'left' },
    column(words.handoffs, ({ handoffs }) => String(handoffs)),
    column(words.clean, ({ cleanHandoffRate }) => share(cleanHandoffRate.value, pen)),
    column(words.answered, ({ responseAttainment }) => share(responseAttainment.value, pen)),
    column(words.score, ({ score }) => (score.value === null ? '–' : messages.points(score.value))),
  ])
}

/** `missing:email` in words. */
function defectText(key: string, { messages }: Pen): string {
  const [kind, ...field] = key.split(':')
  return messages.message({ code: `handoff.${kind}`, params: { field: field.join(':') } })
}

/** One hand-off: its mark, and component by component what it lost and why. */
function leadSection(one: AssessedLead, place: number, policy: Policy, pen: Pen): string[] {
  const { messages, words } = pen
  const { lead, handoff, assessment } = one
  const { value, raw, capped, lost } = assessment.score
  const day = messages.date(new Date(handoff.handedAt).toISOString())
  const mark = words.mark(messages.points(value ?? 0))
  const reached = capped ? `${mark} (${words.capped(messages.points(raw ?? 0))})` : mark
  const costly = lost.filter(({ points }) => points > 0)
  const table = textTable([
    { header: words.lost, cells: costly.map(({ points }) => words.points(messages.points(points))), align: 'right' },
    { header: words.where, cells: costly.map((part) => words.components[part.component]) },
    { header: '', cells: costly.map((part) => reasonsOf(part, one, policy, pen).join('; ')) },
  ])
  return [
    '',
    `${place}. ${lead.id}: ${reached} · ${handoff.fromTeam} → ${handoff.toTeam}, ${day}`,
    ...table.map((line) => `   ${line}`),
  ]
}

/** Why a component lost points. */
function reasonsOf({ component }: LostPoints, one: AssessedLead, policy: Policy, pen: Pen): string[] {
  const { messages, words } = pen
  const { lead, handoff, assessment, duplicateOf, isTouched } = one
  const { defects, receiverDefects, reassignments } = assessment
  const isDecided = handoff.decision !== undefined
  switch (component) {
    case 'completeness':
      return defects.flatMap((defect) =>
        defect.kind === 'missing' || defect.kind === 'invalid'
          ? [defectText(`${defect.kind}:${defect.field}`, pen)]
          : [],
      )
    case 'classification':
      return defects.flatMap((defect) => {
        if (defect.kind !== 'wrong') return []
        const { actual, reference } = lead.classification ?? {}
        return [words.wrong(defect.field, classOf(actual, defect.field), classOf(reference, defect.field))]
      })
    case 'timeliness':
      return [
        ...clockOf(assessment.acceptance, policy.acceptTarget, isDecided ? words.decided : words.undecided, pen),
        ...clockOf(assessment.response, policy.responseTarget, isTouched ? words.touched : words.untouched, pen),
      ]
    case 'acceptance': {
      if (!isDecided) return [words.decisionDue]
      if (receiverDefects.length > 0) return [messages.message({ code: 'handoff.missing_reject_reason', params: {} })]
      return [words.rejected(handoff.decision?.reason ?? words.noReason)]
    }
    case 'stability':
      return [words.passedOn(reassignments.counted, reassignments.pingPong, reassignments.neutral)]
    case 'uniqueness':
      return duplicateOf === undefined ? [] : [words.duplicate(duplicateOf)]
  }
}

function classOf(classes: { readonly [dimension: string]: unknown } | undefined, dimension: string): string {
  return String(classes?.[dimension] ?? '–').trim()
}

/** What a clock says when it ran over its target. */
function clockOf({ state, elapsed }: HandoffClock, target: number, say: ClockWords, pen: Pen): string[] {
  if (state !== 'breached' || elapsed === null) return []
  return [say(hoursOf(elapsed, pen), hoursOf(target, pen))]
}

type ClockWords = (elapsed: string, allowed: string) => string

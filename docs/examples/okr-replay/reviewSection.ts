import type { Messages } from 'retention-okr/locales/en'
import { bulletList, type Point } from '../bulletList.js'
import { textTable } from '../textTable.js'
import type { Figures } from './figures.js'
import type { QuarterReview, ReviewedItem } from './readReview.js'
import type { Sentences } from './sentences.js'

/** What a section is written with. */
export interface Pen {
  messages: Messages
  words: Sentences
  figures: Figures
}

/** One review as lines of text: where things stand, where they go, what changed, what to talk about. */
export function reviewSection(review: QuarterReview, place: string, lastDay: string, pen: Pen): string[] {
  const { messages, words, figures } = pen
  const { objective, items } = review
  const status = figures.status(objective.status)
  return [
    place,
    '='.repeat(place.length),
    words.objective(status, figures.share(objective.progress), figures.share(objective.expected)),
    '',
    ...agendaTable(items, pen),
    ...bulletList(words.forecastHeading(messages.date(lastDay)), forecasts(items, pen)),
    ...bulletList(heading('changes', pen), changes(items, pen)),
    ...bulletList(
      words.goalposts,
      items.flatMap((item) => goalposts(item, pen)),
    ),
    ...bulletList(heading('blockers', pen), blockers(items, pen)),
    ...bulletList(heading('learnings', pen), learnings(items)),
    ...bulletList(words.worthAWord, findings(review, pen)),
    '',
  ]
}

function heading(code: string, { messages }: Pen): string {
  return messages.message({ code: `heading.${code}`, params: {} })
}

function agendaTable(items: readonly ReviewedItem[], { messages, figures }: Pen): string[] {
  const column = (code: string, cell: (item: ReviewedItem) => string, align: 'left' | 'right' = 'right') => ({
    header: messages.term(code),
    cells: items.map(cell),
    align,
  })
  return textTable([
    column('keyResult', ({ keyResult }) => keyResult.title, 'left'),
    column('value', ({ value, keyResult }) => figures.value(value, keyResult)),
    column('target', (item) => targetOf(item, figures)),
    column('progress', ({ now }) => figures.share(now.score.progress)),
    { header: '', cells: items.map(({ now }) => figures.bar(now.score.progress, now.expected)) },
    column('expected', ({ now }) => figures.share(now.expected)),
    column('status', ({ now }) => figures.status(now.status), 'left'),
    column('confidence', ({ now }) => figures.share(now.confidence)),
  ])
}

function targetOf({ definition, eased }: ReviewedItem, figures: Figures): string {
  if (definition.kind !== 'change') return '–'
  return `${figures.value(Number(definition.target), definition)}${eased === undefined ? '' : ' *'}`
}

function forecasts(items: readonly ReviewedItem[], { messages, words, figures }: Pen): string[] {
  return items.flatMap(({ keyResult, now: { forecast } }) => {
    if (forecast === null || forecast.reason === 'period_ended') return []
    const { mean, interval, probability, readings } = forecast
    if (interval === null || probability === null) return [`${keyResult.title}: ${words.tooEarly(readings)}`]
    const [value, lower, upper] = [mean, interval.lower, interval.upper].map((x) => figures.value(x, keyResult))
    const level = messages.percent(interval.level, 0)
    const text = words.forecast(value ?? '', level, lower ?? '', upper ?? '', figures.chance(probability))
    return [`${keyResult.title}: ${text}`]
  })
}

function changes(items: readonly ReviewedItem[], { messages, words, figures }: Pen): Point[] {
  if (items.every(({ before }) => before === undefined)) return [words.nothingChanged]
  return items.flatMap(({ keyResult, now, before, value, valueBefore, corrected }): Point[] => {
    if (before === undefined) return []
    const parts = [`${figures.value(valueBefore, keyResult)} → ${figures.value(value, keyResult)}`]
    const [progressBefore, progress] = [before, now].map(({ score }) => figures.share(score.progress))
    parts.push(`${messages.message({ code: 'change.progress', params: {} })} ${progressBefore} → ${progress}`)
    if (now.status !== before.status) parts.push(`${figures.status(before.status)} → ${figures.status(now.status)}`)
    const stated = (now.confidence ?? 0) - (before.confidence ?? 0)
    if (Math.abs(stated) > 0.001) parts.push(words.confidence(figures.change(stated)))
    const point = `${keyResult.title}: ${parts.join('; ')}`
    if (corrected === undefined) return [point]
    const { on, seen, known } = corrected
    const [was = '', is = ''] = [seen, known].map((one) => figures.value(one.value, keyResult))
    const [reviewed = '', after = ''] = [seen, known].map(({ score }) => figures.share(score.progress))
    return [[point, words.corrected(messages.date(on), was, is, reviewed, after)]]
  })
}

function goalposts({ keyResult, definition, now, eased }: ReviewedItem, { messages, words, figures }: Pen): Point[] {
  if (eased === undefined || definition.kind !== 'change' || eased.original.kind !== 'change') return []
  const { version, original } = eased
  const [from, to] = [original, definition].map(({ target }) => figures.value(Number(target), keyResult))
  const probability = eased.now.forecast?.probability ?? null
  const chance = probability === null ? '' : words.originalChance(figures.probability(probability))
  const status = figures.status(eased.now.status)
  const moved = words.eased(from ?? '', to ?? '', messages.date(version.effectiveFrom), version.reason ?? '')
  const progress = figures.share(now.history.progressOriginal)
  return [[`${keyResult.title}: ${moved}`, `${words.original(from ?? '', progress, status)}${chance}`]]
}

/** The blockers of the newest check-in, and the day on which they were solved. */
function blockers(items: readonly ReviewedItem[], { messages, words }: Pen): string[] {
  return items.flatMap(({ checkIns }) =>
    (checkIns.at(-1)?.blockers ?? []).map(({ type, nextAction = '', closedOn }) => {
      const text = `${messages.message({ code: `blocker.${type}`, params: {} })}: ${nextAction}`
      return closedOn === undefined ? text : words.closed(text, messages.date(closedOn))
    }),
  )
}

function learnings(items: readonly ReviewedItem[]): string[] {
  return items.flatMap(({ checkIns }) => checkIns.flatMap(({ learnings: learned = [] }) => learned))
}

function findings({ findings: found, items }: QuarterReview, { words }: Pen): string[] {
  const titleOf = (id: string): string | undefined =>
    items.find(({ keyResult }) => keyResult.id === id)?.keyResult.title
  return found.map(({ code, subject }) => {
    const [title, text] = [titleOf(subject), words.lint[code] ?? code]
    return title === undefined ? text : `${title}: ${text}`
  })
}

import type { Instant, Measurement } from 'retention-okr'
import type { Messages } from 'retention-okr/locales/en'
import { measureCloseRate, measureSalesCycle } from 'retention-okr/metrics'
import type { Opportunity } from 'retention-okr/records'
import type { Language } from '../cafe-roble/objectives.js'
import { wrapLines } from '../wrapLines.js'
import type { SalesView } from './model.js'
import { salesWords } from './salesWords.js'

/** What is shown of the deals, and to whom. */
export interface SalesPage extends SalesView {
  opportunities: readonly Opportunity[]
  asOf: Instant
  timeZone: string
  messages: Messages
  language: Language
}

const [dayLength, shownStale] = [86_400_000, 5]

/** The deals as Markdown: won by month of creation, days to close, what is overdue, and the close rate by segment. */
export function salesText(given: SalesPage): string {
  const { closeRate, segments, since, messages, language } = given
  const opportunities = given.opportunities.filter(({ createdAt }) => String(createdAt) >= (since ?? ''))
  const page = { ...given, opportunities }
  const words = salesWords[language]
  const { basis, windowDays } = closeRate
  const rate = basis === 'closed' ? words.closedRate : words.createdRate(windowDays ?? 0)
  return [
    ...[`## ${words.sales}`, ''],
    ...(since === undefined ? [] : [words.since(messages.date(since)), '']),
    ...[`### ${words.cohorts}`, '', ...cohortTable(page), '', words.soFar, ''],
    ...[`### ${words.cycle}`, '', ...cycleLines(page), ''],
    ...segments.flatMap((field) => [
      `### ${words.closeRateBy(words.fields[field] ?? field)}`,
      '',
      ...segmentTable(page, field),
      '',
    ]),
    ...wrapLines(rate),
    '',
    ...wrapLines(words.overlap),
    '',
  ].join('\n')
}

function segmentTable(page: SalesPage, field: string): string[] {
  const { opportunities, closeRate, messages, language } = page
  const words = salesWords[language]
  const rates = [...groupsOf(opportunities, field)].map(([name, deals]) => ({
    name,
    ...measureCloseRate(deals, { ...common(page), ...closeRate }),
  }))
  return table(
    [words.fields[field] ?? field, words.counted, words.won, messages.term('close-rate'), messages.term('interval')],
    rates
      .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.name < b.name ? -1 : 1))
      .map(({ name, ...rate }) => [
        name || words.blank,
        rate.denominator ?? 0,
        rate.numerator ?? 0,
        ...shareCells(rate, page),
      ]),
    messages,
  )
}

/** One row for the deals created in each month. */
function cohortTable(page: SalesPage): string[] {
  const { opportunities, closeRate, messages, language } = page
  const { windowDays } = closeRate
  const words = salesWords[language]
  const within = windowDays === undefined ? [] : [words.counted, words.within(windowDays), messages.term('interval')]
  const rows = [...groupsOf(opportunities, 'month')].sort(([a], [b]) => (a < b ? -1 : 1))
  return table(
    [words.month, words.created, words.won, words.lost, words.open, words.wonSoFar, ...within],
    rows.map(([month, deals]) => {
      const raw = measureCloseRate(deals, { ...common(page), basis: 'created' })
      const { numerator = 0, denominator = 0, pending = 0 } = raw
      const cells = [denominator, numerator, denominator - numerator - pending, pending, shareCells(raw, page)[0] ?? '']
      const aged = measureCloseRate(deals, { ...common(page), basis: 'created', windowDays })
      return [month, ...cells, ...(windowDays === undefined ? [] : [aged.denominator ?? 0, ...shareCells(aged, page)])]
    }),
    messages,
  )
}

function cycleLines(page: SalesPage): string[] {
  const { opportunities, messages, language, asOf } = page
  const words = salesWords[language]
  const { value, p90, openCount, stale } = measureSalesCycle(opportunities, common(page))
  if (value === null || p90 === null) return [`- ${words.noneWon}`]
  const createdAt = new Map(opportunities.map((deal) => [deal.id, new Date(deal.createdAt).getTime()]))
  const ageOf = (id: string): number => Math.floor((new Date(asOf).getTime() - (createdAt.get(id) ?? 0)) / dayLength)
  const oldest = [...stale].sort((a, b) => ageOf(b) - ageOf(a) || (a < b ? -1 : 1)).slice(0, shownStale)
  const days = (count: number): string => messages.number(count, { maximumFractionDigits: 0 })
  return [
    `- ${words.median(days(value), days(p90))}`,
    `- ${words.stale(messages.number(stale.length), messages.number(openCount), days(p90))}`,
    ...oldest.map((id) => `  - ${id}: ${words.days(days(ageOf(id)))}`),
  ]
}

function common({ asOf, timeZone }: SalesPage): Pick<SalesPage, 'asOf' | 'timeZone'> {
  return { asOf, timeZone }
}

/** Deals by the month of their creation, by a field of their own, or by a column of the export. */
function groupsOf(deals: readonly Opportunity[], field: string): Map<string, Opportunity[]> {
  const groups = new Map<string, Opportunity[]>()
  for (const deal of deals) {
    const own = field === 'month' ? String(deal.createdAt).slice(0, 7) : field === 'ownerId' ? deal.ownerId : undefined
    const key = String(own ?? deal.extra?.[field] ?? '')
    groups.set(key, [...(groups.get(key) ?? []), deal])
  }
  return groups
}

/** A share and its interval, or why there is none. */
function shareCells({ value, reason, interval }: Measurement, { messages }: SalesPage): string[] {
  if (value === null) return [messages.message({ code: `reason.${reason}`, params: {} }), '–']
  const limits =
    interval === undefined ? '–' : `${messages.percent(interval.lower)} – ${messages.percent(interval.upper)}`
  return [messages.percent(value), limits]
}

/** A Markdown table whose first column is text. */
function table(header: readonly string[], rows: readonly (string | number)[][], messages: Messages): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(header),
    line(header.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...rows.map((cells) => line(cells.map((cell) => (typeof cell === 'number' ? messages.number(cell) : cell)))),
  ]
}

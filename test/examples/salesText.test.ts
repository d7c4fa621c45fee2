import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../docs/examples/cafe-roble/objectives.js'
import { type ReviewedFolder, reviewFolder } from '../../docs/examples/folders/reviewFolder.js'
import { salesText } from '../../docs/examples/folders/salesText.js'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import type { Share } from '../datasets/figureShapes.js'
import { hasDatasets, readFigures } from '../datasets/readDataset.js'

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url))
const messages = {
  en: createMessages(en, { locale: 'en-GB' }),
  es: createMessages(es, { locale: 'es-ES' }),
}
const { number, percent } = messages.en

function pageOf({ mapping, records }: ReviewedFolder, language: Language): string {
  const { asOf, timeZone, sales = { closeRate: { basis: 'closed' }, segments: [] } } = mapping
  const opportunities = [...(records.opportunities ?? [])]
  return salesText({ ...sales, asOf, timeZone, opportunities, messages: messages[language], language })
}

/** The cells after the first one of the row that begins with a text. */
function rowOf(text: string, start: string): string[] | undefined {
  const row = text.split('\n').find((line) => line.startsWith(`| ${start} |`))
  return row
    ?.split(' | ')
    .slice(1)
    .map((cell) => cell.replace(' |', ''))
}

function limitsOf({ wilson95 }: Share): string {
  return (wilson95 ?? []).map((limit) => percent(limit ?? 0)).join(' – ')
}

describe.skipIf(!hasDatasets)('deals of a CRM (skipped without ../shared/data)', () => {
  type Cohort = { won: number; lost: number; open: number; wonOverCreated: number }
  type Spread = { median: number; p90: number }
  const figures = readFigures<{
    byEngageMonth: Record<string, Cohort>
    closeRateByMonth: Record<string, Share>
    closeRateByAgent: Record<string, Share>
    closeRateByRegion: Record<string, Share>
    cycleDays: { won: Spread }
    stages: { Engaging: number }
  }>('maven_crm')
  let reviewed: ReviewedFolder
  let text: string
  beforeAll(() => {
    reviewed = reviewFolder(`${data}/maven_crm`, () => {})
    text = pageOf(reviewed, 'en')
  })

  it('reviews the close rate of the last month, and watches it by product and agent', () => {
    const { measurements, series } = reviewed.review
    const { k, n } = figures.closeRateByMonth['2017-12'] ?? {}
    const whole = measurements.filter(({ segment }) => segment === undefined)
    expect(whole.map(({ metric, current }) => [metric, current.numerator, current.denominator])).toEqual([
      ['close-rate', k, n],
    ])
    const watched = series.flatMap(({ segment }) => Object.keys(segment ?? {}))
    expect(watched.filter((name) => name === 'agent')).toHaveLength(Object.keys(figures.closeRateByAgent).length)
    expect(watched.filter((name) => name === 'product')).toHaveLength(7)
  })

  it('shows what became of the deals of each month', () => {
    for (const [month, { won, lost, open, wonOverCreated }] of Object.entries(figures.byEngageMonth)) {
      const counts = [won + lost + open, won, lost, open].map((count) => number(count))
      expect(rowOf(text, month)).toEqual([...counts, percent(wonOverCreated)])
    }
  })

  it.each(['closeRateByAgent', 'closeRateByRegion'] as const)('shows the figures of %s', (name) => {
    for (const [segment, share] of Object.entries(figures[name])) {
      const counts = [share.n, share.k].map((count) => number(count ?? 0))
      expect(rowOf(text, segment)).toEqual([...counts, percent(share.rate ?? 0), limitsOf(share)])
    }
  })

  it('says how long deals take and how many are overdue', () => {
    const { median, p90 } = figures.cycleDays.won
    expect(text).toContain(`Half of the deals won took ${median} days or less, nine in ten ${p90} or less.`)
    const { opportunities = [], asOf } = { ...reviewed.records, ...reviewed.mapping }
    const ages = [...opportunities]
      .filter(({ status }) => status === 'open')
      .map(({ createdAt }) => (Date.parse(String(asOf)) - Date.parse(String(createdAt))) / 86_400_000)
      .sort((a, b) => b - a)
    const overdue = ages.filter((age) => age > p90).length
    expect(text).toContain(`- ${number(overdue)} of ${number(figures.stages.Engaging)} open deals are older`)
    const shown = [...text.matchAll(/^ {2}- \w+: (\d+) days$/gm)].map(([, age]) => Number(age))
    expect(shown).toEqual(ages.slice(0, 5))
  })

  it('speaks Spanish, with the numbers of Spain', () => {
    const spanish = pageOf(reviewed, 'es')
    expect(spanish).toContain('### Tasa de cierre por comercial')
    expect(spanish).toContain('57 días o menos')
    const [rate, ...limits] = [0.6190476, 0.5660538, 0.6693501].map((share) => messages.es.percent(share))
    expect(rowOf(spanish, 'Anna Snelling')).toEqual(['336', '208', rate, limits.join(' – ')])
    expect(rate).toMatch(/^61,9\s%$/)
    expect(spanish).not.toMatch(/\b(deals?|won|lost|open|days|close rate)\b|undefined|NaN/i)
  })
})

describe.skipIf(!hasDatasets)('leads of a marketplace (skipped without ../shared/data)', () => {
  const figures = readFigures<{ window60: { byMonth: Record<string, Share> } }>('olist_funnel')
  const quarter = ['2018-01', '2018-02', '2018-03']
  let reviewed: ReviewedFolder
  let text: string
  beforeAll(() => {
    reviewed = reviewFolder(`${data}/olist_funnel`, () => {})
    text = pageOf(reviewed, 'en')
  })

  it('reviews the leads of the last quarter, each by its first 60 days', () => {
    const [closeRate] = reviewed.review.measurements
    const sumOf = (part: 'k' | 'n') =>
      quarter.reduce((sum, month) => sum + (figures.window60.byMonth[month]?.[part] ?? 0), 0)
    expect(closeRate).toMatchObject({
      metric: 'close-rate',
      current: { numerator: sumOf('k'), denominator: sumOf('n'), definition: { basis: 'created', windowDays: 60 } },
    })
    expect(closeRate?.current.pending ?? 0).toBe(0)
  })

  it('shows the share won within 60 days by month, and that the last one is too young', () => {
    for (const month of quarter) {
      const share = figures.window60.byMonth[month] as Share
      expect(rowOf(text, month)?.slice(-3)).toEqual([number(share.n ?? 0), percent(share.rate ?? 0), limitsOf(share)])
    }
    expect(rowOf(text, '2018-05')?.slice(-3)).toEqual(['0', 'too early to say', '–'])
    expect(rowOf(text, '2017-12')).toBeUndefined()
    expect(text).toContain('Only deals created from 1 January 2018 on are shown.')
  })

  it('shows the origins, one of which says nothing and one that it is not known', () => {
    expect(rowOf(text, '(not given)')).toHaveLength(4)
    expect(rowOf(text, 'unknown')).toHaveLength(4)
    expect(rowOf(pageOf(reviewed, 'es'), '(sin indicar)')).toHaveLength(4)
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHandoffPolicy, syntheticHandoffs } from '../../docs/examples/folders/syntheticHandoffs.js'
import { makeFewLeads } from '../../docs/examples/handoff-review/fewLeads.js'
import { type HandoffHouse, readHandoffReview } from '../../docs/examples/handoff-review/readHandoffReview.js'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import { measureLeadHandoffQuality } from '../../src/metrics/index.js'
import { hasDatasets } from '../datasets/readDataset.js'
import { statementsOfRows } from './handoffRows.js'
import { runExample } from './runExample.js'

const messages = createMessages(en, { locale: 'en-GB' })
const share = (x: number | null | undefined): string => (x === null || x === undefined ? '–' : messages.percent(x, 0))

/** The figures of the quarter by one direct call. */
function qualityOf({ policy, asOf, timeZone, period, ...records }: HandoffHouse) {
  return measureLeadHandoffQuality(records, { asOf, timeZone, period, policy })
}

/** What the text must say of a house, from one direct call. */
function expectFigures(text: string, house: HandoffHouse): void {
  const quality = qualityOf(house)
  const { cleanHandoffRate: clean, defectsByKind, rejectReasons } = quality
  expect(text).toContain(`\n${quality.handoffs} hand-offs.`)
  expect(text).toContain(`\n${share(clean.value)} of the hand-offs were clean`)
  expect(text.replaceAll('\n', ' ')).toContain(
    `(95% interval ${share(clean.interval?.lower)} to ${share(clean.interval?.upper)})`,
  )
  const rates = [clean, quality.firstPassYield, quality.acceptanceAttainment, quality.responseAttainment]
  for (const rate of [...rates, quality.acceptance, quality.acceptedUntouched, quality.reassigned]) {
    expect(rowOf(text, messages.term(rate.metric))).toEqual([
      share(rate.value),
      rate.interval === undefined ? '–' : `${share(rate.interval.lower)} – ${share(rate.interval.upper)}`,
      String(rate.numerator),
      String(rate.denominator),
    ])
  }
  for (const [key, count] of Object.entries(defectsByKind)) {
    const [kind, field] = key.split(':')
    const defect = messages.message({ code: `handoff.${kind}`, params: { field } })
    expect(rowOf(text, defect)).toEqual([String(count), share(count / quality.handoffs)])
  }
  for (const [reason, count] of Object.entries(rejectReasons)) {
    expect(rowOf(text, reason || 'no reason given')[0]).toBe(String(count))
  }
}

/** The cells after the first one of the line that begins with a text. */
function rowOf(text: string, start: string): string[] {
  const line = text.split('\n').find((one) => one.startsWith(`${start}  `)) ?? ''
  return line.split(/\s{2,}/).slice(1)
}

/** The worst hand-offs of the text: id, mark, points lost by component. */
function worstOf(text: string) {
  return text
    .split(/\n(?=\d+\. )/)
    .slice(1)
    .map((section) => {
      const [, id, mark, raw] = /^\d+\. (\S+): ([\d.]+) of 100(?: \(.*would be ([\d.]+)\))?/.exec(section) ?? []
      const lost = [...section.matchAll(/^ +−([\d.]+) /gm)].map(([, points]) => Number(points))
      return { id, mark: Number(mark), raw: Number(raw ?? mark), lost }
    })
}

/** What the text says of the worst hand-offs, whatever the order. */
function statementsOf(text: string) {
  return text
    .split(/\n(?=\d+\. )/)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n')
      const reasons = lines.filter((line) => /^ +−\d/.test(line)).map((line) => line.trim().split(/\s{2,}/)[2] ?? '')
      return {
        id: /^\d+\. (\S+):/.exec(title)?.[1] ?? '',
        capped: /capped|limitada/.test(title),
        statements: reasons.flatMap((reason) => reason.split('; ')).sort(),
      }
    })
}

describe('the example that reviews hand-offs, without a folder of exports', () => {
  const empty = mkdtempSync(join(tmpdir(), 'retention-okr-'))
  let run: ReturnType<typeof runExample>
  beforeAll(() => {
    run = runExample('handoff-review.ts', ['--data', empty])
  })
  afterAll(() => rmSync(empty, { recursive: true }))

  it('says so, ends well and reviews a few leads', () => {
    expect(run).toMatchObject({ status: 0, progress: '' })
    expect(run.text.startsWith(`There are no CSV exports in ${empty}: these are a few hand-made leads.`)).toBe(true)
  })

  it('prints the figures of the library', () => {
    expectFigures(run.text, makeFewLeads())
  })

  it('prints for the worst leads what the library assessed: marks, points, fields', () => {
    const { worst } = readHandoffReview(makeFewLeads(), 5)
    expect(worstOf(run.text)).toEqual(
      worst.map(({ lead, assessment: { score } }) => ({
        id: lead.id,
        mark: Number(messages.points(score.value ?? 0)),
        raw: Number(messages.points(score.raw ?? 0)),
        lost: score.lost.filter(({ points }) => points > 0).map(({ points }) => Number(messages.points(points))),
      })),
    )
    const [unreachable] = worst
    expect(unreachable?.assessment.defects).toEqual([
      { kind: 'missing', field: 'email' },
      { kind: 'invalid', field: 'phone' },
    ])
    expect(run.text).toContain('required fields  missing: email; invalid: phone')
    expect(run.text).toContain('segment is café, should be hotel')
    expect(run.text).toContain('repeats lead A-01')
  })

  it('prints the same text again, in any zone', () => {
    expect(runExample('handoff-review.ts', ['--data', empty], 'Pacific/Apia').text).toBe(run.text)
  })

  it('speaks Spanish, with the numbers of Spain', () => {
    const { status, text } = runExample('handoff-review.ts', ['--data', empty, '--lang', 'es'])
    expect(status).toBe(0)
    const { score } = qualityOf(makeFewLeads())
    expect(text).toContain(createMessages(es, { locale: 'es-ES' }).points(score.value ?? 0))
    expect(text).not.toMatch(/\b(hand-offs?|leads? answered|missing|Figure|of 100|clocks)\b|undefined|NaN/)
  })
})

describe.skipIf(!hasDatasets)('the example on the hand-offs of a folder (skipped without ../shared/data)', () => {
  const folder = fileURLToPath(new URL('../../../shared/data/synthetic_handoffs', import.meta.url))
  let house: HandoffHouse
  let run: ReturnType<typeof runExample>
  beforeAll(() => {
    const keep = <T>(_name: string, { records }: { records: T[] }): T[] => records
    const records = syntheticHandoffs.read(folder, { say: () => {}, keep })
    const { leads = [], handoffs = [], interactions = [], ownerChanges = [], opportunities = [] } = records
    house = {
      ...makeFewLeads(),
      leads: [...leads],
      handoffs: [...handoffs],
      interactions: [...interactions],
      ownerChanges: [...ownerChanges],
      opportunities: [...opportunities],
      policy: readHandoffPolicy(folder),
    }
    run = runExample('handoff-review.ts')
  })

  it('finds the folder by itself, ends well and says on the side how many rows it read', () => {
    expect(run.status).toBe(0)
    expect(run.text.startsWith('Lead hand-offs from 1 April 2025 to 30 June 2025\n')).toBe(true)
    expect(run.progress).toContain('handoffs.csv: 370 records, 0 bad rows')
  })

  it('prints the figures of the library', () => {
    expectFigures(run.text, house)
  })

  it('prints the same text again when the folder is named', () => {
    expect(runExample('handoff-review.ts', ['--data', folder]).text).toBe(run.text)
  })

  it('assesses each hand-off as the summary does, and shows the five lowest marks', () => {
    const { quality, worst: all } = readHandoffReview(house, Number.POSITIVE_INFINITY)
    const marks = all.map(({ assessment }) => assessment.score.value ?? 0)
    expect(marks).toHaveLength(quality.score.sampleSize)
    expect(marks.reduce((sum, mark) => sum + mark, 0) / marks.length).toBeCloseTo(quality.score.value ?? 0, 9)
    const clean = all.filter(({ assessment }) => assessment.defects.length === 0)
    expect(clean).toHaveLength(quality.cleanHandoffRate.numerator ?? 0)
    const shown = worstOf(run.text)
    expect(shown.map(({ id }) => id)).toEqual(all.slice(0, 5).map(({ lead }) => lead.id))
    expect(shown.map(({ mark }) => mark)).toEqual(
      [...marks]
        .sort((a, b) => a - b)
        .slice(0, 5)
        .map((mark) => Number(messages.points(mark))),
    )
    for (const { raw, lost } of shown) expect(100 - lost.reduce((sum, points) => sum + points, 0)).toBeCloseTo(raw, 0)
  })

  it.each(['en', 'es'] as const)(
    'says of the worst hand-offs, in %s, all that their rows show and nothing else',
    (language) => {
      const { text } = language === 'en' ? run : runExample('handoff-review.ts', ['--lang', language])
      const said = statementsOf(text)
      expect(said).toHaveLength(5)
      for (const { id, capped, statements } of said) {
        const shown = statementsOfRows(id, language)
        expect({ id, ...shown }).toEqual({ id, capped, statements })
      }
    },
  )
})

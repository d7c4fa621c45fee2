import { beforeAll, describe, expect, it } from 'vitest'
import { makeQuarter } from '../../docs/examples/okr-replay/quarter.js'
import { sentences } from '../../docs/examples/okr-replay/sentences.js'
import { createMessages, en } from '../../src/locales/en/index.js'
import { es } from '../../src/locales/es/index.js'
import { assessObjective, gradeKeyResult, orderReviewAgenda, scoreAsOf } from '../../src/okr/index.js'
import { runExample } from './runExample.js'

const quarter = makeQuarter('en')
const messages = createMessages(en, { locale: 'en-GB' })
const share = (x: number | null): string => (x === null ? '–' : messages.percent(x, 0))
const versions = quarter.versions[0]?.versions ?? []
const easedOn = versions[1]?.effectiveFrom ?? ''

/** The lines of the review of a day. */
function sectionOf(text: string, day: string): string[] {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.startsWith('Review ') && line.endsWith(messages.date(day)))
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.startsWith('Review ') || line === sentences.en.close)
  return rest.slice(0, end)
}

describe('the example that replays a quarter', () => {
  let run: ReturnType<typeof runExample>
  let spanishRun: ReturnType<typeof runExample>
  beforeAll(() => {
    run = runExample('okr-replay.ts')
    spanishRun = runExample('okr-replay.ts', ['--lang', 'es'])
  })

  it('ends well and says nothing on the side', () => {
    expect(run).toMatchObject({ status: 0, progress: '' })
  })

  it('prints the same text again, in any zone', () => {
    expect(runExample('okr-replay.ts', [], 'Pacific/Apia').text).toBe(run.text)
  })

  it.each(quarter.reviewDays)('prints what was known on %s', (asOf) => {
    const section = sectionOf(run.text, asOf)
    const { progress, expected, keyResults } = assessObjective(quarter, { asOf })
    expect(section[1]).toContain(`${share(progress)} of the way; ${share(expected)} was expected`)
    for (const { keyResultId, score, expected, status, confidence, forecast } of keyResults) {
      const { title = '' } = quarter.objective.keyResults.find(({ id }) => id === keyResultId) ?? {}
      const row = section.find((line) => line.startsWith(title)) ?? ''
      const figures = row.replace(/[#·]*\|[#·]*/, '').split(/\s{2,}/)
      expect(figures.slice(3)).toEqual([
        share(score.progress),
        share(expected),
        messages.message({ code: `status.${status}`, params: {} }),
        share(confidence),
      ])
      if (forecast?.probability === null || forecast?.probability === undefined) continue
      const { probability } = forecast
      const chance = probability < 0.01 ? 'under 1%' : probability > 0.99 ? 'over 99%' : share(probability)
      const sentence = section.find((line) => line.startsWith(`  - ${title}: `) && line.includes('interval')) ?? ''
      expect(sentence).toMatch(new RegExp(`target (un)?(likely|possible) \\(${chance}\\)$`))
    }
  })

  it.each(quarter.reviewDays)('puts the key results in the order of the agenda on %s', (asOf) => {
    const before = quarter.reviewDays[quarter.reviewDays.indexOf(asOf) - 1]
    const earlier = before === undefined ? undefined : assessObjective(quarter, { asOf: before })
    const agenda = orderReviewAgenda(
      assessObjective(quarter, { asOf }).keyResults.map(({ keyResultId: id, status, confidence }) => ({
        id,
        status,
        confidence,
        previousConfidence: earlier?.keyResults.find(({ keyResultId }) => keyResultId === id)?.confidence,
      })),
    )
    const titles = agenda.map(({ id }) => quarter.objective.keyResults.find((one) => one.id === id)?.title ?? '')
    const section = sectionOf(run.text, asOf)
    expect(section.filter((line) => titles.some((title) => line.startsWith(title)))).toEqual(
      titles.map((title) => expect.stringMatching(new RegExp(`^${title}`))),
    )
  })

  it.each(quarter.reviewDays)('shows on %s the eased target beside the progress against the first one', (asOf) => {
    const checkIns = quarter.checkIns.filter(({ keyResultId }) => keyResultId === 'repeat')
    const { goalpostsEased, progressOriginal } = scoreAsOf({ versions, checkIns }, { asOf })
    const text = sectionOf(run.text, asOf).join('\n')
    expect(goalpostsEased).toBe(asOf >= easedOn)
    expect(text.includes('36% *')).toBe(asOf >= easedOn)
    expect(text.includes(`against the original 40%: ${share(progressOriginal)} of the way`)).toBe(asOf >= easedOn)
  })

  it('tells the review after a correction what the one before had seen', () => {
    const checkIns = quarter.checkIns.filter(({ keyResultId }) => keyResultId === 'churn')
    const keyResult = quarter.objective.keyResults.find(({ id }) => id === 'churn')
    const data = { versions: keyResult === undefined ? [] : [{ effectiveFrom: '2026-01-01', keyResult }], checkIns }
    const seen = scoreAsOf(data, { asOf: '2026-01-29' }).progress
    const known = scoreAsOf(data, { asOf: '2026-01-29', knownOn: '2026-02-12' }).progress
    expect([seen, known]).toEqual([0.2, 0])
    const text = sectionOf(run.text, '2026-02-12').join(' ').replace(/\s+/g, ' ')
    expect(text).toContain(`progress was ${share(known)}, not the ${share(seen)} that the review saw`)
  })

  it('prints the grades, the promise apart from the aspirations', () => {
    const asOf = quarter.cycle.lastDay
    const closing = run.text.slice(run.text.indexOf(sentences.en.close))
    for (const { keyResultId, score } of assessObjective(quarter, { asOf }).keyResults) {
      const keyResult = quarter.objective.keyResults.find(({ id }) => id === keyResultId)
      const grade = gradeKeyResult({ commitment: keyResult?.commitment, score }, { asOf })
      const row = closing.split('\n').find((line) => line.startsWith(keyResult?.title ?? ''))
      expect(row).toContain(`${grade.score?.toFixed(2)}  ${sentences.en.verdicts[grade.verdict]}`)
    }
    expect(closing).toContain('Promises kept: 0 of 1. Mean grade of the 2 aspirations: 0.97.')
    expect(closing).toContain('by the original target it would be 0.57, half way')
  })

  it('speaks Spanish, with the numbers of Spain', () => {
    const { status, text } = spanishRun
    const spanish = createMessages(es, { locale: 'es-ES' })
    expect(status).toBe(0)
    const { progress } = assessObjective(quarter, { asOf: '2026-03-26' })
    expect(text).toContain(`El objetivo lleva recorrido el ${spanish.percent(progress ?? 0, 0)}`)
    expect(text).toContain(spanish.message({ code: 'status.off_track', params: {} }))
    expect(text).not.toMatch(/\b(Review|progress|target|status|Forecast|confidence)\b/)
  })

  it('has words for every code in both languages', () => {
    for (const { text } of [run, spanishRun]) expect(text).not.toMatch(/\b[a-z_]+\.[a-z_]+\b|undefined|NaN/)
  })
})

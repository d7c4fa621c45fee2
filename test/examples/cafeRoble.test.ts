import { beforeAll, describe, expect, it } from 'vitest'
import { makeCafeRoble } from '../../docs/examples/cafe-roble/makeCafeRoble.js'
import { cycle, makeObjectives, policy } from '../../docs/examples/cafe-roble/objectives.js'
import { asOf, timeZone } from '../../docs/examples/cafe-roble/story.js'
import type { Finding } from '../../src/index.js'
import { type RetentionReview, reviewRetention } from '../../src/review/index.js'

/** What the story holds: code, subject, segment, severity and the months within which it began. */
const planted: [
  code: string,
  subject: string,
  segment: string | undefined,
  severity: string,
  since?: [string, string],
][] = [
  ['trend.sustained_decline', 'churn-rate', 'Esencial', 'critical', ['2025-02-01', '2025-06-01']],
  ['segments.at_risk', 'Esencial', undefined, 'warning'],
  ['retention.acquisition_imbalance', 'customers', undefined, 'warning'],
  ['metrics.contradiction', 'net-promoter-score/churn-rate', undefined, 'warning'],
  ['dissatisfaction.spike', 'complaint-rate', undefined, 'critical', ['2025-09-01', '2025-11-01']],
  ['dissatisfaction.spike', 'complaint-rate', 'delivery', 'critical', ['2025-09-01', '2025-11-01']],
  ['commitments.promise_conflict', 'promise-consistency', undefined, 'critical'],
  ['commitments.late', 'commitment-fulfilment-rate', undefined, 'warning'],
  ['trend.sustained_decline', 'clean-handoff-rate', undefined, 'critical', ['2025-05-01', '2025-09-01']],
  ['trend.sustained_decline', 'lead-response-attainment', undefined, 'critical', ['2025-05-01', '2025-09-01']],
  ['handoff.slow_response', 'all', undefined, 'critical'],
  ['sales.close_rate_fall', 'close-rate', undefined, 'critical'],
  ['sales.silence_rise', 'silent-prospect-rate', undefined, 'critical'],
  ['sales.rising_objection', 'fit', undefined, 'critical'],
  ['handoff.bouncing_leads', 'reassigned-rate', undefined, 'warning'],
  ['handoff.unowned_leads', 'unowned-lead-rate', undefined, 'warning'],
]

/** What follows from the story and is not asked for. */
const echoes = [
  'churn-rate',
  'complaint-rate',
  'reassigned-rate',
  'close-rate',
  'silent-prospect-rate',
  'commitment-fulfilment-rate',
]

function isEcho({ code, subject }: Finding): boolean {
  if (code === 'trend.sustained_decline') return echoes.includes(subject)
  return code === 'retention.new_cohorts_leave_sooner' || code === 'handoff.slow_response'
}

/** Warnings and critical findings; those of single customers have their own control. */
function alarmsOf(review: RetentionReview): Finding[] {
  return review.signals
    .flatMap(({ findings }) => findings)
    .filter(({ severity, code }) => severity !== 'info' && !code.startsWith('customer'))
}

function reviewOf(story: boolean): RetentionReview {
  const records = makeCafeRoble({ story })
  return reviewRetention({ cycle, ...makeObjectives('en'), records }, { asOf, timeZone, policy })
}

describe('the story of Café Roble', () => {
  let review: RetentionReview
  let alarms: Finding[]

  beforeAll(() => {
    review = reviewOf(true)
    alarms = alarmsOf(review)
  })

  it.each(planted)('finds %s of %s (%s)', (code, subject, segment, severity, since) => {
    const found = alarms.find((finding) => {
      const [value] = Object.values(finding.segment ?? {})
      return finding.code === code && finding.subject === subject && value === segment
    })
    expect(found?.severity).toBe(severity)
    if (since === undefined) return
    expect((found?.since ?? '') >= since[0] && (found?.since ?? '') <= since[1]).toBe(true)
  })

  it('finds nothing else', () => {
    const others = alarms.filter((finding) => {
      const isPlanted = planted.some(([code, subject]) => code === finding.code && subject === finding.subject)
      return !isPlanted && !isEcho(finding)
    })
    expect(others).toEqual([])
  })

  it('shows the status of every key result', () => {
    const statuses = review.objectives.flatMap(({ keyResults }) =>
      keyResults.map(({ keyResultId, status }) => [keyResultId, status]),
    )
    expect(Object.fromEntries(statuses)).toMatchObject({
      churn: 'off_track',
      nps: 'attained',
      participation: 'on_track',
      repeat: 'no_data',
      complaints: 'off_track',
      'clean-handoffs': 'off_track',
      response: 'off_track',
      'close-rate': 'off_track',
      'promise-sheet': 'at_risk',
    })
    expect(review.objectives.map(({ status }) => status)).toEqual(['off_track', 'off_track', 'off_track'])
    const eased = review.objectives[0]?.keyResults.find(({ keyResultId }) => keyResultId === 'participation')
    expect(eased?.history.goalpostsEased).toBe(true)
  })

  it('survives JSON and stays below two megabytes', () => {
    const text = JSON.stringify(review)
    expect(JSON.parse(text)).toEqual(review)
    expect(text.length).toBeLessThan(2_000_000)
  })
})

describe('the same company without the story', () => {
  it('raises no alarm', () => {
    expect(alarmsOf(reviewOf(false))).toEqual([])
  })
})

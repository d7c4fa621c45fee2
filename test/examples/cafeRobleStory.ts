import { makeCafeRoble } from '../../docs/examples/cafe-roble/makeCafeRoble.js'
import { cycle, makeObjectives, policy } from '../../docs/examples/cafe-roble/objectives.js'
import { asOf, timeZone } from '../../docs/examples/cafe-roble/story.js'
import type { Finding } from '../../src/index.js'
import { type RetentionReview, reviewRetention } from '../../src/review/index.js'

/** A finding that the story holds. */
export interface Planted {
  code: string
  subject: string
  /** Value of its segment; undefined for the whole. */
  segment?: string
  severity: 'critical' | 'warning'
  /** Months within which it began. */
  since?: readonly [string, string]
  /** Critical in nine of ten companies only. */
  often?: true
}

const spike = { code: 'dissatisfaction.spike', subject: 'complaint-rate', severity: 'critical' } as const
const decline = { code: 'trend.sustained_decline', severity: 'critical' } as const
const autumn = ['2025-09-01', '2025-11-01'] as const
const summer = ['2025-05-01', '2025-09-01'] as const

/** What the story of Café Roble holds. */
export const planted: readonly Planted[] = [
  { ...decline, subject: 'churn-rate', segment: 'Esencial', since: ['2025-02-01', '2025-06-01'] },
  { code: 'segments.at_risk', subject: 'Esencial', severity: 'warning' },
  { code: 'retention.acquisition_imbalance', subject: 'customers', severity: 'warning' },
  { code: 'metrics.contradiction', subject: 'net-promoter-score/churn-rate', severity: 'warning' },
  { ...spike, since: autumn, often: true },
  { ...spike, segment: 'delivery', since: autumn },
  { code: 'commitments.promise_conflict', subject: 'promise-consistency', severity: 'critical' },
  { code: 'commitments.late', subject: 'commitment-fulfilment-rate', severity: 'warning' },
  { ...decline, subject: 'clean-handoff-rate', since: summer },
  { ...decline, subject: 'lead-response-attainment', since: summer },
  { code: 'handoff.slow_response', subject: 'all', severity: 'critical' },
  { code: 'sales.close_rate_fall', subject: 'close-rate', severity: 'critical' },
  { code: 'sales.silence_rise', subject: 'silent-prospect-rate', severity: 'critical' },
  { code: 'sales.rising_objection', subject: 'fit', severity: 'critical', often: true },
  { code: 'handoff.bouncing_leads', subject: 'reassigned-rate', severity: 'warning' },
  { code: 'handoff.unowned_leads', subject: 'unowned-lead-rate', severity: 'warning' },
]

/** Series that fall because of the story; nobody asks for them. */
const echoes = [
  'churn-rate',
  'complaint-rate',
  'reassigned-rate',
  'close-rate',
  'silent-prospect-rate',
  'commitment-fulfilment-rate',
]

/** What a planted finding looks like in a review; its day and severity are judged apart. */
export function isPlanted(finding: Finding, { code, subject, segment }: Planted): boolean {
  const [value] = Object.values(finding.segment ?? {})
  return finding.code === code && finding.subject === subject && value === segment
}

/** Whether it began when the story says so. */
export function isDated({ since }: Finding, { since: months }: Planted): boolean {
  return months === undefined || ((since ?? '') >= months[0] && (since ?? '') <= months[1])
}

/** Alarms that the story neither holds nor explains. */
export function othersOf(alarms: readonly Finding[]): Finding[] {
  return alarms.filter((finding) => !planted.some((one) => isPlanted(finding, one)) && !isEcho(finding))
}

function isEcho({ code, subject, segment }: Finding): boolean {
  const [value] = Object.values(segment ?? {})
  if (code === 'trend.sustained_decline') {
    // Of the plans only Esencial was repriced, of the complaints only those on delivery jump.
    if (segment?.['plan'] !== undefined && value !== 'Esencial') return false
    if (segment?.['category'] !== undefined && value !== 'delivery') return false
    return echoes.includes(subject)
  }
  return code === 'retention.new_cohorts_leave_sooner' || code === 'handoff.slow_response'
}

/** Warnings and critical findings; those of single customers have their own control. */
export function alarmsOf(review: RetentionReview): Finding[] {
  return review.signals
    .flatMap(({ findings }) => findings)
    .filter(({ severity, code }) => severity !== 'info' && !code.startsWith('customer'))
}

/** The review of the company of a seed; without one that of the demo. */
export function reviewOfCafeRoble(story: boolean, seed?: number): RetentionReview {
  const records = makeCafeRoble(seed === undefined ? { story } : { story, seed })
  return reviewRetention({ cycle, ...makeObjectives('en'), records }, { asOf, timeZone, policy })
}

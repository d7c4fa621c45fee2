import type { Unit } from '../measurement.js'

/** How the counts of a metric become a series. */
export interface SeriesMetric {
  /** What the periods of the series hold. */
  kind: 'proportion' | 'rate' | 'value'
  /** Which direction is good. */
  better: 'up' | 'down'
  /** Unit of the figures. */
  unit: Unit
  /** Name of the count above the line. */
  numerator: string
  /** Names of the counts whose sum is below the line. */
  denominator: readonly string[]
}

const proportions: readonly [better: 'up' | 'down', metrics: Record<string, readonly [string, ...string[]]>][] = [
  [
    'down',
    {
      'churn-rate': ['lost', 'opening'],
      'inactivity-churn-rate': ['lost', 'opening'],
      'voluntary-churn-rate': ['lostVoluntary', 'opening'],
      'involuntary-churn-rate': ['lostInvoluntary', 'opening'],
      'completed-churn-rate': ['lostCompleted', 'opening'],
      'unknown-churn-rate': ['lostUnknown', 'opening'],
      'complaint-share': ['customersWithComplaint', 'customers'],
      'recurring-complaint-rate': ['recurring', 'complaints'],
      'return-rate': ['returned', 'sold'],
      'silent-prospect-rate': ['silent', 'assessed'],
      'accepted-untouched-rate': ['acceptedUntouched', 'acceptedDue'],
      'unowned-lead-rate': ['unowned', 'open'],
      'reassigned-rate': ['reassigned', 'handed'],
    },
  ],
  [
    'up',
    {
      'repeat-purchase-rate': ['repeatBuyers', 'buyers'],
      'returning-customer-rate': ['returningBuyers', 'buyers'],
      'cohort-repeat-rate': ['repeated', 'eligible'],
      'response-rate': ['responded', 'delivered'],
      csat: ['satisfied', 'answered'],
      ces: ['easy', 'answered'],
      'sla-attainment': ['met', 'met', 'breached'],
      'first-contact-resolution-rate': ['resolvedFirst', 'resolved'],
      'commitment-fulfilment-rate': ['kept', 'due'],
      'on-time-rate': ['onTime', 'due'],
      'in-full-rate': ['inFull', 'due'],
      'kept-ever-rate': ['fulfilled', 'due'],
      'participation-rate': ['participants', 'eligible'],
      'referral-rate': ['referrers', 'customers'],
      'referred-share': ['referred', 'newCustomers'],
      'close-rate': ['won', 'won', 'lost'],
      'clean-handoff-rate': ['clean', 'handed'],
      'first-pass-yield': ['firstPass', 'mature'],
      'fully-complete-rate': ['fullyComplete', 'completenessAssessed'],
      'lead-response-attainment': ['responseMet', 'responseMet', 'responseBreached'],
      'lead-acceptance-attainment': ['acceptanceMet', 'acceptanceMet', 'acceptanceBreached'],
      'lead-acceptance-rate': ['accepted', 'accepted', 'rejected'],
      'recycled-lead-yield': ['recycledWon', 'recycled'],
    },
  ],
]

/** The metrics whose counts add up over periods, by code. */
export const seriesMetrics: ReadonlyMap<string, SeriesMetric> = new Map<string, SeriesMetric>([
  ...proportions.flatMap(([better, metrics]) =>
    Object.entries(metrics).map(([code, [numerator, ...denominator]]): [string, SeriesMetric] => [
      code,
      { kind: 'proportion', better, unit: 'ratio', numerator, denominator },
    ]),
  ),
  [
    'complaint-rate',
    { kind: 'rate', better: 'down', unit: 'ratio', numerator: 'complaints', denominator: ['exposure'] },
  ],
  [
    'purchase-frequency',
    { kind: 'rate', better: 'up', unit: 'count', numerator: 'occasions', denominator: ['buyers'] },
  ],
  [
    'referrals-per-customer',
    { kind: 'rate', better: 'up', unit: 'count', numerator: 'referrals', denominator: ['customers'] },
  ],
  ['net-promoter-score', npsMetric()],
  ['employee-net-promoter-score', npsMetric()],
  ['handoff-score', { kind: 'value', better: 'up', unit: 'score', numerator: 'scores', denominator: [] }],
])

function npsMetric(): SeriesMetric {
  return {
    kind: 'value',
    better: 'up',
    unit: 'points',
    numerator: 'promoters',
    denominator: ['promoters', 'passives', 'detractors'],
  }
}

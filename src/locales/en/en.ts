import { family } from '../family.js'
import type { Formatters, MessageCatalog, MessageParams } from '../model.js'
import {
  capital,
  differenceOf,
  figureOf,
  numberOf,
  oneIn,
  plainOf,
  shareOf,
  showP,
  showValue,
  textOf,
} from '../showParams.js'
import { chartTerms, chartTexts } from './chartTexts.js'
import { ruleTexts } from './ruleTexts.js'

const terms = {
  'churn-rate': 'churn rate',
  'inactivity-churn-rate': 'inactivity churn rate',
  'voluntary-churn-rate': 'voluntary churn rate',
  'involuntary-churn-rate': 'involuntary churn rate',
  'net-promoter-score': 'NPS',
  'employee-net-promoter-score': 'employee NPS',
  'repeat-purchase-rate': 'repeat-purchase rate',
  'returning-customer-rate': 'returning-customer rate',
  'cohort-repeat-rate': 'repeat rate of first-time buyers',
  'cohort-retention': 'cohort retention',
  'purchase-frequency': 'purchase frequency',
  'time-between-purchases': 'time between purchases',
  mrr: 'monthly recurring revenue',
  'net-revenue-retention': 'net revenue retention',
  'gross-revenue-retention': 'gross revenue retention',
  stickiness: 'stickiness',
  'response-rate': 'response rate',
  csat: 'CSAT',
  ces: 'CES',
  'first-response-time': 'first response time',
  'time-to-resolution': 'time to resolution',
  'sla-attainment': 'SLA attainment',
  'first-contact-resolution-rate': 'first-contact resolution',
  'commitment-fulfilment-rate': 'commitment fulfilment',
  'on-time-rate': 'on-time rate',
  'complaint-rate': 'complaint rate',
  'complaint-share': 'share of customers with a complaint',
  'recurring-complaint-rate': 'share of recurring complaints',
  'return-rate': 'return rate',
  'participation-rate': 'participation rate',
  'referral-rate': 'referral rate',
  'close-rate': 'close rate',
  'silent-prospect-rate': 'share of unresponsive prospects',
  'clean-handoff-rate': 'share of clean hand-offs',
  'first-pass-yield': 'first-pass yield of hand-offs',
  'fully-complete-rate': 'share of complete leads',
  'lead-response-attainment': 'share of leads answered in time',
  'lead-acceptance-attainment': 'share of leads decided in time',
  'lead-acceptance-rate': 'lead acceptance rate',
  'accepted-untouched-rate': 'share of accepted leads left untouched',
  'unowned-lead-rate': 'share of open leads without an owner',
  'reassigned-rate': 'share of reassigned leads',
  'handoff-score': 'hand-off score',
  keyResult: 'Key result',
  objective: 'Objective',
  owner: 'Owner',
  value: 'Value',
  baseline: 'Baseline',
  target: 'Target',
  progress: 'Progress',
  expected: 'Expected',
  pace: 'Pace',
  status: 'Status',
  confidence: 'Confidence',
  evidence: 'Evidence',
  metric: 'Metric',
  segment: 'Segment',
  current: 'Now',
  previous: 'Before',
  interval: '95 % interval',
  sampleSize: 'n',
  finding: 'Finding',
  severity: 'Severity',
  since: 'Since about',
  needs: 'Would need',
  records: 'Records',
  reason: 'Reason',
  count: 'Count',
  period: 'Period',
  definition: 'Definition',
  blocker: 'Blocker',
  date: 'Date',
  guardrail: 'guardrail',
  source: 'Source',
  points: 'points',
  defect: 'Defect',
  changed: 'Change',
  signal: 'Signal',
  customers: 'customers',
  subscriptions: 'subscriptions',
  orders: 'orders',
  activities: 'activity',
  responses: 'survey answers',
  tickets: 'tickets',
  leads: 'leads',
  handoffs: 'hand-offs',
  interactions: 'interactions',
  ownerChanges: 'owner changes',
  opportunities: 'deals',
  metrics: 'metrics against each other',
}

const periods: { readonly [unit: string]: string } = { week: 'a week', month: 'a month', quarter: 'a quarter' }

/** English texts of every code. */
export const en: MessageCatalog = {
  language: () => 'en',
  ...family('term', terms),
  ...family('term', chartTerms),
  ...chartTexts(term),
  ...ruleTexts,
  ...family('status', {
    on_track: 'on track',
    at_risk: 'at risk',
    off_track: 'off track',
    attained: 'target reached so far',
    achieved: 'target met',
    partial: 'partly met',
    missed: 'target not met',
    dropped: 'dropped',
    no_data: 'no data',
    stale: 'out of date',
    not_started: 'not started',
    awaiting_outcome: 'outcome not yet observable',
    signal: 'signal',
    no_signal: 'no signal',
    not_enough_data: 'not enough data',
    cannot_tell: 'cannot tell',
    unstable_baseline: 'unstable baseline',
  }),
  ...family('severity', { info: 'information', warning: 'warning', critical: 'critical' }),
  ...family('reason', {
    empty_base: 'nothing to measure in this period',
    zero_denominator: 'the denominator is zero',
    insufficient_data: 'not enough data',
    not_mature: 'too early to say',
    unbounded: 'no finite value',
    mixed_currency: 'several currencies',
  }),
  ...family('gap', {
    no_records: 'no records',
    missing_field: 'a field is missing',
    missing_option: 'a choice is missing',
    insufficient_data: 'not enough data',
    not_mature: 'too early to say',
    definition_mismatch: 'measured by another definition',
  }),
  ...family('caution', {
    short_baseline: 'the baseline is short',
    baseline_trend: 'the baseline itself has a trend',
    baseline_outlier: 'the baseline has an outlier',
    autocorrelated: 'neighbouring periods resemble each other',
    season_not_separable: 'a season cannot be told from a trend',
    overdispersed: 'varies more than chance explains',
    not_corroborated: 'a second test does not see it',
    alarm_cleared: 'an earlier alarm was cleared',
    interval_widened: 'the interval was widened',
    dependent_segments: 'the segments overlap',
    small_overlap: 'few of the lost customers had answered',
    weak_test: 'the test finds little',
    shape_not_pooled: 'few customers to learn the rhythm from',
    no_prior: 'too little history of others',
    false_discovery: 'may be chance among so many tests',
  }),
  ...family('verdict', {
    attained_clear: 'clearly met',
    attained_uncertain: 'met, within chance',
    missed_clear: 'clearly not met',
    missed_uncertain: 'not met, within chance',
  }),
  ...family('blocker', {
    dependency: 'waits for others',
    capacity: 'capacity',
    decision: 'a decision is open',
    data: 'data',
    external: 'outside the company',
    other: 'other',
  }),
  ...family('decision', { keep: 'carry on', modify: 'change it', drop: 'drop it' }),
  ...family('change', {
    raised: 'new signal',
    kept: 'still there',
    cleared: 'cleared',
    status: 'status',
    progress: 'progress',
  }),
  'heading.review': (p, f) => `Retention review, ${f.date(textOf(p, 'date'))}`,
  'heading.cycle': (p) => `Day ${textOf(p, 'day')} of ${textOf(p, 'days')}`,
  'heading.byChance': (p, f) => `about ${plainOf(p, 'expected', f)} expected by chance alone`,
  ...family('heading', {
    headline: 'What to know first',
    changes: 'Since the last review',
    objectives: 'Objectives',
    keyResults: 'Key results',
    trajectories: 'Trajectories',
    figures: 'Figures',
    signals: 'Signals',
    contradictions: 'Contradictions',
    segments: 'Segments',
    handoff: 'Lead hand-off and response',
    customers: 'Customers at risk',
    agenda: 'Agenda',
    blockers: 'Blockers',
    learnings: 'Learnings',
    adjustments: 'Adjustments',
    notes: 'Data quality and definitions',
    dataQuality: 'Data quality',
    gaps: 'What could not be computed',
    definitions: 'Definitions',
    nothing: 'Nothing stands out.',
    noData: 'There are no data yet.',
    noSignal: 'No detector found anything.',
    quiet: 'Looked at and quiet',
  }),
  ...family('title', {
    'trend.sustained_decline': 'Gradual, sustained decline',
    'trend.sustained_improvement': 'Sustained improvement',
    'dissatisfaction.spike': 'Dissatisfaction spike',
    'nps.fall': 'NPS fall',
    'nps.rise': 'NPS rise',
    'segments.at_risk': 'Segment at risk',
    'retention.acquisition_imbalance': 'Acquisition and retention out of balance',
    'retention.base_shrinking': 'More customers lost than won',
    'retention.new_cohorts_leave_sooner': 'New customers leave sooner',
    'metrics.contradiction': 'Contradictory metrics',
    'sales.close_rate_fall': 'Close rate falls while volume holds',
    'sales.close_rate_dilution': 'Close rate falls while volume grows',
    'sales.close_rate_slowdown': 'Close rate and volume fall',
    'sales.close_rate_mix_shift': 'The mix changed, not the closing',
    'sales.silence_rise': 'More prospects stop answering',
    'sales.repeated_objection': 'Repeated objections',
    'sales.rising_objection': 'Objection on the rise',
    'sales.unresolved_objection': 'Unresolved objection',
    'commitments.promise_conflict': 'Teams promise different things',
    'commitments.late': 'Promises not kept on time',
    'handoff.slow_response': 'Slow response',
    'handoff.accepted_untouched': 'Accepted leads left untouched',
    'handoff.unowned_leads': 'Leads without an owner',
    'handoff.bouncing_leads': 'Leads passed around',
    'customer.purchase_fall': 'Purchase frequency falls',
    'customer.interaction_fall': 'Interaction falls',
    'customer.complaints_rise': 'Complaints or returns rise',
    'customer.recommendation_silence': 'Recommendations stop',
    'customer.promoter_lost': 'Promoter lost',
    'customer.competitor_mention': 'Open comparison with competitors',
    'competitors.mentions_rise': 'More comparisons with competitors',
    'customers.slipping': 'Customers slipping away',
    'review.key_result_off_track': 'Key result off track',
    'review.key_result_missed': 'Key result missed',
    'review.improvement_confirmed': 'Improvement confirmed',
    'review.key_result_unmeasured': 'Key result not measured',
    'data.duplicate_records': 'Duplicate records',
    'data.placeholder_values': 'Placeholder values',
    'data.contradictory_sources': 'Contradictory sources',
    'data.excluded_records': 'Records left out',
    'data.future_records': 'Records of the future',
    'data.duplicate_deals': 'Duplicate deals',
  }),
  'trend.sustained_decline': drift,
  'trend.sustained_improvement': drift,
  'dissatisfaction.spike': (p, f) =>
    `${metric(p)}: ${plainOf(p, 'count', f)} where ${plainOf(p, 'expected', f)} were expected (${times(p, f)}).`,
  'nps.fall': (p, f) => `NPS fell from ${plainOf(p, 'from', f)} to ${plainOf(p, 'to', f)} (${change(p, f)}).`,
  'nps.rise': (p, f) => `NPS rose from ${plainOf(p, 'from', f)} to ${plainOf(p, 'to', f)} (${change(p, f)}).`,
  'segments.at_risk': (p, f) =>
    `${textOf(p, 'subject')}: ${shareOf(p, 'rate', f)} against ${shareOf(p, 'restRate', f)} in the rest; ` +
    `its shrunk estimate is ${shareOf(p, 'shrunkRate', f)}.`,
  'retention.acquisition_imbalance': (p, f) =>
    `Churn rose from ${shareOf(p, 'firstFrom', f)} to ${shareOf(p, 'firstTo', f)} a period while as many customers as ` +
    `before are won (${plainOf(p, 'secondEffect', f)} times): acquisition hides the leak.`,
  'retention.base_shrinking': (p, f) => `${plainOf(p, 'effect', f)} customers lost for each one won.`,
  'retention.new_cohorts_leave_sooner': (p, f) =>
    `Those who joined recently leave ${plainOf(p, 'effect', f)} times as often as expected.`,
  'metrics.contradiction': contradiction,
  'sales.close_rate_fall': (p, f) =>
    `Close rate fell from ${shareOf(p, 'baselineRate', f)} to ${shareOf(p, 'rate', f)} at steady volume.`,
  'sales.close_rate_dilution': (p, f) => `Close rate fell while volume rose (${plainOf(p, 'volumeRatio', f)} times).`,
  'sales.close_rate_slowdown': () => 'Close rate and volume both fell.',
  'sales.close_rate_mix_shift': () => 'The fall comes from a change of mix.',
  'sales.silence_rise': (p, f) =>
    `Unresponsive prospects rose from ${shareOf(p, 'baselineRate', f)} to ${shareOf(p, 'rate', f)}.`,
  'sales.repeated_objection': (p, f) =>
    `Repeated objection: ${textOf(p, 'subject')} (${shareOf(p, 'share', f)} of mentions).`,
  'sales.rising_objection': (p, f) =>
    `Objection on the rise: ${textOf(p, 'subject')}, ${shareOf(p, 'baselineRate', f)} to ${shareOf(p, 'rate', f)}.`,
  'sales.unresolved_objection': (p) =>
    `Same objection in several stages of deal ${textOf(p, 'subject')}: ${textOf(p, 'theme')}.`,
  'commitments.promise_conflict': (p, f) =>
    `Teams promise different things in ${shareOf(p, 'rate', f)} of comparable cases.`,
  'commitments.late': (p, f) =>
    `${shareOf(p, 'rate', f)} of commitments kept on time, target ${shareOf(p, 'onTimeTarget', f)}.`,
  'handoff.slow_response': (p, f) =>
    `${textOf(p, 'subject')}: ${shareOf(p, 'attainment', f)} answered in time, target ${shareOf(p, 'target', f)}.`,
  'handoff.accepted_untouched': (p, f) => `${shareOf(p, 'rate', f)} of accepted leads left untouched.`,
  'handoff.unowned_leads': (p, f) =>
    `${plainOf(p, 'unowned', f)} of ${plainOf(p, 'open', f)} open leads without an owner.`,
  'handoff.bouncing_leads': (p, f) => `${shareOf(p, 'rate', f)} of leads change owner.`,
  'customer.purchase_fall': (p, f) => fall(p, f, 'purchase', 'purchases'),
  'customer.interaction_fall': (p, f) => fall(p, f, 'interaction', 'interactions'),
  'customer.complaints_rise': (p, f) =>
    `${plainOf(p, 'seen', f)} complaints or returns where ${plainOf(p, 'expected', f)} were expected.`,
  'customer.recommendation_silence': (p, f) =>
    `No recommendation for ${plainOf(p, 'elapsedDays', f)} days; usually one every ${plainOf(p, 'usualGap', f)}.`,
  'customer.promoter_lost': (p, f) =>
    `Answered ${plainOf(p, 'score', f)} after ${plainOf(p, 'previousScore', f)}: no longer a promoter.`,
  'customer.competitor_mention': (p, f) => `Compared us with others on ${plainOf(p, 'count', f)} days.`,
  'competitors.mentions_rise': (p, f) =>
    `${plainOf(p, 'count', f)} conversations name a competitor where ${plainOf(p, 'expected', f)} were expected.`,
  'customers.slipping': (p) => `${textOf(p, 'subject')} is silent for longer than expected.`,
  'review.key_result_off_track': (p, f) =>
    `${textOf(p, 'title')}: ${figureOf(p, 'value', f)}, target ${figureOf(p, 'target', f)}; clearly not there.`,
  'review.key_result_missed': (p, f) =>
    `${textOf(p, 'title')}: ended at ${figureOf(p, 'value', f)}, target ${figureOf(p, 'target', f)}.`,
  'review.improvement_confirmed': (p, f) =>
    `${textOf(p, 'title')}: ${figureOf(p, 'value', f)} meets the target ${figureOf(p, 'target', f)}, beyond chance.`,
  'review.key_result_unmeasured': (p) =>
    `${textOf(p, 'title')}: could not be measured (${reason(textOf(p, 'reason'))}).`,
  'data.duplicate_records': (p, f) => `${plainOf(p, 'total', f)} duplicates left out of the ${records(p)}.`,
  'data.placeholder_values': (p, f) => `${plainOf(p, 'total', f)} placeholder values in the ${records(p)}.`,
  'data.contradictory_sources': (p) => `Sources contradict each other about the ${records(p)}.`,
  'data.excluded_records': (p, f) => `${plainOf(p, 'total', f)} of the ${records(p)} left out.`,
  'data.future_records': (p, f) => `${plainOf(p, 'total', f)} of the ${records(p)} lie after the day of the review.`,
  'data.duplicate_deals': (p, f) => `${plainOf(p, 'total', f)} deals look like the same one.`,
  'handoff.missing': (p) => `missing: ${textOf(p, 'field')}`,
  'handoff.invalid': (p) => `invalid: ${textOf(p, 'field')}`,
  'handoff.wrong': (p) => `misclassified: ${textOf(p, 'field')}`,
  'handoff.duplicate': () => 'duplicate',
  'handoff.missing_reject_reason': () => 'rejected without a reason',
  ...family('error', {
    INVALID_INPUT: 'The data do not have the expected shape.',
    INVALID_OPTION: 'An option is unknown, missing or out of range.',
    TOO_LARGE: 'There is more data than the limit.',
    INVALID_NUMBER: 'A number is not valid.',
    INVALID_COUNT: 'A count is not a whole number from 0.',
    COUNT_EXCEEDS_BASE: 'A part is larger than its whole.',
    MISSING_COUNT: 'A count is missing.',
    RATE_OUT_OF_RANGE: 'A rate is out of range.',
    INVALID_AMOUNT: 'An amount of money is not valid.',
    NEGATIVE_AMOUNT: 'An amount of money must not be negative.',
    AMOUNT_OUT_OF_RANGE: 'An amount of money is too large.',
    INVALID_WEIGHT: 'A weight is not valid.',
    INVALID_DAY: 'A day is not a calendar day.',
    INVALID_INSTANT: 'A moment in time is not valid.',
    INVALID_TIME_ZONE: 'The time zone is unknown.',
    INVALID_PERIOD: 'A period is not valid.',
    EVENT_ORDER: 'Events are in an impossible order.',
    CONFLICTING_RECORDS: 'Two records contradict each other.',
    DUPLICATE_ID: 'An id is used twice.',
    TALLY_MISMATCH: 'Counts of different definitions cannot be joined.',
    TALLY_NOT_MERGEABLE: 'These counts cannot be joined.',
    SCORE_OUT_OF_SCALE: 'A score lies outside its scale.',
    INVALID_SCALE: 'A scale is not valid.',
    MIXED_SURVEYS: 'Different kinds of survey are mixed.',
    INVALID_BANDS: 'The bands have gaps or overlap.',
    INVALID_SEGMENTS: 'The segments have gaps or overlap.',
    INVALID_ZONES: 'The zones are not in order.',
    TIE_BREAKER_REQUIRED: 'Ties need a rule.',
    NOT_ENROLLED: 'A participant is not enrolled.',
    INVALID_CONDITION: 'A condition is not valid.',
    INVALID_GATE: 'A gate is not valid.',
    INVALID_PLAN: 'A plan is not valid.',
    INVALID_READING: 'A reading does not fit its key result.',
    INVALID_QUANTITY: 'A quantity is not valid.',
    INVALID_DEFINITION: 'A definition is not valid.',
    MISSING_PERIOD: 'A period is missing.',
    MISSING_TARGET: 'A target is missing.',
    RELATIVE_NEEDS_POSITIVE_BASELINE: 'A relative target needs a baseline above 0.',
    RELATIVE_ON_INTERVAL_SCALE: 'This scale has no relative targets.',
    TARGET_OUT_OF_DOMAIN: 'The target is out of range.',
    UNKNOWN_KEY_RESULT: 'The key result is unknown.',
    UNKNOWN_OBJECTIVE: 'The objective is unknown.',
    ALIGNMENT_CYCLE: 'Objectives serve each other in a ring.',
    METRIC_MISMATCH: 'The measurement is of another metric or definition.',
    UNKNOWN_METRIC: 'The metric is unknown.',
    INVALID_HISTORY: 'A history is not valid.',
    INVALID_MODEL: 'A model is not valid.',
    INVALID_COHORT: 'A cohort is not valid.',
    UNSUPPORTED_VERSION: 'The stored review has another version.',
  }),
}

function metric(p: MessageParams): string {
  const code = textOf(p, 'metric')
  return capital(term(code === '–' ? textOf(p, 'subject') : code))
}

function term(code: string): string {
  return Object.hasOwn(terms, code) ? terms[code as keyof typeof terms] : code
}

function records(p: MessageParams): string {
  return term(textOf(p, 'subject'))
}

function reason(code: string): string {
  const texts: { readonly [code: string]: string } = {
    not_mature: 'too early to say',
    empty_base: 'nothing to measure',
  }
  return (Object.hasOwn(texts, code) ? texts[code] : undefined) ?? 'not enough data'
}

function drift(p: MessageParams, f: Formatters): string {
  const verb = p['direction'] === 'down' ? 'is falling' : 'is rising'
  const pace = p['effectUnit'] === 'per-period' ? ` ${periodOf(textOf(p, 'period'))}` : ''
  const points = p['unit'] === 'ratio' || p['unit'] === 'points' ? ' points' : ''
  const since = typeof p['since'] === 'string' ? ` since about ${f.date(p['since'])}` : ''
  return (
    `${metric(p)} ${verb}: ${differenceOf(p, 'effect', f)}${points}${pace} (${interval(p, f)}), ` +
    `from ${figureOf(p, 'from', f)} to ${figureOf(p, 'to', f)}${since}; ${certainty(p, f)}.`
  )
}

function periodOf(unit: string): string {
  return (Object.hasOwn(periods, unit) ? periods[unit] : undefined) ?? 'a period'
}

function interval(p: MessageParams, f: Formatters): string {
  const level = f.percent(numberOf(p, 'level') ?? 0.95, 0)
  return `${level} CI ${differenceOf(p, 'lower', f)} to ${differenceOf(p, 'upper', f)}`
}

function certainty(p: MessageParams, f: Formatters): string {
  const n = plainOf(p, 'sampleSize', f)
  const value = numberOf(p, 'pValue')
  if (value === undefined) return `its average has passed the limit of ${plainOf(p, 'limit', f)} (${n} periods)`
  if (value < 0.001) return `a stable series would show this in fewer than 1 of 1,000 cases (${n} periods)`
  return `a stable series would show this in 1 of ${f.number(oneIn(value))} cases (p = ${showP(value, f)}, ${n} periods)`
}

function times(p: MessageParams, f: Formatters): string {
  return `${plainOf(p, 'effect', f)} times, CI ${plainOf(p, 'lower', f)} to ${plainOf(p, 'upper', f)}`
}

function change(p: MessageParams, f: Formatters): string {
  return `${differenceOf(p, 'effect', f)} points, CI ${differenceOf(p, 'lower', f)} to ${differenceOf(p, 'upper', f)}`
}

function contradiction(p: MessageParams, f: Formatters): string {
  const [first = '', second = ''] = textOf(p, 'subject').split('/')
  if (numberOf(p, 'firstValue') === undefined) {
    return `${capital(term(first))} and ${term(second)} run apart. Check first who answers the survey.`
  }
  return (
    `${capital(term(first))} ${half(p, 'first', first, f)}, yet ${term(second)} ${half(p, 'second', second, f)}. ` +
    'Check first who answers the survey.'
  )
}

function half(p: MessageParams, prefix: string, code: string, f: Formatters): string {
  const unit = code.includes('promoter') ? 'points' : 'ratio'
  const show = (name: string): string => showValue(numberOf(p, `${prefix}${name}`), unit, f)
  return `is ${show('Value')} (CI ${show('Lower')} to ${show('Upper')}, threshold ${show('Threshold')})`
}

function fall(p: MessageParams, f: Formatters, one: string, many: string): string {
  if (p['pattern'] === 'slowdown') {
    return `${plainOf(p, 'seen', f)} ${many} where ${plainOf(p, 'expected', f)} were expected.`
  }
  return `No ${one} for ${plainOf(p, 'elapsedDays', f)} days; usually one every ${plainOf(p, 'usualGap', f)}.`
}

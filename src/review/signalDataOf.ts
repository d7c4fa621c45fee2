import { localDay } from '../calendar/localDay.js'
import { readInstant } from '../calendar/readInstant.js'
import type { Period } from '../measurement.js'
import { countCommitments } from '../metrics/commitments/countCommitments.js'
import { measurePromiseConsistency } from '../metrics/commitments/measurePromiseConsistency.js'
import { profileObjections } from '../metrics/sales/profileObjections.js'
import type { Commitment, Lead } from '../records/model.js'
import type { SegmentCounts } from '../signals/detectSegmentsAtRisk.js'
import type { SignalData } from '../signals/detectSignals.js'
import type { CustomerEvent, MetricSeries } from '../signals/model.js'
import type { ReviewSources } from './createReviewSources.js'
import { prospectCounts } from './prospectCounts.js'
import type { ReviewContext } from './reviewContext.js'
import { currentPeriods, spanOf, type Windows, windowsOf } from './windowsOf.js'

/** What the records say to the detectors beside the series and pairs. */
export function signalDataOf(
  series: readonly MetricSeries[],
  sources: ReviewSources,
  context: ReviewContext,
): SignalData {
  const windows = windowsOf(context.periods)
  const has = (...types: Parameters<ReviewSources['has']>[0][]): boolean => types.every((type) => sources.has(type))
  return {
    ...npsWaves(series, sources, context, windows),
    ...segmentCounts(series),
    ...customerFlows(series, sources),
    ...(has('opportunities')
      ? { closeRates: sources.dealCounts(context.segments.find(({ of }) => of === 'opportunity')) }
      : {}),
    ...(has('handoffs', 'interactions') ? { silence: prospectCounts(sources, {}, context.periods) } : {}),
    ...objectionPair(sources, windows),
    ...(has('commitments') ? { promises: promiseCounts(sources, windows, context) } : {}),
    ...handoffData(sources, context, windows),
    ...customerEvents(sources),
  }
}

/** Answers of both windows, when there are answers. */
function npsWaves(
  series: readonly MetricSeries[],
  sources: ReviewSources,
  { timeZone }: ReviewContext,
  { current, baseline }: Windows,
): Pick<SignalData, 'nps'> {
  if (!sources.has('responses') || !series.some(({ metric }) => metric === 'net-promoter-score')) return {}
  const answers = (periods: readonly Period[]) => {
    const sum = { promoters: 0, passives: 0, detractors: 0 }
    const starts = new Set(periods.map(({ start }) => localDay(start as number, timeZone)))
    for (const cell of sources.answerCounts().cells) {
      if (!starts.has(cell.start)) continue
      sum.promoters += cell.counts.promoters ?? 0
      sum.passives += cell.counts.passives ?? 0
      sum.detractors += cell.counts.detractors ?? 0
    }
    return sum
  }
  return { nps: { baseline: answers(baseline), current: answers(current) } }
}

/** Counts of the current window by segment, one entry a metric and name of segments. */
function segmentCounts(series: readonly MetricSeries[]): Pick<SignalData, 'segments'> {
  const groups = new Map<string, SegmentCounts & { segments: { id: string; successes: number; trials: number }[] }>()
  for (const row of series) {
    const [name, value] = Object.entries(row.segment ?? {})[0] ?? []
    if (row.kind !== 'proportion' || name === undefined || value === undefined) continue
    const key = JSON.stringify([row.metric, name])
    const group = groups.get(key) ?? { metric: row.metric, better: row.better, segments: [] }
    groups.set(key, group)
    const recent = row.periods.slice(-currentPeriods)
    group.segments.push({
      id: value,
      successes: recent.reduce((sum, { successes }) => sum + (successes ?? 0), 0),
      trials: recent.reduce((sum, { trials }) => sum + (trials ?? 0), 0),
    })
  }
  return groups.size === 0 ? {} : { segments: [...groups.values()] }
}

/** Customers lost and won in each period. */
function customerFlows(series: readonly MetricSeries[], sources: ReviewSources): Pick<SignalData, 'flows'> {
  if (!sources.has('subscriptions') || !series.some(({ metric }) => metric === 'churn-rate')) return {}
  const periods = sources.churnCounts().cells.map(({ start, end, counts: { opening, lost, joined } }) => ({
    start,
    end,
    opening,
    lost,
    won: joined,
  }))
  return { flows: { periods } }
}

function objectionPair(sources: ReviewSources, { current, baseline }: Windows): Pick<SignalData, 'objections'> {
  if (!sources.has('objections')) return {}
  const profile = (periods: readonly Period[]) =>
    profileObjections(sources.records('objections'), { period: spanOf(periods) })
  // A short history has nothing to compare with.
  return {
    objections: { current: profile(current), ...(baseline.length === 0 ? {} : { baseline: profile(baseline) }) },
  }
}

/** Statements made in the current window, and promises due in it. */
function promiseCounts(sources: ReviewSources, { current }: Windows, { timeZone }: ReviewContext) {
  const { start, end } = spanOf(current)
  const made = [...sources.records('commitments')].filter((commitment: Commitment) => {
    const at = readInstant(commitment.madeAt, timeZone, 'commitments.madeAt')
    return at >= (start as number) && at < (end as number)
  })
  const { numerator = 0, denominator = 0 } = measurePromiseConsistency(made, sources.shared)
  const { cells } = countCommitments(sources.records('commitments'), { ...sources.shared, periods: current })
  const keeping = { onTime: 0, due: 0 }
  for (const { counts } of cells) {
    keeping.onTime += counts.onTime
    keeping.due += counts.due
  }
  return { comparable: denominator, conflicting: denominator - numerator, keeping }
}

/** Answers to hand-offs of the current window by receiving team, and leads without an owner. */
function handoffData(
  sources: ReviewSources,
  { timeZone, asOf, policy }: ReviewContext,
  { current }: Windows,
): Pick<SignalData, 'responses' | 'ownership'> {
  if (!sources.has('leads') || !sources.has('handoffs') || policy.handoff === undefined) return {}
  const starts = new Set(current.map(({ start }) => localDay(start as number, timeZone)))
  const groups: Record<string, { met: number; breached: number }> = {}
  const sum = { met: 0, breached: 0, untouched: 0, accepted: 0, handed: 0, reassigned: 0 }
  for (const { start, segment = '[]', counts } of sources.handoffs().cells) {
    if (!starts.has(start)) continue
    const team = (JSON.parse(segment) as string[]).at(-1) ?? ''
    const group = groups[team] ?? { met: 0, breached: 0 }
    groups[team] = group
    group.met += counts['responseMet'] ?? 0
    group.breached += counts['responseBreached'] ?? 0
    sum.met += counts['responseMet'] ?? 0
    sum.breached += counts['responseBreached'] ?? 0
    sum.untouched += counts['acceptedUntouched'] ?? 0
    sum.accepted += counts['acceptedDue'] ?? 0
    sum.handed += counts['handed'] ?? 0
    sum.reassigned += counts['reassigned'] ?? 0
  }
  const { met, breached, untouched, accepted, handed, reassigned } = sum
  return {
    responses: { met, breached, groups, acceptedUntouched: { untouched, accepted } },
    ownership: { openLeads: openLeads(sources, asOf, timeZone), handed, reassigned },
  }
}

/** Leads that nobody has converted, rejected, given back or closed; of one without an owner field nobody knows. */
function openLeads(sources: ReviewSources, asOf: number, timeZone: string): Lead[] {
  const closed = new Set<string>()
  for (const { leadId, decision } of sources.records('handoffs')) {
    if (decision !== undefined && decision.outcome !== 'accepted') closed.add(leadId)
  }
  if (sources.has('opportunities')) {
    for (const { leadId, status } of sources.records('opportunities')) {
      if (leadId !== undefined && status !== 'open') closed.add(leadId)
    }
  }
  return [...sources.records('leads')].filter(({ id, createdAt, convertedAt, rejectedAt, ownerId }) => {
    if (ownerId === undefined) return false
    if (closed.has(id) || convertedAt !== undefined || rejectedAt !== undefined) return false
    return readInstant(createdAt, timeZone, 'leads.createdAt') <= asOf
  })
}

/** What single customers did. */
function customerEvents(sources: ReviewSources): SignalData {
  const data: { -readonly [K in keyof SignalData]: SignalData[K] } = {}
  if (sources.has('orders')) {
    const orders = [...sources.records('orders')]
    data.purchases = orders.flatMap(({ customerId, placedAt, status, isTest }) =>
      customerId === undefined || status !== 'paid' || isTest === true ? [] : [{ customerId, at: placedAt }],
    )
  }
  if (sources.has('activities')) {
    const inbound = sources.has('interactions') ? [...sources.records('interactions')] : []
    data.interactions = [
      ...[...sources.records('activities')].map(({ customerId, at }): CustomerEvent => ({ customerId, at })),
      ...inbound.flatMap(({ customerId, at, direction, isAutomated }) =>
        customerId === undefined || direction !== 'in' || isAutomated === true ? [] : [{ customerId, at }],
      ),
    ]
  }
  if (sources.has('tickets') && sources.has('subscriptions')) {
    const returns = sources.has('returns') ? [...sources.records('returns')] : []
    data.complaints = [
      ...[...sources.records('tickets')].flatMap(({ customerId, createdAt, isComplaint }) =>
        isComplaint === true ? [{ customerId, at: createdAt }] : [],
      ),
      ...returns.flatMap(({ customerId, createdAt }) =>
        customerId === undefined ? [] : [{ customerId, at: createdAt }],
      ),
    ]
  }
  if (sources.has('referrals') || sources.has('responses')) {
    const referrals = sources.has('referrals') ? [...sources.records('referrals')] : []
    const responses = sources.has('responses') ? [...sources.records('responses')] : []
    data.recommendations = {
      recommendations: referrals.map(({ referrerId, at }) => ({ customerId: referrerId, at })),
      answers: responses.flatMap(({ kind, customerId, score, answeredAt }) =>
        kind === 'nps' &&
        customerId !== undefined &&
        score !== null &&
        Number.isInteger(score) &&
        score >= 0 &&
        score <= 10
          ? [{ customerId, at: answeredAt, score }]
          : [],
      ),
    }
  }
  return data
}

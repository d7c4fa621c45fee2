import { createInstantReader } from '../calendar/createInstantReader.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { Instant } from '../measurement.js'
import type { CustomerEvent } from '../signals/model.js'
import type { SignalData } from '../signals/signalData.js'
import type { ReviewSources } from './createReviewSources.js'

type CustomerData = Pick<SignalData, 'purchases' | 'interactions' | 'complaints' | 'recommendations'>

/** What single customers did. */
export function customerEvents(sources: ReviewSources): CustomerData {
  return {
    ...(sources.has('orders') ? { purchases: purchasesOf(sources) } : {}),
    ...(sources.has('activities') ? { interactions: interactionsOf(sources) } : {}),
    // Who complains more than before can be told of known customers only.
    ...(hasRows(sources, 'tickets') &&
    (sources.has('subscriptions') || sources.has('orders') || sources.has('activities'))
      ? { complaints: complaintsOf(sources) }
      : {}),
    ...(sources.has('referrals') || hasRows(sources, 'responses')
      ? { recommendations: recommendationsOf(sources) }
      : {}),
  }
}

/** Columns of answers and tickets do not say which customer it was. */
function hasRows({ has, isColumns }: ReviewSources, type: 'responses' | 'tickets'): boolean {
  return has(type) && !isColumns(type)
}

function purchasesOf(sources: ReviewSources): CustomerEvent[] {
  return sources
    .tally('purchases')
    .cells.flatMap(({ key: customerId = '', rows = [] }) => rows.map(({ at }) => ({ customerId, at: at as number })))
}

/** Activity, and what customers wrote or said by themselves. */
function interactionsOf(sources: ReviewSources): CustomerEvent[] {
  const activity = sources
    .tally('activity')
    .cells.flatMap(({ key: customerId = '', lists = {} }) =>
      Object.values(lists).flatMap((instants) => instants.map((at) => ({ customerId, at: at as number }))),
    )
  const inbound = sources.has('interactions') ? sources.rows('interactions') : []
  const eventAt = eventsOf('interactions', sources)
  return [
    ...activity,
    ...inbound.flatMap(({ customerId, at, direction, isAutomated }) =>
      customerId === undefined || direction !== 'in' || isAutomated === true ? [] : [eventAt(customerId, at)],
    ),
  ]
}

/** Complaints and returns. */
function complaintsOf(sources: ReviewSources): CustomerEvent[] {
  const complaints = sources
    .tally('complaints')
    .cells.flatMap(({ key: customerId = '', rows = [] }) => rows.map(({ at }) => ({ customerId, at: at as number })))
  const returns = sources.has('returns') ? sources.rows('returns') : []
  const eventAt = eventsOf('returns', sources)
  return [
    ...complaints,
    ...returns.flatMap(({ customerId, createdAt }) =>
      customerId === undefined ? [] : [eventAt(customerId, createdAt)],
    ),
  ]
}

function recommendationsOf(sources: ReviewSources): NonNullable<SignalData['recommendations']> {
  const referrals = sources.has('referrals') ? sources.rows('referrals') : []
  const answers = hasRows(sources, 'responses') ? sources.rows('answers') : []
  const [referralAt, answerAt] = [eventsOf('referrals', sources), eventsOf('responses', sources)]
  return {
    recommendations: referrals.map(({ referrerId, at }) => referralAt(referrerId, at)),
    answers: [...answers]
      .sort((a, b) => compareCodeUnits(a.id, b.id))
      .map(({ customerId, at, score }) => ({ ...answerAt(customerId, at), score })),
  }
}

/** Events as the detectors take them: a bare day in a record is its local midnight, as everywhere. */
function eventsOf(type: string, { shared }: ReviewSources): (customerId: string, at: Instant) => CustomerEvent {
  const read = createInstantReader(shared.timeZone)
  return (customerId, at) => ({ customerId, at: read(at, () => type) })
}

import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { SignalData } from '../signals/detectSignals.js'
import type { CustomerEvent } from '../signals/model.js'
import type { ReviewSources } from './createReviewSources.js'

type CustomerData = Pick<SignalData, 'purchases' | 'interactions' | 'complaints' | 'recommendations'>

/** What single customers did. */
export function customerEvents(sources: ReviewSources): CustomerData {
  return {
    ...(sources.has('orders') ? { purchases: purchasesOf(sources) } : {}),
    ...(sources.has('activities') ? { interactions: interactionsOf(sources) } : {}),
    // Who complains more than before can be told of known customers only.
    ...(sources.has('tickets') && (sources.has('subscriptions') || sources.has('orders') || sources.has('activities'))
      ? { complaints: complaintsOf(sources) }
      : {}),
    ...(sources.has('referrals') || sources.has('responses') ? { recommendations: recommendationsOf(sources) } : {}),
  }
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
  return [
    ...activity,
    ...inbound.flatMap(({ customerId, at, direction, isAutomated }) =>
      customerId === undefined || direction !== 'in' || isAutomated === true ? [] : [{ customerId, at }],
    ),
  ]
}

/** Complaints and returns. */
function complaintsOf(sources: ReviewSources): CustomerEvent[] {
  const complaints = sources
    .tally('complaints')
    .cells.flatMap(({ key: customerId = '', rows = [] }) => rows.map(({ at }) => ({ customerId, at: at as number })))
  const returns = sources.has('returns') ? sources.rows('returns') : []
  return [
    ...complaints,
    ...returns.flatMap(({ customerId, createdAt }) =>
      customerId === undefined ? [] : [{ customerId, at: createdAt }],
    ),
  ]
}

function recommendationsOf(sources: ReviewSources): NonNullable<SignalData['recommendations']> {
  const referrals = sources.has('referrals') ? sources.rows('referrals') : []
  const answers = sources.has('responses') ? sources.rows('answers') : []
  return {
    recommendations: referrals.map(({ referrerId, at }) => ({ customerId: referrerId, at })),
    answers: [...answers]
      .sort((a, b) => compareCodeUnits(a.id, b.id))
      .map(({ customerId, at, score }) => ({ customerId, at, score })),
  }
}

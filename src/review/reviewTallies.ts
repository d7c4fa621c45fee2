import type { Period } from '../measurement.js'
import { tallyComplaints } from '../metrics/complaints/tallyComplaints.js'
import { tallyReturns } from '../metrics/complaints/tallyReturns.js'
import { tallyParticipations } from '../metrics/engagement/tallyParticipations.js'
import { tallyHandoffs } from '../metrics/handoff/tallyHandoffs.js'
import { tallyInvites } from '../metrics/nps/tallyInvites.js'
import { tallyResponses } from '../metrics/nps/tallyResponses.js'
import { tallyReferrals } from '../metrics/referrals/tallyReferrals.js'
import { tallyPurchases } from '../metrics/repeat-purchase/tallyPurchases.js'
import { tallyDurations } from '../metrics/service/tallyDurations.js'
import { tallyFirstContacts } from '../metrics/service/tallyFirstContacts.js'
import { tallySla } from '../metrics/service/tallySla.js'
import type { RecordSource } from '../records/model.js'
import { tallyActivity } from '../records/tallyActivity.js'
import { tallySubscriptions } from '../records/tallySubscriptions.js'
import type { DeclaredPart, Tally } from '../tally/model.js'
import { type ChosenOptions, chosen } from './chosenOptions.js'
import { handoffRecords } from './handoffRecords.js'
import type { ReviewPolicy } from './models/policy.js'
import type { ReviewRecords } from './models/records.js'
import type { RecordReader } from './recordReader.js'
import { tallyHandoffResponses } from './tallyHandoffResponses.js'
import { tallyLeadSegment } from './tallyLeadSegment.js'
import { windowsOf } from './windowsOf.js'

/** What the tallies of a review are made from. */
export interface TallyContext extends RecordReader {
  /** Instant of knowledge and zone. */
  shared: { readonly asOf: number; readonly timeZone: string }
  /** Complete periods. */
  periods: readonly Period[]
  policy: ReviewPolicy
  /** The part of a split that the records are. */
  partition?: DeclaredPart | undefined
  /** Options of the metric that shape the tally. */
  options: ChosenOptions
  /** How a segment is read: a field of the record, or of its customer. */
  segmentBy?: string | ((record: { readonly customerId?: string | undefined }) => string) | undefined
}

/** A tally of a review. */
export interface TallyRule {
  /** The record type that what it leaves out is counted under. */
  of: keyof ReviewRecords
  make: (context: TallyContext) => Tally<object>
}

/** The tallies of a review by name; each is built once, whatever the number of metrics that read it. */
export const reviewTallies = /* @__PURE__ */ (() =>
  ({
    subscriptions: {
      of: 'subscriptions',
      make: (context) => tallySubscriptions(context.read('subscriptions'), split(context)),
    },
    activity: { of: 'activities', make: (context) => tallyActivity(context.read('activities'), split(context)) },
    responses: answers('nps'),
    employeeResponses: answers('enps'),
    satisfaction: answers('csat'),
    effort: answers('ces'),
    invites: {
      of: 'invites',
      make: ({ read, shared, options }) =>
        tallyInvites(
          { invites: read('invites'), responses: rowsOf(read('responses')) },
          { ...shared, ...chosen(options), answerWindowDays: options['answerWindowDays'] as number },
        ),
    },
    purchases: { of: 'orders', make: (context) => tallyPurchases(context.read('orders'), split(context)) },
    returns: {
      of: 'orders',
      make: ({ read, shared, options }) =>
        tallyReturns({ orders: rowsOf(read('orders')), returns: read('returns') }, { ...shared, ...chosen(options) }),
    },
    participations: {
      of: 'memberships',
      make: ({ read, shared, options }) =>
        tallyParticipations(
          { memberships: read('memberships'), participations: read('participations') },
          { ...shared, ...chosen(options) },
        ),
    },
    referrals: {
      of: 'referrals',
      make: ({ read, shared, options }) =>
        // A subscription is the time somebody was a customer.
        tallyReferrals(
          { referrals: read('referrals'), customers: read('subscriptions') },
          { ...shared, ...chosen(options) },
        ),
    },
    complaints: {
      of: 'tickets',
      make: ({ read, shared, segmentBy }) =>
        tallyComplaints(read('tickets'), { ...shared, ...(segmentBy === undefined ? {} : { segmentBy }) }),
    },
    sla: {
      of: 'tickets',
      make: ({ read, shared, options, periods }) =>
        tallySla(read('tickets'), { ...shared, ...chosen(options), target: options['target'] as number, periods }),
    },
    firstResponse: durations('firstResponse'),
    resolution: durations('resolution'),
    firstContacts: { of: 'tickets', make: ({ read, shared }) => tallyFirstContacts(read('tickets'), shared) },
    handoffs: {
      of: 'handoffs',
      make: (context) => {
        const { shared, periods, partition, policy, segmentBy } = context
        const rules = {
          ...shared,
          periods,
          policy: policy.handoff ?? { calendars: {} },
          ...(partition === undefined ? {} : { partition }),
        }
        const records = handoffRecords(context)
        if (typeof segmentBy === 'string') return tallyLeadSegment(records, rules, segmentBy)
        return tallyHandoffs(records, rules)
      },
    },
    handoffResponses: {
      of: 'handoffs',
      make: (context) => {
        const { shared, periods, policy } = context
        return tallyHandoffResponses(handoffRecords(context), {
          ...shared,
          periods: windowsOf(periods).current,
          policy: policy.handoff ?? { calendars: {} },
        })
      },
    },
  }) satisfies Record<string, TallyRule>)()

/** The name of a tally. */
export type TallyName = keyof typeof reviewTallies

/** Records that no columns stand for: the metrics of these tallies are left out then. */
function rowsOf<T>(source: RecordSource<T>): Iterable<T> {
  return source as Iterable<T>
}

function split({ shared, segmentBy }: TallyContext) {
  return { ...shared, ...(segmentBy === undefined ? {} : { segmentBy: segmentBy as () => string }) }
}

function answers(kind: 'nps' | 'enps' | 'csat' | 'ces'): TallyRule {
  return {
    of: 'responses',
    make: (context) =>
      tallyResponses(context.read('responses'), { ...split(context), ...chosen(context.options), kind }),
  }
}

function durations(clock: 'firstResponse' | 'resolution'): TallyRule {
  return {
    of: 'tickets',
    make: ({ read, shared, options, periods }) =>
      tallyDurations(read('tickets'), { ...shared, ...chosen(options), clock, periods }),
  }
}

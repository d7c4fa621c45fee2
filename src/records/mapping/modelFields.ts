import type { ModelFields } from './fieldSpec.js'
import {
  activityEventFields,
  customerFields,
  participationFields,
  programmeMembershipFields,
  referralFields,
} from './fields/customerFields.js'
import { handoffFields, ownerChangeFields } from './fields/handoffFields.js'
import { orderFields, returnFields } from './fields/orderFields.js'
import { customerRevenueFields, mrrMovementFields, subscriptionFields } from './fields/revenueFields.js'
import { leadFields, objectionFields, opportunityFields, stageEntryFields } from './fields/salesFields.js'
import { commitmentFields, interactionFields, ticketFields } from './fields/serviceFields.js'
import { surveyInviteFields, surveyResponseFields } from './fields/surveyFields.js'
import type { ModelName } from './model.js'

/** Fields of every model. */
export const modelFields: { readonly [M in ModelName]: ModelFields } = {
  customer: customerFields,
  subscription: subscriptionFields,
  mrrMovement: mrrMovementFields,
  customerRevenue: customerRevenueFields,
  order: orderFields,
  return: returnFields,
  activityEvent: activityEventFields,
  surveyInvite: surveyInviteFields,
  surveyResponse: surveyResponseFields,
  interaction: interactionFields,
  ticket: ticketFields,
  commitment: commitmentFields,
  lead: leadFields,
  handoff: handoffFields,
  ownerChange: ownerChangeFields,
  opportunity: opportunityFields,
  stageEntry: stageEntryFields,
  objection: objectionFields,
  programmeMembership: programmeMembershipFields,
  participation: participationFields,
  referral: referralFields,
}

import type { MeasureChurnRateOptions } from '../../metrics/churn/measureChurnRate.js'
import type { MeasureInactivityChurnRateOptions } from '../../metrics/churn/measureInactivityChurnRate.js'
import type { MeasureCommitmentFulfilmentRateOptions } from '../../metrics/commitments/measureCommitmentFulfilmentRate.js'
import type { MeasureComplaintRateOptions } from '../../metrics/complaints/measureComplaintRate.js'
import type { MeasureComplaintShareOptions } from '../../metrics/complaints/measureComplaintShare.js'
import type { MeasureRecurringComplaintRateOptions } from '../../metrics/complaints/measureRecurringComplaintRate.js'
import type { MeasureReturnRateOptions } from '../../metrics/complaints/measureReturnRate.js'
import type { MeasureParticipationRateOptions } from '../../metrics/engagement/measureParticipationRate.js'
import type { MeasureStickinessOptions } from '../../metrics/engagement/measureStickiness.js'
import type { ResponsibilityClarityOptions } from '../../metrics/handoff/responsibilityClarity.js'
import type { MeasureCesOptions } from '../../metrics/nps/measureCes.js'
import type { MeasureCsatOptions } from '../../metrics/nps/measureCsat.js'
import type { MeasureNetPromoterScoreOptions } from '../../metrics/nps/measureNetPromoterScore.js'
import type { MeasureResponseRateOptions } from '../../metrics/nps/measureResponseRate.js'
import type { MeasureReferralRateOptions } from '../../metrics/referrals/measureReferralRate.js'
import type { MeasureReferralsPerCustomerOptions } from '../../metrics/referrals/measureReferralsPerCustomer.js'
import type { MeasureReferredShareOptions } from '../../metrics/referrals/measureReferredShare.js'
import type { MeasureCohortRepeatRateOptions } from '../../metrics/repeat-purchase/measureCohortRepeatRate.js'
import type { MeasurePurchaseFrequencyOptions } from '../../metrics/repeat-purchase/measurePurchaseFrequency.js'
import type { MeasureRepeatPurchaseRateOptions } from '../../metrics/repeat-purchase/measureRepeatPurchaseRate.js'
import type { MeasureReturningCustomerRateOptions } from '../../metrics/repeat-purchase/measureReturningCustomerRate.js'
import type { MeasureTimeBetweenPurchasesOptions } from '../../metrics/repeat-purchase/measureTimeBetweenPurchases.js'
import type { MeasureCohortRetentionOptions } from '../../metrics/retention/measureCohortRetention.js'
import type { GrossRevenueRetentionOptions } from '../../metrics/revenue/grossRevenueRetention.js'
import type { MeasureMrrOptions } from '../../metrics/revenue/measureMrr.js'
import type { NetRevenueRetentionOptions } from '../../metrics/revenue/netRevenueRetention.js'
import type { MeasureCloseRateOptions } from '../../metrics/sales/measureCloseRate.js'
import type { MeasureSilentProspectRateOptions } from '../../metrics/sales/measureSilentProspectRate.js'
import type { MeasureFirstContactResolutionRateOptions } from '../../metrics/service/measureFirstContactResolutionRate.js'
import type { MeasureFirstResponseTimeOptions } from '../../metrics/service/measureFirstResponseTime.js'
import type { MeasureSlaAttainmentOptions } from '../../metrics/service/measureSlaAttainment.js'
import type { MeasureTimeToResolutionOptions } from '../../metrics/service/measureTimeToResolution.js'

/** Options of a metric less those that the review gives. */
export type MetricOptions<O> = Omit<O, 'asOf' | 'timeZone' | 'period'>

/** A figure of the summary of hand-offs: its options stand in the policy of hand-offs. */
export type HandoffMetricOptions = { readonly [option: string]: never }

/** Options of each metric by its code. */
export interface MetricOptionsByCode {
  /** Options of `measureChurnRate`. */
  'churn-rate': MetricOptions<MeasureChurnRateOptions>
  /** Options of `measureInactivityChurnRate`. */
  'inactivity-churn-rate': MetricOptions<MeasureInactivityChurnRateOptions>
  /** Options of `measureMrr`. */
  mrr: MetricOptions<MeasureMrrOptions>
  /** Options of `netRevenueRetention`. */
  'net-revenue-retention': NetRevenueRetentionOptions
  /** Options of `grossRevenueRetention`. */
  'gross-revenue-retention': GrossRevenueRetentionOptions
  /** Options of `measureCohortRetention`. */
  'cohort-retention': MetricOptions<MeasureCohortRetentionOptions>
  /** Options of `measureRepeatPurchaseRate`. */
  'repeat-purchase-rate': MetricOptions<MeasureRepeatPurchaseRateOptions>
  /** Options of `measureReturningCustomerRate`. */
  'returning-customer-rate': MetricOptions<MeasureReturningCustomerRateOptions>
  /** Options of `measureCohortRepeatRate`. */
  'cohort-repeat-rate': MetricOptions<MeasureCohortRepeatRateOptions>
  /** Options of `measurePurchaseFrequency`. */
  'purchase-frequency': MetricOptions<MeasurePurchaseFrequencyOptions>
  /** Options of `measureTimeBetweenPurchases`. */
  'time-between-purchases': MetricOptions<MeasureTimeBetweenPurchasesOptions>
  /** Options of `measureStickiness`. */
  stickiness: MetricOptions<MeasureStickinessOptions>
  /** Options of `measureParticipationRate`. */
  'participation-rate': MetricOptions<MeasureParticipationRateOptions>
  /** Options of `measureNetPromoterScore`. */
  'net-promoter-score': MetricOptions<MeasureNetPromoterScoreOptions>
  /** Options of `measureNetPromoterScore`. */
  'employee-net-promoter-score': MetricOptions<MeasureNetPromoterScoreOptions>
  /** Options of `measureCsat`. */
  csat: MetricOptions<MeasureCsatOptions>
  /** Options of `measureCes`. */
  ces: MetricOptions<MeasureCesOptions>
  /** Options of `measureResponseRate`. */
  'response-rate': MetricOptions<MeasureResponseRateOptions>
  /** Options of `measureFirstResponseTime`. */
  'first-response-time': MetricOptions<MeasureFirstResponseTimeOptions>
  /** Options of `measureTimeToResolution`. */
  'time-to-resolution': MetricOptions<MeasureTimeToResolutionOptions>
  /** Options of `measureSlaAttainment`. */
  'sla-attainment': MetricOptions<MeasureSlaAttainmentOptions>
  /** Options of `measureFirstContactResolutionRate`. */
  'first-contact-resolution-rate': MetricOptions<MeasureFirstContactResolutionRateOptions>
  /** Options of `measureCommitmentFulfilmentRate`. */
  'commitment-fulfilment-rate': MetricOptions<MeasureCommitmentFulfilmentRateOptions>
  /** Options of `measureComplaintRate`. */
  'complaint-rate': MetricOptions<MeasureComplaintRateOptions>
  /** Options of `measureComplaintShare`. */
  'complaint-share': MetricOptions<MeasureComplaintShareOptions>
  /** Options of `measureRecurringComplaintRate`. */
  'recurring-complaint-rate': MetricOptions<MeasureRecurringComplaintRateOptions>
  /** Options of `measureReturnRate`. */
  'return-rate': MetricOptions<MeasureReturnRateOptions>
  /** Options of `measureReferralRate`. */
  'referral-rate': MetricOptions<MeasureReferralRateOptions>
  /** Options of `measureReferralsPerCustomer`. */
  'referrals-per-customer': MetricOptions<MeasureReferralsPerCustomerOptions>
  /** Options of `measureReferredShare`. */
  'referred-share': MetricOptions<MeasureReferredShareOptions>
  /** Options of `measureCloseRate`. */
  'close-rate': MetricOptions<MeasureCloseRateOptions>
  /** Options of `measureSilentProspectRate`. */
  'silent-prospect-rate': MetricOptions<MeasureSilentProspectRateOptions>
  /** A figure of `measureLeadHandoffQuality`: only false, to switch it off. */
  'clean-handoff-rate': HandoffMetricOptions
  /** A figure of `measureLeadHandoffQuality`: only false, to switch it off. */
  'lead-response-attainment': HandoffMetricOptions
  /** A figure of `measureLeadHandoffQuality`: only false, to switch it off. */
  'lead-acceptance-rate': HandoffMetricOptions
  /** A figure of `measureLeadHandoffQuality`: only false, to switch it off. */
  'reassigned-rate': HandoffMetricOptions
  /** Options of `responsibilityClarity`. */
  'responsibility-clarity': ResponsibilityClarityOptions
}

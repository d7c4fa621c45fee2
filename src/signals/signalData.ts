import type { OpportunityCounts, ProspectCounts } from '../metrics/sales/model.js'
import type { Tally } from '../tally/model.js'
import type { CloseRatePeriod } from './closeRatePeriods.js'
import type { ReadingPair } from './contradictionReadings.js'
import type { CustomerFlows } from './customerFlows.js'
import type { MentionData } from './detectCompetitorMentions.js'
import type { NpsWaves } from './detectNpsFall.js'
import type { OwnershipData } from './detectOwnershipGap.js'
import type { PromiseCounts } from './detectPromiseGap.js'
import type { RecommendationData } from './detectRecommendationStopped.js'
import type { SlippingSummaries } from './detectSlippingCustomers.js'
import type { ResponseGroups } from './detectSlowResponse.js'
import type { CustomerEvent, MetricSeries } from './model.js'
import type { ObjectionPair } from './objectionModel.js'
import type { SegmentCounts } from './segmentComparison.js'
import type { SilenceCohort } from './silenceCohorts.js'

/** One data argument or a list of them. */
export type OneOrMany<T> = T | readonly T[]

/** What there is to look at; each member is the data of its detector. */
export interface SignalData {
  /** Series for {@link detectSustainedDecline}; rates where down is better also for {@link detectDissatisfactionSpike}. */
  readonly series?: readonly MetricSeries[] | undefined
  /** Waves for {@link detectNpsFall}. */
  readonly nps?: OneOrMany<NpsWaves> | undefined
  /** Metrics by segment for {@link detectSegmentsAtRisk}. */
  readonly segments?: OneOrMany<SegmentCounts> | undefined
  /** Customers won and lost for {@link detectAcquisitionRetentionImbalance}. */
  readonly flows?: OneOrMany<CustomerFlows> | undefined
  /** Pairs for {@link detectContradictoryMetrics}. */
  readonly pairs?: readonly ReadingPair[] | undefined
  /** Deals by period for {@link detectCloseRateFall}. */
  readonly closeRates?: readonly CloseRatePeriod[] | Tally<OpportunityCounts> | undefined
  /** Cohorts of prospects for {@link detectSilenceRise}. */
  readonly silence?: readonly SilenceCohort[] | Tally<ProspectCounts> | undefined
  /** Objections now and before for {@link detectRepeatedObjections}. */
  readonly objections?: OneOrMany<ObjectionPair> | undefined
  /** Promises for {@link detectPromiseGap}. */
  readonly promises?: OneOrMany<PromiseCounts> | undefined
  /** Answers in time and late for {@link detectSlowResponse}, which needs its `target`. */
  readonly responses?: OneOrMany<ResponseGroups> | undefined
  /** Open leads and changes of hands for {@link detectOwnershipGap}, which needs its `calendar`. */
  readonly ownership?: OneOrMany<OwnershipData> | undefined
  /** Orders for {@link detectPurchaseFrequencyFall}. */
  readonly purchases?: Iterable<CustomerEvent> | undefined
  /** Interactions for {@link detectInteractionFall}. */
  readonly interactions?: Iterable<CustomerEvent> | undefined
  /** Complaints and returns for {@link detectComplaintsRise}, which needs `customers`. */
  readonly complaints?: Iterable<CustomerEvent> | undefined
  /** Recommendations and answers for {@link detectRecommendationStopped}. */
  readonly recommendations?: RecommendationData | undefined
  /** Mentions of competitors for {@link detectCompetitorMentions}. */
  readonly competitors?: MentionData | undefined
  /** Purchases for {@link detectSlippingCustomers}, whose `fit` and `spendModel` are options of its own. */
  readonly summary?: SlippingSummaries | undefined
}

/** Customers of one local day. */
export interface DailyChurn {
  /** Customers just before the day. */
  active: number
  /** Spans that end in it. */
  churned: number
}

/** Customers and events of one period. */
export interface ChurnCounts {
  /** Customers just before the start. */
  opening: number
  /** Customers just before the end. */
  closing: number
  /** Customers whose first span ever starts in the period. */
  joined: number
  /** Later spans that start in the period. */
  reactivated: number
  /** Opening customers that are no closing customers. */
  lost: number
  /** Opening customers with at least one churn event. */
  openingChurned: number
  /** Spans that end in the period. */
  churnEvents: number
  /** Churn events of opening customers. */
  openingChurnEvents: number
  /** Paying time inside the period, summed over customers; in the unit of `periodTime`. */
  customerTime: number
  /** Length of the period. */
  periodTime: number
  /** One entry a local day: active just before its start, churned in it. */
  daily?: readonly DailyChurn[]
  /** Contract terms that ended in the period. */
  termsEnded?: number
  /** Those of them that were not renewed. */
  termsNotRenewed?: number
  /** Lost customers who left by choice. */
  lostVoluntary?: number
  /** Lost customers whose payment failed. */
  lostInvoluntary?: number
  /** Lost customers whose fixed term ended as agreed. */
  lostCompleted?: number
  /** Lost customers without a known cause. */
  lostUnknown?: number
}

/** How churn is defined. */
export type ChurnMethod =
  | 'closedCohortNet'
  | 'openingEver'
  | 'eventsOverOpening'
  | 'eventsOverOpeningPlusNew'
  | 'exposure'
  | 'upForRenewal'

/** Another tool's definition. */
export type ChurnPreset =
  | 'chartmogul-standard'
  | 'chartmogul-shopify'
  | 'baremetrics'
  | 'stripe'
  | 'profitwell'
  | 'recurly'
  | 'hr-turnover'

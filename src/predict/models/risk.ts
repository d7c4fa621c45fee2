import type { Day } from '../../measurement.js'
import type { Money } from '../../records/model.js'
import type { PurchaseModel } from './models.js'

/** How far a customer has slipped, the mildest first. */
export type RiskLevel = 'watch' | 'at_risk' | 'probably_lost'

/** The alarm date of each level; null where it never comes, or the method knows no such level. */
export interface AlarmDates {
  /** When the silence is worth a look. */
  watch: Day | null
  /** When it is worth a call. */
  at_risk: Day | null
  /** When the customer has probably gone. */
  probably_lost: Day | null
}

/** One customer of the work list. */
export interface CustomerAtRisk {
  /** The customer. */
  customerId: string
  /** The most severe level reached at `asOf`; null for none. */
  level: RiskLevel | null
  /** When each level is reached without another purchase. */
  alarmDates: AlarmDates
  /** Whether the cap comes first for one of the dates. */
  capped: boolean
  /** Days since the last purchase. */
  silenceDays: number
  /** Purchases of a time as long as the horizon so far: frequency / age x horizon. */
  usualPurchases: number
  /** Purchases expected in the horizon; null by own rhythm. */
  expectedPurchases: number | null
  /** How many fewer than usual, from 0; null by own rhythm. */
  purchasesAtRisk: number | null
  /** Probability of no purchase in the horizon; null by own rhythm. */
  probabilityOfNoPurchase: number | null
  /** Probability of still being a customer; null by own rhythm. */
  probabilityAlive: number | null
  /** Purchases at risk times expected order value times margin; null without a model of values. */
  valueAtRisk: Money | null
}

/** Customers by the most severe level they have reached. */
export interface RiskLevelCounts {
  /** Those worth a look. */
  watch: number
  /** Those worth a call. */
  at_risk: number
  /** Those who have probably gone. */
  probably_lost: number
}

/** Sums over all eligible customers, whatever the limit of rows. */
export interface RiskTotals {
  /** Eligible customers. */
  customers: number
  /** Of them, by level. */
  levels: RiskLevelCounts
  /** Purchases at risk; 0 by own rhythm. */
  purchasesAtRisk: number
  /** Value at risk; null without a model of values. */
  valueAtRisk: Money | null
}

/** The work list. */
export interface CustomersAtRisk {
  /** The customers, whom to call first first. */
  rows: CustomerAtRisk[]
  /** Sums over all eligible customers. */
  totals: RiskTotals
  /** The model, or `own_rhythm`. */
  method: PurchaseModel['name'] | 'own_rhythm'
  /** Customers left out: `frequency_below_minimum`. */
  excluded: Record<string, number>
  /** The options used, and `asOf`. */
  definition: object
}

/** The probability of still being a customer at which each level begins, falling from level to level. */
export interface RiskLevelLimits {
  /** Default 0.7. */
  readonly watch?: number | undefined
  /** Default 0.5. */
  readonly at_risk?: number | undefined
  /** Default 0.3. */
  readonly probably_lost?: number | undefined
}

import type { DecimalInput } from '../../measurement.js'

/** A number, or a quotient that stays exact until it is used. */
export type Quantity = DecimalInput | QuantityQuotient

/** A quotient of two exact numbers. */
export interface QuantityQuotient {
  /** What is divided. */
  readonly numerator: DecimalInput
  /** What it is divided by; not negative. */
  readonly denominator: DecimalInput
}

/** How a value is compared with a bound. */
export type Operator = 'gt' | 'gte' | 'lt' | 'lte'

/** A condition that a value satisfies or not. */
export type Condition = BoundCondition | BandCondition

/** One bound, and how far beyond it is still only a risk. */
export interface BoundCondition {
  /** How the value is compared. */
  readonly operator: Operator
  /** The bound. */
  readonly bound: DecimalInput
  /** Up to here, on the bad side of the bound, the condition is at risk, not off track. */
  readonly risk?: DecimalInput | undefined
}

/** A band with its two ends. */
export interface BandCondition {
  /** Between two bounds. */
  readonly operator: 'between'
  /** Lower bound. */
  readonly lower: DecimalInput
  /** Upper bound. */
  readonly upper: DecimalInput
  /** Whether the bounds themselves lie outside; default false. */
  readonly exclusive?: boolean | undefined
  /** How far below is still only a risk. */
  readonly riskLower?: DecimalInput | undefined
  /** How far above is still only a risk. */
  readonly riskUpper?: DecimalInput | undefined
}

/** A target as a number, as a share of the baseline, or as points from it. */
export type Target = DecimalInput | RelativeTarget | PointsTarget

/** A target relative to the baseline. */
export interface RelativeTarget {
  /** Change as a share of the baseline: -0.10 is ten per cent below it. */
  readonly relativeChange: DecimalInput
}

/** A target a number of points from the baseline. */
export interface PointsTarget {
  /** Change in the unit of the metric: -0.01 is one point of a ratio below. */
  readonly pointsChange: DecimalInput
}

/** Bounds of what a number can be. */
export interface Domain {
  /** Smallest value. */
  readonly min?: DecimalInput | undefined
  /** Largest value. */
  readonly max?: DecimalInput | undefined
}

/** Two ends of what a number can be. */
export interface Bounds {
  /** Smallest. */
  lower: number
  /** Largest. */
  upper: number
}

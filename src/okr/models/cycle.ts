import type { Day, DecimalInput } from '../../measurement.js'

/** A time for which objectives are set. */
export interface Cycle {
  /** Id, e.g. `quarter-2026-01-01`. */
  readonly id: string
  /** Length. */
  readonly kind: 'month' | 'quarter' | 'half_year' | 'year' | 'custom'
  /** First day inside. */
  readonly firstDay: Day
  /** Last day inside. */
  readonly lastDay: Day
}

/** A half-open span of days. */
export interface DayPeriod {
  /** First day inside. */
  start: Day
  /** First day after it. */
  end: Day
}

/** How often people check in, in words or in whole days. */
export type Cadence = 'weekly' | 'biweekly' | 'monthly' | 'quarterly' | CadenceDays

/** A cadence in whole days. */
export interface CadenceDays {
  /** Days from one check-in to the next, from 1. */
  readonly days: number
}

/** How progress is expected to come over the time of a key result. */
export type Plan = LinearPlan | StepPlan | LagPlan | PhasedPlan

/** Evenly. */
export interface LinearPlan {
  /** Expected progress is the elapsed share. */
  readonly kind: 'linear'
}

/** All on the last day. */
export interface StepPlan {
  /** 0 before the last day, then 1. */
  readonly kind: 'step'
}

/** Evenly after a number of days. */
export interface LagPlan {
  /** 0 for `days`, then linear. */
  readonly kind: 'lag'
  /** Whole days from 0, below the span. */
  readonly days: number
}

/** By points of a curve. */
export interface PhasedPlan {
  /** Piecewise linear through the points. */
  readonly kind: 'phased'
  /** From elapsed 0 to elapsed 1, expected 1; elapsed rising, expected not falling. */
  readonly points: readonly PlanPoint[]
}

/** One point of a plan curve. */
export interface PlanPoint {
  /** Elapsed share, 0 to 1. */
  readonly elapsed: DecimalInput
  /** Expected progress, from 0. */
  readonly expected: DecimalInput
}

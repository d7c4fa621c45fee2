import { dayNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertCount, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import type { Observation } from '../statistics/model.js'
import { assertBounds } from './assertBounds.js'
import { assertSegment } from './assertSegment.js'
import { looksByLength } from './looksByLength.js'
import type { SeriesPeriod, UnmetMinimum } from './model.js'

/** Customers lost, kept or won, or events of a cohort, that a test needs. */
export const minimumOfEach = 5

/** Customers of one period. */
export interface FlowPeriod extends SeriesPeriod {
  /** Customers at its start. */
  opening: number
  /** How many of those left within it. */
  lost: number
  /** New customers. */
  won: number
}

/** How long the customers of two cohorts stayed. */
export interface FlowCohorts {
  /** Customers won lately. */
  newer: readonly Observation[]
  /** Customers won before. */
  older: readonly Observation[]
}

/** Customers won and lost over equal periods. */
export interface CustomerFlows {
  /** Periods in order, without holes and without missing ones. */
  periods: readonly FlowPeriod[]
  /** Durations of newer and older customers. */
  cohorts?: FlowCohorts | undefined
  /** The segment that was counted; absent for the whole. */
  segment?: { readonly [name: string]: string } | undefined
}

/** Flows up to the day of the verdict. */
export interface ReadFlows {
  /** Complete periods. */
  periods: readonly FlowPeriod[]
  /** How many had not ended. */
  incomplete: number
  /** Looks a year by the length of the complete ones. */
  looks: number
}

/** Reads the periods, and leaves out those that have not ended. */
export function readFlows(flows: CustomerFlows, asOf: Day): ReadFlows {
  assertPlain(flows, 'flows')
  assertSegment(flows.segment, 'flows.segment')
  assertArray(flows.periods, 'flows.periods')
  let previousEnd: Day | undefined
  flows.periods.forEach((period, index) => {
    const path = `flows.periods[${index}]`
    assertPlain(period, path)
    assertBounds(period, previousEnd, path)
    previousEnd = period.end
    assertCount(period.opening, `${path}.opening`)
    assertCount(period.lost, `${path}.lost`)
    assertCount(period.won, `${path}.won`)
    if (period.lost > period.opening) {
      fail('COUNT_EXCEEDS_BASE', `${path}.lost`, 'must not exceed the opening customers', period.lost)
    }
  })
  const periods = flows.periods.filter(({ end }) => end <= asOf)
  return {
    periods,
    incomplete: flows.periods.length - periods.length,
    looks: looksByLength(periods.map(({ start, end }) => dayNumber(end) - dayNumber(start))),
  }
}

/** Customers of one window. */
export interface Flow {
  /** At the start of its periods, added up. */
  opening: number
  /** Of those. */
  lost: number
  /** New ones. */
  won: number
  /** How many periods it has. */
  periods: number
}

/** Adds up a window. */
export function sumOf(periods: readonly FlowPeriod[]): Flow {
  const sum = (name: 'opening' | 'lost' | 'won') => periods.reduce((total, period) => total + period[name], 0)
  return { opening: sum('opening'), lost: sum('lost'), won: sum('won'), periods: periods.length }
}

/** What there is too little of. */
export function unmetMinima(found: number, needed: number, recent: Flow, before: Flow): UnmetMinimum[] {
  if (found < needed) return [{ what: 'periods', needed, found }]
  return [
    { what: 'recent-lost', needed: minimumOfEach, found: recent.lost },
    { what: 'recent-kept', needed: minimumOfEach, found: recent.opening - recent.lost },
    { what: 'baseline-lost', needed: minimumOfEach, found: before.lost },
    { what: 'baseline-kept', needed: minimumOfEach, found: before.opening - before.lost },
    { what: 'baseline-won', needed: minimumOfEach, found: before.won },
  ].filter((minimum) => minimum.found < minimum.needed)
}

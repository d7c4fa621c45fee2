import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { kaplanMeier } from '../statistics/kaplanMeier.js'
import type { ReviewSources } from './createReviewSources.js'
import { type Lifetime, lifetimesOf } from './lifetimesOf.js'
import type { NamedSurvival } from './models/figures.js'
import type { ReviewContext } from './reviewContext.js'
import { thinSteps } from './thinSteps.js'

const dayLength = 86_400_000

/**
 * How many days customers stay: everybody, then the values of the first customer segment.
 *
 * Only the days within the periods of the review count: who was a customer before enters at the age of then. Records
 * that hold only those who were still there when they began would else make everybody seem to stay.
 */
export function survivalOf(sources: ReviewSources, context: ReviewContext): NamedSurvival[] | undefined {
  const { asOf, periods, segments } = context
  if (!sources.has('subscriptions')) return undefined
  const from = periods[0]?.start as number
  const curveOf = (lifetimes: readonly Lifetime[]): NamedSurvival['curve'] => {
    const observed = lifetimes.filter(({ endedAt }) => endedAt === null || endedAt > from)
    const observations = observed.map(({ since, endedAt }) => ({
      time: ((endedAt ?? asOf) - since) / dayLength,
      event: endedAt !== null,
      ...(since < from ? { entry: (from - since) / dayLength } : {}),
    }))
    const curve = kaplanMeier(observations.map(wholeDays))
    return { ...curve, steps: thinSteps(curve.steps) }
  }
  const split = segments.find(({ of }) => of === 'customer')
  const everybody = { name: '', curve: curveOf(lifetimesOf(sources.tally('subscriptions').cells, asOf)) }
  if (split === undefined || !sources.has('customers')) return [everybody]
  const lifetimes = lifetimesOf(sources.tally('subscriptions', {}, split).cells, asOf)
  const values = new Set(lifetimes.flatMap(({ segment = '' }) => (segment === '' ? [] : [segment])))
  return [
    everybody,
    ...[...values].sort(compareCodeUnits).map((name) => ({
      name,
      curve: curveOf(lifetimes.filter(({ segment }) => segment === name)),
    })),
  ]
}

/** A day is over when its last instant is: times round up, entries down. */
function wholeDays<T extends { time: number; entry?: number }>(observation: T): T {
  const { time, entry } = observation
  return { ...observation, time: Math.ceil(time), ...(entry === undefined ? {} : { entry: Math.floor(entry) }) }
}

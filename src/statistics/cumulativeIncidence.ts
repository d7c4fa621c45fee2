import { fail } from '../internal/fail.js'
import { assertFinite, assertKnownOptions, assertPlain, isIterable } from '../internal/guards.js'
import { eventTimes } from './eventTimes.js'
import { riskTable } from './riskTable.js'

/** Options of {@link cumulativeIncidence}. */
export interface CumulativeIncidenceOptions {
  /** The outcome of interest, e.g. `won`. */
  readonly event: string
}

/** A duration and how it ended. */
export interface OutcomeObservation {
  /** Duration from 0, in any unit. */
  time: number
  /** How it ended; null when it was only seen until then (censored). */
  outcome: string | null
}

/** A step of a cumulative incidence: a time at which something ended, in whichever way. */
export interface IncidenceStep {
  /** The time. */
  time: number
  /** Those who could have ended then. */
  atRisk: number
  /** Those who ended in the outcome of interest. */
  events: number
  /** Share that has ended in it by this time, 0..1. */
  incidence: number
}

/** Result of {@link cumulativeIncidence}. */
export interface IncidenceCurve {
  /** The share by the times at which anything ended; 0 before the first. */
  steps: IncidenceStep[]
  /** First time at which half have ended in the outcome of interest; null when never reached. */
  median: number | null
}

/** A share this close to one half counts as one half. */
const tolerance = 1e-12

/**
 * Estimates the share that ends in one outcome by a time, when others compete with it (Aalen-Johansen).
 *
 * At each time with any outcome the incidence grows by `S d_event/n`, S the share that had not ended before; then
 * `S` is multiplied by `1 − d/n`. To treat the other outcomes as censored would overstate it: what was lost can no longer
 * be won.
 *
 * @param observations - durations and their outcomes, in any order
 * @param options - the outcome of interest
 * @returns the share in 0..1 by time and the median; no steps when nothing ended
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a negative time, INVALID_INPUT for no observation
 * @throws {@link RetentionOkrError} INVALID_OPTION for an event that is no text
 * @example
 * ```ts
 * import { cumulativeIncidence } from 'retention-okr/statistics'
 *
 * const deals = [
 *   { time: 5, outcome: 'won' },
 *   { time: 8, outcome: 'lost' },
 *   { time: 8, outcome: null },
 *   { time: 12, outcome: 'won' },
 *   { time: 20, outcome: null },
 *   { time: 30, outcome: 'lost' },
 * ]
 * const { steps, median } = cumulativeIncidence(deals, { event: 'won' })
 * steps.map(({ time }) => time) // => [5, 8, 12, 30]
 * steps.at(-1)?.incidence // ≈ 0.388889
 * median // => null
 * ```
 * @see Aalen and Johansen 1978, An empirical transition matrix for non-homogeneous Markov chains
 * @since 0.1.0
 */
export function cumulativeIncidence(
  observations: Iterable<OutcomeObservation>,
  options: CumulativeIncidenceOptions,
): IncidenceCurve {
  assertKnownOptions(options, ['event'])
  const { event } = options
  if (typeof event !== 'string') fail('INVALID_OPTION', 'options.event', 'must be a text', event)
  const outcomes = readOutcomes(observations)
  const ended = outcomes.map(({ time, outcome }) => ({ time, event: outcome !== null }))
  const ofInterest = outcomes.map(({ time, outcome }) => ({ time, event: outcome === event }))
  const times = eventTimes(ended)
  const wanted = riskTable(ofInterest, times)
  let survival = 1
  let incidence = 0
  const steps = riskTable(ended, times).map(({ time, atRisk, events: all }, index) => {
    const events = wanted[index]?.events ?? 0
    incidence += (survival * events) / atRisk
    survival *= (atRisk - all) / atRisk
    return { time, atRisk, events, incidence: Math.min(1, incidence) }
  })
  return { steps, median: steps.find((step) => step.incidence >= 0.5 - tolerance)?.time ?? null }
}

function readOutcomes(observations: unknown): OutcomeObservation[] {
  if (!isIterable(observations)) {
    fail('INVALID_INPUT', 'observations', 'must be iterable', observations)
  }
  return Array.from(observations as Iterable<unknown>, (value, index) => {
    const path = `observations[${index}]`
    assertPlain(value, path)
    const { time, outcome } = value as Partial<OutcomeObservation>
    assertFinite(time, `${path}.time`)
    if (time < 0) fail('INVALID_NUMBER', `${path}.time`, 'must not be negative', time)
    if (outcome === undefined || (outcome !== null && typeof outcome !== 'string')) {
      fail('INVALID_INPUT', `${path}.outcome`, 'must be a text or null', outcome)
    }
    return { time, outcome }
  })
}

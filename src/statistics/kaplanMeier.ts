import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertLevel } from '../internal/guards.js'
import { eventTimes } from './eventTimes.js'
import type { LevelOptions, Observation } from './model.js'
import { normalQuantile } from './normalQuantile.js'
import { readObservations } from './readObservations.js'
import { type RiskRow, riskTable } from './riskTable.js'
import { survivalLimits } from './survivalLimits.js'

/** Options of {@link kaplanMeier}. */
export interface KaplanMeierOptions extends LevelOptions {
  /** Time up to which the mean is taken, above 0, in the unit of the observations; no mean without it. */
  readonly horizon?: number | undefined
}

/** A step of a survival curve: a time at which events happened. */
export interface SurvivalStep {
  /** Time of the events. */
  time: number
  /** Those who could have had one. */
  atRisk: number
  /** Those who had one. */
  events: number
  /** Share that goes beyond this time, 0..1. */
  survival: number
  /** Standard error of the share (Greenwood); null at 0. */
  standardError: number | null
  /** Lower limit of the share; null at 0. */
  lower: number | null
  /** Upper limit of the share; null at 0. */
  upper: number | null
}

/** A survival curve with its summaries. */
export interface SurvivalCurve {
  /** The share by the distinct times of events; 1 before the first. */
  steps: SurvivalStep[]
  /** First time at which at most half go on; null when never reached. */
  median: number | null
  /** Mean duration up to the horizon; null without observations, absent without a horizon. */
  restrictedMean?: number | null
  /** Its standard error. */
  restrictedMeanError?: number | null
  /** Observations used. */
  sampleSize: number
  /** Observations left out, by reason. */
  excluded: Record<string, number>
}

/** A share this close to one half counts as one half. */
const tolerance = 1e-12

/**
 * Estimates how long things last when some are still running (Kaplan-Meier).
 *
 * `S(t) = Π (1 − d/n)` over the event times up to t; standard error `S √Σ d/(n(n − d))`, limits on the log(−log) scale:
 * `S^exp(±z √Σ/ln S)`. Whoever is censored at t is at risk at t; with `entry`, only after it. The restricted mean is
 * the area under the curve up to the horizon, with the curve held beyond its last step.
 *
 * @param observations - durations, whether they ended, and when they came under observation; any order
 * @param options - confidence level, horizon of the mean
 * @returns the curve in 0..1 with median and mean in the unit of the times; no steps without events. Observations that
 * end at their entry or before it are left out (`entry_after_time`)
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a negative time or entry, INVALID_INPUT for no observation
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level outside (0, 1) or a horizon not above 0
 * @example
 * ```ts
 * import { kaplanMeier } from 'retention-okr/statistics'
 *
 * const durations = [
 *   { time: 1, event: true },
 *   { time: 2, event: true },
 *   { time: 2, event: false },
 *   { time: 5, event: false },
 * ]
 * const curve = kaplanMeier(durations, { horizon: 4 })
 * curve.steps.map(({ survival }) => survival) // => [0.75, 0.5]
 * curve.median // => 2
 * curve.restrictedMean // => 2.75
 * ```
 * @see Kaplan and Meier 1958, Nonparametric estimation from incomplete observations
 * @since 0.1.0
 */
export function kaplanMeier(observations: Iterable<Observation>, options: KaplanMeierOptions = {}): SurvivalCurve {
  assertKnownOptions(options, ['level', 'horizon'])
  const { level = 0.95, horizon } = options
  assertLevel(level)
  if (horizon !== undefined && !(Number.isFinite(horizon) && horizon > 0)) {
    fail('INVALID_OPTION', 'options.horizon', 'must be finite and above 0', horizon)
  }
  const { used, late } = readObservations(observations, 'observations')
  const steps = survivalSteps(riskTable(used, eventTimes(used)), normalQuantile((1 + level) / 2))
  return {
    steps,
    median: steps.find(({ survival }) => survival <= 0.5 + tolerance)?.time ?? null,
    ...(horizon === undefined ? {} : restrictedMean(steps, horizon, used.length)),
    sampleSize: used.length,
    excluded: late === 0 ? {} : { entry_after_time: late },
  }
}

function survivalSteps(rows: readonly RiskRow[], z: number): SurvivalStep[] {
  let survival = 1
  let variance = 0
  return rows.map(({ time, atRisk, events }) => {
    survival *= (atRisk - events) / atRisk
    if (survival === 0) return { time, atRisk, events, survival, standardError: null, lower: null, upper: null }
    variance += events / (atRisk * (atRisk - events))
    return {
      time,
      atRisk,
      events,
      survival,
      standardError: survival * Math.sqrt(variance),
      ...survivalLimits(survival, variance, z),
    }
  })
}

function restrictedMean(steps: readonly SurvivalStep[], horizon: number, sampleSize: number) {
  if (sampleSize === 0) return { restrictedMean: null, restrictedMeanError: null }
  const within = steps.filter(({ time }) => time <= horizon)
  let area = 0
  let variance = 0
  let end = horizon
  for (let index = within.length - 1; index >= 0; index--) {
    const { time, atRisk, events, survival } = within[index] as SurvivalStep
    area += survival * (end - time)
    if (atRisk > events) variance += (area ** 2 * events) / (atRisk * (atRisk - events))
    end = time
  }
  return { restrictedMean: area + end, restrictedMeanError: Math.sqrt(variance) }
}

import { fail } from '../../internal/fail.js'
import { assertKnownOptions, isIterable } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import { kaplanMeier } from '../../statistics/kaplanMeier.js'
import type { Observation } from '../../statistics/model.js'

/** Options of {@link restrictedMeanLifetime}. */
export interface RestrictedMeanLifetimeOptions {
  /** Time up to which lifetimes count, above 0, in the unit of the observations; required. */
  readonly horizon: number
}

/**
 * Gives the mean lifetime up to a horizon: the area under the survival curve (Kaplan-Meier).
 *
 * It assumes nothing about the risk of leaving, and uses the customers who are still there. For whole periods it is
 * `Σ S(t)` over t from 0 below the horizon.
 *
 * @param observations - how long each customer stayed, and whether it has left
 * @param options - horizon
 * @returns `restricted-mean-lifetime` in the unit of the observations, from 0 to the horizon; null with
 * `insufficient_data` when the horizon lies beyond the last observation while some are still there, `empty_base` without
 * observations
 * @throws {@link RetentionOkrError} INVALID_OPTION for a horizon that is not above 0
 * @throws {@link RetentionOkrError} INVALID_NUMBER, INVALID_INPUT for an observation, with its path
 * @example
 * ```ts
 * import { restrictedMeanLifetime } from 'retention-okr/metrics'
 *
 * const customers = [
 *   { time: 1, event: true },
 *   { time: 3, event: false },
 * ]
 * restrictedMeanLifetime(customers, { horizon: 3 }).value // => 2
 * restrictedMeanLifetime(customers, { horizon: 12 }).reason // => 'insufficient_data'
 * ```
 * @see Royston and Parmar 2013, Restricted mean survival time
 * @since 0.1.0
 */
export function restrictedMeanLifetime(
  observations: Iterable<Observation>,
  options: RestrictedMeanLifetimeOptions,
): Measurement {
  assertKnownOptions(options, ['horizon'])
  const { horizon } = options
  if (horizon === undefined) fail('INVALID_OPTION', 'options.horizon', 'is required', horizon)
  if (!isIterable(observations)) {
    fail('INVALID_INPUT', 'observations', 'must be iterable', observations)
  }
  const list = [...observations]
  const { steps, restrictedMean, sampleSize, excluded } = kaplanMeier(list, { horizon })
  const common = {
    metric: 'restricted-mean-lifetime',
    unit: 'count' as const,
    sampleSize,
    ...(Object.keys(excluded).length === 0 ? {} : { excluded }),
    definition: { horizon, caveats: [] },
  }
  if (sampleSize === 0) return { ...common, value: null, reason: 'empty_base' }
  const last = list.reduce((latest, { time }) => Math.max(latest, time), 0)
  const isAlive = (steps.at(-1)?.survival ?? 1) > 0
  if ((isAlive && horizon > last) || restrictedMean === undefined || restrictedMean === null) {
    return { ...common, value: null, reason: 'insufficient_data' }
  }
  return { ...common, value: restrictedMean }
}

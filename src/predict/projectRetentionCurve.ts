import { assertInteger, assertKnownOptions } from '../internal/guards.js'
import { assertRenewalModel } from './assertRenewalModel.js'
import type { RenewalModel } from './models/models.js'

/** Survival of a cohort by renewal, as columns. */
export interface RetentionCurve {
  /** The renewal, from 1. */
  renewal: number[]
  /** Share of the customers acquired who are still there after it. */
  survival: number[]
  /** Share of those before it who renew. */
  retentionRate: number[]
  /** Share of the customers acquired who leave at it. */
  churnProbability: number[]
}

/** Options of {@link projectRetentionCurve}. */
export interface ProjectRetentionCurveOptions {
  /** The model of renewals. */
  readonly model: RenewalModel
  /** How many renewals, 1 to 100,000. */
  readonly renewals: number
}

/**
 * Projects how many of a new cohort are left after each renewal (shifted beta-geometric).
 *
 * Each customer leaves at a renewal with a probability of its own, beta distributed over customers. So
 * `r(t) = (beta + t - 1) / (alpha + beta + t - 1)`, `S(0) = 1`, `S(t) = S(t - 1) r(t)`, and
 * `P(T = t) = S(t - 1) alpha / (alpha + beta + t - 1)`. Retention rises because those likely to leave leave first, not
 * because anybody becomes more loyal.
 *
 * @param options - the model and the number of renewals
 * @returns columns of shares 0..1, one row a renewal
 * @throws {@link RetentionOkrError} INVALID_MODEL, INVALID_OPTION
 * @example
 * ```ts
 * import { projectRetentionCurve, type RenewalModel } from 'retention-okr/predict'
 *
 * const model: RenewalModel = { name: 'shifted-beta-geometric', parameters: { alpha: 0.668, beta: 3.806 } }
 * const { survival } = projectRetentionCurve({ model, renewals: 12 })
 * survival[0] // ≈ 0.850693
 * survival[11] // ≈ 0.378040
 * ```
 * @see Fader & Hardie 2007, "How to project customer retention"
 * @since 0.1.0
 */
export function projectRetentionCurve(options: ProjectRetentionCurveOptions): RetentionCurve {
  assertKnownOptions(options, ['model', 'renewals'])
  const { model, renewals } = options
  assertRenewalModel(model)
  assertInteger(renewals, { minimum: 1, maximum: 100_000 }, 'options.renewals')
  const { alpha, beta } = model.parameters
  const curve: RetentionCurve = { renewal: [], survival: [], retentionRate: [], churnProbability: [] }
  let survival = 1
  for (let renewal = 1; renewal <= renewals; renewal += 1) {
    const all = alpha + beta + renewal - 1
    const rate = (beta + renewal - 1) / all
    curve.renewal.push(renewal)
    curve.retentionRate.push(rate)
    curve.churnProbability.push((survival * alpha) / all)
    survival *= rate
    curve.survival.push(survival)
  }
  return curve
}

import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import { componentNames, createScore, defaultWeights } from './createScore.js'
import type { HandoffScore } from './models/assessment.js'
import type { HandoffComponents, HandoffPolicy } from './models/policy.js'

/** Options of {@link scoreHandoff}. */
export interface ScoreHandoffOptions {
  /** Weights, from 0, normalised; a component without one drops out; default .25 .25 .20 .15 .10 .05. */
  readonly weights?: HandoffPolicy['weights'] | undefined
  /** Highest mark of a lead that nobody can contact, 0..100; default 40. */
  readonly uncontactableCap?: number | undefined
  /** Share of the weights that must be known, 0..1; default 0.5. */
  readonly minimumCoverage?: number | undefined
}

/** What a hand-off is scored by. */
export interface ScoredHandoff {
  /** The parts, each 0..1; null or absent where nothing can be said. */
  readonly components: { readonly [component in keyof HandoffComponents]?: number | null | undefined }
  /** Whether an e-mail or phone is usable; null (default): not known. */
  readonly contactable?: boolean | null | undefined
}

/**
 * Combines the parts of a hand-off into a mark of 0 to 100, with the points that each part cost.
 *
 * The weighted mean of the parts that are known, times 100. A diagnostic that says where points were lost: good parts
 * make up for bad ones, so that the share of hand-offs without a defect is the strict view.
 *
 * @param data - the parts (shares in 0..1, null where nothing can be said), and whether anybody can contact the lead
 * @param options - weights from 0, cap in 0..100, least coverage in 0..1
 * @returns the mark in 0..100 with coverage and the points lost; null with `insufficient_data` below the least coverage
 * @throws {@link RetentionOkrError} RATE_OUT_OF_RANGE for a part outside 0..1
 * @throws {@link RetentionOkrError} INVALID_WEIGHT for a negative weight, and when all are 0
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { scoreHandoff } from 'retention-okr/metrics'
 *
 * const components = { completeness: 0.9, classification: 0.8, timeliness: 1, acceptance: 1, stability: 1, uniqueness: 1 }
 * const score = scoreHandoff({ components })
 * score.value // => 92.5
 * score.lost // => [{ component: 'classification', points: 5 }, { component: 'completeness', points: 2.5 }]
 * scoreHandoff({ components: { completeness: 0.9 } }).value // => null
 * ```
 * @since 0.1.0
 */
export function scoreHandoff(data: ScoredHandoff, options: ScoreHandoffOptions = {}): HandoffScore {
  assertPlain(data, 'data')
  const { components, contactable = null } = data
  assertPlain(components, 'data.components')
  assertKnownOptions(options, ['weights', 'uncontactableCap', 'minimumCoverage'])
  assertComponents(components)
  const { weights = defaultWeights, uncontactableCap = 40, minimumCoverage = 0.5 } = options
  return createScore({ weights, uncontactableCap, minimumCoverage }, 'options')(components, contactable)
}

function assertComponents(components: ScoredHandoff['components']): void {
  for (const [component, value] of Object.entries(components)) {
    const path = `data.components.${component}`
    if (!(componentNames as readonly string[]).includes(component)) {
      fail('INVALID_INPUT', path, `knows only ${componentNames.join(', ')}`, 'unknown component')
    }
    if (value === null || value === undefined) continue
    if (typeof value !== 'number' || !(value >= 0 && value <= 1)) {
      fail('RATE_OUT_OF_RANGE', path, 'must be from 0 to 1', value)
    }
  }
}

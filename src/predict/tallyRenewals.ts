import { fail } from '../internal/fail.js'
import { isIterable } from '../internal/guards.js'
import type { RenewalCounts } from '../tally/columnTallies.js'

/**
 * Tallies how many customers renewed and how many left at each renewal, summed over cohorts.
 *
 * A cohort is the list of its active customers: at acquisition, then after each renewal opportunity. One without any
 * opportunity yet adds nothing. Cohorts of different age may be mixed, and tallies merge over cohorts.
 *
 * @param cohorts - active customers by renewals passed, never rising
 * @returns a tally of kind `renewals`: `kept` and `lost` by renewal opportunity
 * @throws {@link RetentionOkrError} INVALID_COHORT for counts that are negative, not whole, or rise
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is no list
 * @example
 * ```ts
 * import { tallyRenewals } from 'retention-okr/predict'
 *
 * tallyRenewals([[1000, 869, 743], [500, 410]]).lost // => [221, 126]
 * ```
 * @see Fader & Hardie, "Fitting the sBG model to multi-cohort data"
 * @since 0.1.0
 */
export function tallyRenewals(cohorts: Iterable<readonly number[]>): RenewalCounts {
  if (!isIterable(cohorts)) fail('INVALID_INPUT', 'cohorts', 'must be a list of cohorts', cohorts)
  const tally: RenewalCounts = { kind: 'renewals', definition: {}, kept: [], lost: [] }
  let index = 0
  for (const cohort of cohorts) {
    addCohort(tally, cohort, `cohorts[${index}]`)
    index += 1
  }
  return tally
}

function addCohort({ kept, lost }: RenewalCounts, cohort: unknown, path: string): void {
  if (!isIterable(cohort)) fail('INVALID_INPUT', path, 'must be a list of active customers', cohort)
  let before: number | undefined
  let renewal = -1
  for (const active of cohort) {
    if (typeof active !== 'number' || !Number.isSafeInteger(active) || active < 0) {
      fail('INVALID_COHORT', `${path}[${renewal + 1}]`, 'must be a whole number from 0', active)
    }
    if (before !== undefined) {
      if (active > before) fail('INVALID_COHORT', `${path}[${renewal + 1}]`, 'must not rise', active)
      kept[renewal] = (kept[renewal] ?? 0) + active
      lost[renewal] = (lost[renewal] ?? 0) + before - active
    }
    before = active
    renewal += 1
  }
}

import { type Decimal, toDouble } from '../../internal/decimal.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Day } from '../../measurement.js'
import { readDays } from '../cycle/cyclePeriod.js'
import type { Plan } from '../models/cycle.js'
import type { Quantity, Target } from '../models/quantity.js'
import { readQuantity } from '../readQuantity.js'
import { readTarget } from '../scoring/resolveTarget.js'
import { exactElapsedShare } from './elapsedShare.js'
import { planCurve } from './planCurve.js'

/** Options of {@link expectedProgress}. */
export interface ExpectedProgressOptions {
  /** The day of the reading. */
  readonly asOf: Day
}

/** What is expected of a key result on a day. */
export interface ExpectedProgress {
  /** Elapsed share of its time, 0..1. */
  elapsed: number
  /** Expected progress by the plan. */
  expected: number
  /** The same in the unit of the metric; null without baseline and target. */
  expectedValue: number | null
}

/**
 * Gives the progress that the plan of a key result expects on a day.
 *
 * `linear`: the elapsed share. `step`: 0 before the last day. `lag`: 0 for a number of days, then linear. `phased`:
 * piecewise linear through points. `expectedValue = baseline + (target − baseline) · expected`.
 *
 * @param data - plan (default linear), first and last day, baseline and target
 * @param options - the day of the reading
 * @returns elapsed share 0..1, expected progress and expected value, the last null without baseline and target
 * @throws {@link RetentionOkrError} INVALID_PLAN, INVALID_DAY, INVALID_PERIOD, INVALID_NUMBER, INVALID_OPTION,
 * INVALID_INPUT
 * @example
 * ```ts
 * import { expectedProgress } from 'retention-okr/okr'
 *
 * const days = { firstDay: '2026-01-01', lastDay: '2026-04-01' }
 * const data = { plan: { kind: 'lag', days: 30 }, ...days, baseline: 48, target: 60 } as const
 * expectedProgress(data, { asOf: '2026-03-02' }).expectedValue // => 54
 * ```
 * @since 0.1.0
 */
export function expectedProgress(
  data: {
    readonly plan?: Plan | undefined
    readonly firstDay: Day
    readonly lastDay: Day
    readonly baseline?: Quantity | null | undefined
    readonly target?: Target | undefined
    readonly scale?: 'ratio' | 'interval' | undefined
  },
  options: ExpectedProgressOptions,
): ExpectedProgress {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['asOf'])
  const { scale } = data
  const { elapsed, expected } = exactExpectation(data, options.asOf)
  const baseline = readQuantity(data.baseline, 'baseline').value
  const target = data.target === undefined ? null : readTarget({ baseline: data.baseline, target: data.target, scale })
  return {
    elapsed: toDouble(elapsed),
    expected: toDouble(expected),
    expectedValue:
      baseline === null || target === null ? null : toDouble(baseline.plus(target.minus(baseline).times(expected))),
  }
}

/** Elapsed share and expected progress as exact decimals. */
export function exactExpectation(
  data: { readonly plan?: Plan | undefined; readonly firstDay: Day; readonly lastDay: Day },
  asOf: Day,
): { elapsed: Decimal; expected: Decimal } {
  const { plan = { kind: 'linear' }, firstDay, lastDay } = data
  const { first, last } = readDays(data)
  const elapsed = exactElapsedShare({ firstDay, lastDay }, { asOf })
  return { elapsed, expected: planCurve(plan, elapsed, last - first) }
}

import { assertFinite, assertKnownOptions } from '../internal/guards.js'
import { assertFrom } from './assertFrom.js'
import { assertValues, maximumValues } from './assertValues.js'
import type { Values } from './model.js'

/** Options of {@link nelsonRules}. */
export interface NelsonRulesOptions {
  /** Level of the stable process, in the unit of the values. */
  readonly center: number
  /** Standard deviation of one value, above 0. */
  readonly sigma: number
}

/** Number of one of Nelson's rules. */
export type NelsonRule = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8'

/** Result of {@link nelsonRules}. */
export interface NelsonMatches {
  /** For each rule every period at which a window that satisfies it ends. */
  rules: Record<NelsonRule, number[]>
}

interface WindowRule {
  readonly length: number
  readonly holds: (window: readonly number[]) => boolean
}

/**
 * Marks unusual patterns on a control chart (Nelson's rules 1 to 8).
 *
 * With z = (x − center)/σ: 1 one beyond 3; 2 nine on one side; 3 six rising or falling; 4 fourteen alternating; 5 two of
 * three beyond 2 on one side, the last among them; 6 four of five beyond 1 on one side, the last among them; 7 fifteen
 * within 1; 8 eight outside 1, on both sides. A window with a missing period satisfies none. The rules together alarm
 * often: on a stable series, unfavourable side, in a monthly and a weekly year (in brackets with a lag-1 correlation of
 * 0.3), and what they find of a decline of 0.2 σ a month (median months; within 6, within 12):
 *
 * | rules | false alarms % | detection |
 * | --- | --- | --- |
 * | 3 sigma | 8 (14) / 16 (33) | 11, 19, 62 |
 * | 3 sigma, 7 on a side, trend of 7, 2 of 3 | 17 (29) / 37 (65) | 8, 33, 92 |
 * | Western Electric 1-4 | 17 (30) / 35 (65) | 8, 35, 94 |
 * | Nelson 1, 2, 3, 5, 6 | 17 (30) / 36 (67) | 8, 35, 93 |
 * | Nelson 3 alone | 1 (3) / 6 (14) | never, 2, 5 |
 * | 3 falls in a row | 37 (47) / 87 (95) | 11, 32, 54 |
 * | 4 falls in a row | 8 (14) / 30 (48) | never, 9, 17 |
 *
 * @param values - one value a period, null where missing
 * @param options - level and spread of the stable process
 * @returns for each rule the indices of the periods at which it holds
 * @throws {@link RetentionOkrError} INVALID_NUMBER for NaN and infinity among the values
 * @throws {@link RetentionOkrError} INVALID_OPTION for a sigma not above 0, TOO_LARGE above a million values
 * @example
 * ```ts
 * import { nelsonRules } from 'retention-okr/statistics'
 *
 * const { rules } = nelsonRules([0, 3.2, -3.4, 3], { center: 0, sigma: 1 })
 * rules['1'] // => [1, 2]
 * rules['5'] // => [3]
 * ```
 * @see Nelson 1984, The Shewhart control chart: tests for special causes
 * @since 0.1.0
 */
export function nelsonRules(values: Values, options: NelsonRulesOptions): NelsonMatches {
  assertValues(values, 'values', maximumValues)
  assertKnownOptions(options, ['center', 'sigma'])
  const { center, sigma } = options
  assertFinite(center, 'options.center', 'INVALID_OPTION')
  assertFrom(sigma, 'options.sigma', false)
  const scores = values.map((value) => (value === null ? null : (value - center) / sigma))
  const matches = (rule: WindowRule): number[] =>
    scores.flatMap((_, index) => {
      const window = scores.slice(Math.max(0, index + 1 - rule.length), index + 1).filter((score) => score !== null)
      return window.length === rule.length && rule.holds(window) ? [index] : []
    })
  return {
    rules: {
      '1': matches({ length: 1, holds: ([z = 0]) => Math.abs(z) > 3 }),
      '2': matches({ length: 9, holds: onOneSide((z) => z > 0) }),
      '3': matches({ length: 6, holds: onOneSide((step) => step > 0, steps) }),
      '4': matches({ length: 14, holds: alternates }),
      '5': matches({ length: 3, holds: mostBeyond(2, 2) }),
      '6': matches({ length: 5, holds: mostBeyond(1, 4) }),
      '7': matches({ length: 15, holds: (window) => window.every((z) => Math.abs(z) <= 1) }),
      '8': matches({
        length: 8,
        holds: (window) =>
          window.every((z) => Math.abs(z) > 1) && window.some((z) => z > 0) && window.some((z) => z < 0),
      }),
    },
  }
}

function steps(window: readonly number[]): number[] {
  return window.slice(1).map((z, index) => z - (window[index] as number))
}

/** Whether a condition holds of every number, or of the opposite of every number. */
function onOneSide(
  above: (z: number) => boolean,
  numbersOf: (window: readonly number[]) => readonly number[] = (window) => window,
) {
  return (window: readonly number[]): boolean => {
    const numbers = numbersOf(window)
    return numbers.every(above) || numbers.every((z) => above(-z))
  }
}

function alternates(window: readonly number[]): boolean {
  const moves = steps(window)
  return moves.every((step, index) => step !== 0 && (index === 0 || step * (moves[index - 1] as number) < 0))
}

/** Whether so many lie beyond a limit on the side of the last one, which does too. */
function mostBeyond(limit: number, number: number) {
  return (window: readonly number[]): boolean => {
    const last = window.at(-1) as number
    if (Math.abs(last) <= limit) return false
    return window.filter((z) => z * Math.sign(last) > limit).length >= number
  }
}

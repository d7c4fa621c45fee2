import { assertArray } from '../internal/guards.js'
import { chiSquareTail } from './chiSquareTail.js'
import { eventTimes } from './eventTimes.js'
import type { Observation } from './model.js'
import { readObservations } from './readObservations.js'
import { type RiskRow, riskTable } from './riskTable.js'

/** Result of {@link logRankTest}. */
export interface LogRankResult {
  /** Events of each group. */
  observed: number[]
  /** Events that each group would have had at the rate of all. */
  expected: number[]
  /** Chi-square statistic. */
  statistic: number
  /** Its degrees of freedom: the groups that were at risk at an event, less one. */
  df: number
  /** Probability of such a difference by chance. */
  p: number
}

/** A pivot below this share of its diagonal carries no information of its own. */
const singular = 1e-10

/**
 * Compares two or more survival curves (log-rank).
 *
 * At each event time every group is expected to have its share of the events by those at risk; observed minus expected is
 * measured by its hypergeometric covariance, chi-square on the number of groups less one. Late entry is taken into account
 * as in {@link kaplanMeier}.
 *
 * @param groups - observations of each group
 * @returns observed and expected events, statistic and p-value; p 1 without events or with fewer than two groups at risk
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a negative time or entry, INVALID_INPUT for no observation
 * @example
 * ```ts
 * import { logRankTest } from 'retention-okr/statistics'
 *
 * const ended = (time: number) => ({ time, event: true })
 * const running = (time: number) => ({ time, event: false })
 * const test = logRankTest([
 *   [ended(5), running(8), ended(12)],
 *   [ended(2), ended(3), ended(4), running(9)],
 * ])
 * test.observed // => [2, 3]
 * test.statistic // ≈ 1.772277
 * test.p // ≈ 0.183101
 * ```
 * @see Mantel 1966, Evaluation of survival data and two new rank order statistics arising in its consideration
 * @since 0.1.0
 */
export function logRankTest(groups: readonly (readonly Observation[])[]): LogRankResult {
  assertArray(groups, 'groups')
  const used = groups.map((group, index) => readObservations(group, `groups[${index}]`).used)
  const times = eventTimes(used.flat())
  const tables = used.map((group) => riskTable(group, times))
  const observed = tables.map((rows) => rows.reduce((sum, { events }) => sum + events, 0))
  const { expected, covariance } = underOneRate(tables, times.length)
  const concerned = tables.flatMap((rows, group) => (rows.some(({ atRisk }) => atRisk > 0) ? [group] : []))
  if (concerned.length < 2) return { observed, expected, statistic: 0, df: 0, p: 1 }
  // The differences add up to 0: the last one says nothing that the others do not.
  const free = concerned.slice(0, -1)
  const differences = free.map((group) => (observed[group] as number) - (expected[group] as number))
  const matrix = free.map((row) => free.map((column) => covariance[row]?.[column] as number))
  const statistic = quadraticForm(matrix, differences)
  return { observed, expected, statistic, df: free.length, p: chiSquareTail(statistic, free.length) }
}

/** Expected events and their covariance when every group has the rate of all. */
function underOneRate(tables: readonly RiskRow[][], times: number) {
  const expected = tables.map(() => 0)
  const covariance = tables.map(() => tables.map(() => 0))
  for (let at = 0; at < times; at++) {
    const rows = tables.map((table) => table[at] as RiskRow)
    const atRisk = rows.reduce((sum, row) => sum + row.atRisk, 0)
    const events = rows.reduce((sum, row) => sum + row.events, 0)
    const factor = atRisk > 1 ? (events * (atRisk - events)) / (atRisk - 1) : 0
    rows.forEach((row, group) => {
      const share = row.atRisk / atRisk
      expected[group] = (expected[group] as number) + events * share
      const line = covariance[group] as number[]
      rows.forEach((other, column) => {
        const own = group === column ? 1 : 0
        line[column] = (line[column] as number) + factor * share * (own - other.atRisk / atRisk)
      })
    })
  }
  return { expected, covariance }
}

/** `d' M⁻¹ d` of a covariance matrix by elimination; directions without variance are left out. */
function quadraticForm(matrix: readonly (readonly number[])[], vector: readonly number[]): number {
  const rows = matrix.map((row) => [...row])
  const rest = [...vector]
  let sum = 0
  rows.forEach((row, index) => {
    const pivot = row[index] as number
    if (pivot <= singular * (matrix[index]?.[index] as number)) return
    const value = rest[index] as number
    sum += value ** 2 / pivot
    for (let below = index + 1; below < rows.length; below++) {
      const line = rows[below] as number[]
      const factor = (line[index] as number) / pivot
      for (let column = index; column < rows.length; column++) {
        line[column] = (line[column] as number) - factor * (row[column] as number)
      }
      rest[below] = (rest[below] as number) - factor * value
    }
  })
  return sum
}

import { sumExact, toDouble } from '../internal/decimal.js'
import { fail } from '../internal/fail.js'
import { assertCount, assertFinite } from '../internal/guards.js'
import type { SeriesMetric } from './seriesMetrics.js'

interface CountedCell {
  counts: object
  lists?: Record<string, readonly (number | string)[]> | undefined
}

/** Adds up the cells of one period and segment. */
export interface SeriesCell {
  /** Adds the counts of a cell. */
  add: (cell: CountedCell, path: string) => void
  /** The figures of the period by the names of the kind of series; null of what was never added. */
  figures: () => Record<string, number | null>
}

/** Starts a period of a metric. */
export function createSeriesCell(rule: SeriesMetric): SeriesCell {
  return rule.kind === 'value' && rule.denominator.length === 0 ? scoreCell(rule) : countCell(rule)
}

function countCell({ kind, numerator, denominator }: SeriesMetric): SeriesCell {
  const sums: Record<string, number> = {}
  const names = new Set([numerator, ...denominator])
  let seen = false
  const read = (counts: Record<string, unknown>, name: string, path: string): number => {
    const value = counts[name]
    if (value === undefined) fail('MISSING_COUNT', `${path}.counts.${name}`, 'is a count of the metric', value)
    // The exposure of a rate may be a fraction: a customer-month, a share of a day.
    if (kind !== 'rate' || name === numerator) assertCount(value, `${path}.counts.${name}`)
    else {
      assertFinite(value, `${path}.counts.${name}`)
      if (value < 0) fail('INVALID_NUMBER', `${path}.counts.${name}`, 'must not be negative', value)
    }
    return value as number
  }
  return {
    add: ({ counts }, path) => {
      seen = true
      for (const name of names) sums[name] = (sums[name] ?? 0) + read(counts as Record<string, unknown>, name, path)
      if (kind === 'proportion' && above(sums) > below(sums)) {
        fail('COUNT_EXCEEDS_BASE', `${path}.counts.${numerator}`, 'must not exceed its base', above(sums))
      }
    },
    figures: () => {
      const [count, base] = seen ? [above(sums), below(sums)] : [null, null]
      if (kind === 'proportion') return { successes: count, trials: base }
      if (kind === 'rate') return { count, exposure: base }
      const detractors = sums['detractors'] ?? 0
      return { value: count === null || base === null || base === 0 ? null : (100 * (count - detractors)) / base }
    },
  }

  function above(counts: Record<string, number>): number {
    return counts[numerator] ?? 0
  }

  function below(counts: Record<string, number>): number {
    return denominator.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  }
}

/** The mean of single scores, summed exactly so that their order does not show. */
function scoreCell({ numerator }: SeriesMetric): SeriesCell {
  const scores: number[] = []
  return {
    add: ({ lists }, path) => {
      const list = lists?.[numerator]
      if (list === undefined) fail('MISSING_COUNT', `${path}.lists.${numerator}`, 'is a list of the metric', list)
      list.forEach((score, index) => {
        assertFinite(score, `${path}.lists.${numerator}[${index}]`)
        scores.push(score)
      })
    },
    figures: () => ({
      value: scores.length === 0 ? null : toDouble(sumExact(scores, 'scores').div(scores.length)),
    }),
  }
}

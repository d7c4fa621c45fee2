import type { MetricSeries, SignalResult } from '../../../src/signals/index.js'

const dayLength = 86_400_000

/** A day after every period. */
export const asOf = '2100-01-01'

/** So many periods in a row. */
export function periods(count: number, days = 30): { start: string; end: string }[] {
  const day = (index: number) => new Date(Date.UTC(2000, 0, 1) + index * days * dayLength).toISOString().slice(0, 10)
  const bounds = Array.from({ length: count + 1 }, (_, index) => day(index))
  return bounds.slice(1).map((end, index) => ({ start: bounds[index] as string, end }))
}

/** Values that should be high. */
export function valueSeries(values: readonly number[], days = 30, season?: number): MetricSeries {
  const rows = periods(values.length, days).map((period, index) => ({ ...period, value: values[index] ?? 0 }))
  return { metric: 'value', kind: 'value', better: 'up', periods: rows, ...(season === undefined ? {} : { season }) }
}

/** Counts that should be low. */
export function rateSeries(counts: readonly number[], exposure = 200): MetricSeries {
  const rows = periods(counts.length).map((period, index) => ({ ...period, count: counts[index] ?? 0, exposure }))
  return { metric: 'rate', kind: 'rate', better: 'down', periods: rows }
}

/** Successes among trials. */
export interface Cell {
  successes: number
  trials: number
}

/** Shares. */
export function shareSeries(cells: readonly Cell[], better: 'up' | 'down' = 'up'): MetricSeries {
  const rows = periods(cells.length).map((period, index) => ({ ...period, successes: 0, trials: 0, ...cells[index] }))
  return { metric: 'share', kind: 'proportion', better, periods: rows }
}

/** Whether something unfavourable was shown. */
export function fires({ status }: SignalResult): boolean {
  return status === 'signal'
}

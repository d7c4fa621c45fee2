import { expect } from 'vitest'
import type { CustomerEvent, RateSeries, ValueSeries } from '../../src/signals/index.js'

/** An error with a code and a path. */
export function broken(code: string, path: string): unknown {
  return expect.objectContaining({ code, details: expect.objectContaining({ path }) })
}

/** First days of the months from January 2023, one more than periods. */
export function months(count: number): { start: string; end: string }[] {
  const first = (index: number) => `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`
  return Array.from({ length: count }, (_, index) => ({ start: first(index), end: first(index + 1) }))
}

/** Complaints by month over an exposure of 200. */
export function complaints(...counts: (number | null)[]): RateSeries {
  const periods = months(counts.length).map((period, index) => ({
    ...period,
    count: counts[index] ?? null,
    exposure: 200,
  }))
  return { metric: 'complaint-rate', kind: 'rate', better: 'down', periods }
}

/** A value by month. */
export function values(...numbers: (number | null)[]): ValueSeries {
  const periods = months(numbers.length).map((period, index) => ({ ...period, value: numbers[index] ?? null }))
  return { metric: 'csat', kind: 'value', better: 'up', periods }
}

const dayLength = 86_400_000

/** Events of a customer on days before 1 June 2025. */
export function eventsBefore(customerId: string, ...days: number[]): CustomerEvent[] {
  return days.map((day) => ({ customerId, at: Date.parse('2025-06-01T12:00:00Z') - day * dayLength }))
}

/** Every so many days, so many times, the last one so many days before 1 June 2025. */
export function everyDays(customerId: string, gap: number, times: number, last: number): CustomerEvent[] {
  return eventsBefore(customerId, ...Array.from({ length: times }, (_, index) => last + gap * index))
}

import * as z from 'zod'
import type { MetricSeries } from '../signals/model.js'
import { textsByName } from './byName.js'
import { count, day, number, numberWithin, text, unit } from './fields.js'
import { list, strictInput, strictUnion } from './shapes.js'

/** Kinds of {@link metricSeriesSchema}. */
export const metricSeriesKinds = () =>
  [
    z.strictObject({ ...base(), kind: z.literal('proportion'), periods: list(proportionPeriod()) }),
    z.strictObject({ ...base(), kind: z.literal('rate'), periods: list(ratePeriod()) }),
    z.strictObject({ ...base(), kind: z.literal('value'), periods: list(valuePeriod()) }),
  ] as const

/**
 * Schema of a series of one metric over equal periods.
 *
 * Nothing is coerced: its input and output are the interface, unknown members are issues.
 *
 * @example
 * ```ts
 * import { metricSeriesSchema } from 'retention-okr/schemas'
 *
 * const period = { start: '2026-01-01', end: '2026-02-01', successes: 9, trials: 100 }
 * const row = { kind: 'proportion', metric: 'churn-rate', better: 'down', periods: [period] }
 * metricSeriesSchema.safeParse(row).success // => true
 * metricSeriesSchema.safeParse({ ...row, kind: 'value' }).success // => false
 * ```
 * @since 0.1.0
 */
export const metricSeriesSchema: z.ZodType<MetricSeries> = /* @__PURE__ */ strictUnion('kind', metricSeriesKinds)

function base() {
  return {
    metric: text(),
    segment: z.optional(textsByName()),
    better: z.enum(['up', 'down']),
    unit: z.optional(unit()),
    season: z.optional(count(2)),
  }
}

function proportionPeriod() {
  return strictInput(() => ({ start: day(), end: day(), successes: z.nullable(count()), trials: z.nullable(count()) }))
}

function ratePeriod() {
  return strictInput(() => ({
    start: day(),
    end: day(),
    count: z.nullable(count()),
    exposure: z.nullable(numberWithin(0, Number.POSITIVE_INFINITY)),
  }))
}

function valuePeriod() {
  return strictInput(() => ({ start: day(), end: day(), value: z.nullable(number()) }))
}

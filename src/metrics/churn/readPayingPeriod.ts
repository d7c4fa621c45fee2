import { createExclusions } from '../../internal/createExclusions.js'
import type { Instant, Period } from '../../measurement.js'
import type { Subscription } from '../../records/model.js'
import type { SpanOptions } from '../../records/options.js'
import type { PayingTimeDefinition } from '../../records/readPayingTimeOptions.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { type MeasuredPeriod, readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
import { visitPayingTime } from '../internal/visitPayingTime.js'
import { type CollectedTimes, createChurnTimes } from './createChurnTimes.js'
import { givenSpans } from './givenSpans.js'
import type { ChurnPreset } from './model.js'

/** What a measurement of one period of paying time is asked. */
export interface PayingPeriodOptions {
  readonly asOf?: Instant | undefined
  readonly timeZone?: string | undefined
  readonly duplicates?: 'check' | 'trusted' | undefined
  readonly period: Period
  readonly partial?: boolean | undefined
  readonly spans?: SpanOptions | undefined
  readonly paying?: 'mrr' | 'all' | undefined
  readonly preset?: ChurnPreset | undefined
}

/** Paying time, with the period as cut and what is known of the source. */
export interface PayingPeriod {
  definition: PayingTimeDefinition
  excluded: Record<string, number> | undefined
  times: CollectedTimes
  period: MeasuredPeriod
}

/** The paying time of a source, with the period as cut; of records, those left out count when they lie inside it. */
export function readPayingPeriod(
  source: Iterable<Subscription> | Tally<object>,
  options: PayingPeriodOptions,
): PayingPeriod {
  const { asOf, timeZone, duplicates, paying, partial } = options
  const asked = { asOf, timeZone, duplicates, paying, spans: givenSpans(options) }
  const exclusions = createExclusions()
  const { add, finish } = createChurnTimes()
  if (isTally(source)) {
    const definition = visitPayingTime(source, asked, add, exclusions.add)
    const period = readMeasuredPeriod(options.period, { ...definition, partial })
    return { definition, excluded: source.excluded, times: finish(), period }
  }
  const period = readMeasuredPeriod(options.period, { asOf: asOf as Instant, timeZone: timeZone ?? 'UTC', partial })
  const definition = visitPayingTime(source, asked, add, (reason, start, end) => {
    if (start < period.end && end >= period.start) exclusions.add(reason)
  })
  return { definition, excluded: exclusions.result(), times: finish(), period }
}

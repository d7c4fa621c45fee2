import { createExclusions } from '../../internal/createExclusions.js'
import type { Instant, Period } from '../../measurement.js'
import type { Subscription } from '../../records/model.js'
import type { SpanOptions } from '../../records/options.js'
import type { LeftOut } from '../../records/readPayingTime.js'
import { tallyPayingTime } from '../../records/tallySubscriptions.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { knownAt } from '../internal/knownAt.js'
import { type MeasuredPeriod, readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
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

/** The tally of paying time, with the period as cut; of records, those left out count when they lie inside it. */
export function readPayingPeriod(
  source: Iterable<Subscription> | Tally<object>,
  options: PayingPeriodOptions,
): { tally: Tally<object>; period: MeasuredPeriod } {
  const { paying, partial } = options
  const given = givenSpans(options)
  if (isTally(source)) {
    const definition = agreeWithDefinition(source, 'subscriptions', {
      asOf: knownAt(source, options),
      timeZone: options.timeZone,
      spans: given,
      paying,
    })
    const known = definition as { asOf: string; timeZone: string }
    return { tally: source, period: readMeasuredPeriod(options.period, { ...known, partial }) }
  }
  const { timeZone = 'UTC', duplicates } = options
  const asOf = options.asOf as Instant
  const period = readMeasuredPeriod(options.period, { asOf, timeZone, partial })
  const exclusions = createExclusions()
  const leaveOut = ({ reason, start, end }: LeftOut): void => {
    if (start < period.end && (end === undefined || end >= period.start)) exclusions.add(reason)
  }
  const spans = given ?? {}
  return {
    tally: tallyPayingTime(
      source as Iterable<Subscription>,
      { asOf, timeZone, spans, paying, duplicates },
      leaveOut,
      exclusions.result,
    ),
    period,
  }
}

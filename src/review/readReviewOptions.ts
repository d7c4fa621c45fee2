import { addMonthsToDay } from '../calendar/addMonthsToDay.js'
import { assertTimeZone } from '../calendar/assertTimeZone.js'
import { dayFromNumber, dayNumber } from '../calendar/dayNumber.js'
import { localDay } from '../calendar/localDay.js'
import { periodGrid } from '../calendar/periodGrid.js'
import { readAsOf } from '../calendar/readAsOf.js'
import { fail } from '../internal/fail.js'
import { assertArray, assertDay, assertInteger, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { Instant, Period } from '../measurement.js'
import { rateOptions } from './chosenOptions.js'
import type { ReviewPeriod, ReviewPolicy, ReviewSegment } from './models/policy.js'
import type { ReviewContext } from './reviewContext.js'
import { reviewMetrics } from './reviewMetrics.js'

const policyNames = [
  'period',
  'segments',
  'bySegment',
  'metrics',
  'signals',
  'looksPerYear',
  'falseAlarmsPerYear',
  'falseDiscoveryRate',
  'purchaseModel',
  'handoff',
  'contradictions',
  'phases',
  'redact',
]

/** Metrics that are watched by segment unless the policy says otherwise. */
const watchedBySegment = ['churn-rate', 'complaint-rate', 'clean-handoff-rate', 'close-rate']

const looks = { week: 52, month: 12, quarter: 4 }
const daysOfWeek = 7

/** The options of a review and of its parts. */
export interface SomeReviewOptions {
  readonly asOf: Instant
  readonly timeZone?: string | undefined
  readonly policy?: ReviewPolicy | undefined
  readonly top?: number | undefined
}

/** Checks the options of a review and lays out its periods. */
export function readReviewOptions(options: SomeReviewOptions, names: readonly string[]): ReviewContext {
  assertKnownOptions(options, names)
  const { timeZone = 'UTC', policy = {}, top = 100 } = options
  assertTimeZone(timeZone)
  assertInteger(top, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.top')
  assertKnownOptions(policy, policyNames, 'options.policy')
  const asOf = readAsOf(options.asOf, timeZone)
  const { period = { unit: 'month', history: 24 }, segments = [], bySegment = watchedBySegment } = policy
  if (policy.redact !== undefined) assertOneOf(policy.redact, ['none', 'ids'], 'options.policy.redact')
  assertSegments(segments)
  assertMetrics(policy, bySegment)
  assertPhases(policy.phases)
  const periods = completePeriods(asOf, timeZone, period)
  const current = periods.at(-1) as Period
  return {
    asOf,
    day: localDay(asOf, timeZone),
    timeZone,
    policy,
    period,
    segments,
    bySegment,
    periods,
    current,
    lastDay: localDay((current.end as number) - 1, timeZone),
    looksPerYear: policy.looksPerYear ?? looks[period.unit],
    top,
  }
}

function assertSegments(segments: readonly ReviewSegment[]): void {
  assertArray(segments, 'options.policy.segments')
  const names = new Set<string>()
  segments.forEach((segment, index) => {
    const path = `options.policy.segments[${index}]`
    assertKnownOptions(segment, ['name', 'of', 'field'], path)
    assertOneOf(segment.of, ['customer', 'ticket', 'lead', 'opportunity'], `${path}.of`)
    for (const member of ['name', 'field'] as const) {
      if (typeof segment[member] !== 'string')
        fail('INVALID_OPTION', `${path}.${member}`, 'must be text', segment[member])
    }
    if (names.has(segment.name)) fail('INVALID_OPTION', `${path}.name`, 'must be given once', 'name')
    names.add(segment.name)
  })
}

function assertPhases(phases: ReviewPolicy['phases'] = []): void {
  assertArray(phases, 'options.policy.phases')
  phases.forEach((phase, index) => {
    const path = `options.policy.phases[${index}]`
    assertKnownOptions(phase, ['metric', 'from'], path)
    if (typeof phase.metric !== 'string') fail('INVALID_OPTION', `${path}.metric`, 'must be text', phase.metric)
    assertDay(phase.from, `${path}.from`)
  })
}

function assertMetrics({ metrics = {} }: ReviewPolicy, bySegment: readonly string[]): void {
  const codes = reviewMetrics.map(({ code }) => code)
  assertKnownOptions(metrics, [...codes, 'cohort-retention'], 'options.policy.metrics')
  for (const { code, options = [], required = [], shape = [], ofHandoff } of reviewMetrics) {
    const choice = (metrics as { readonly [metric: string]: object | false | undefined })[code]
    if (choice === undefined || choice === false) continue
    const names = ofHandoff ? [] : [...options, ...required, ...shape, ...rateOptions]
    assertKnownOptions(choice, names, `options.policy.metrics.${code}`)
  }
  assertArray(bySegment, 'options.policy.bySegment')
  bySegment.forEach((code, index) => {
    assertOneOf(code, codes, `options.policy.bySegment[${index}]`)
  })
}

/** The periods that are over, the last one nearest to the instant of knowledge. */
function completePeriods(asOf: number, timeZone: string, { unit, history }: ReviewPeriod): Period[] {
  assertOneOf(unit, ['week', 'month', 'quarter'], 'options.policy.period.unit')
  assertInteger(history, { minimum: 1, maximum: 1_000 }, 'options.policy.period.history')
  const running = periodGrid({ start: asOf, end: asOf + 1 }, { unit, timeZone }).bounds[0] as number
  const end = localDay(running, timeZone)
  const start =
    unit === 'week'
      ? dayFromNumber(dayNumber(end) - daysOfWeek * history)
      : addMonthsToDay(end, -history * (unit === 'month' ? 1 : 3))
  const { bounds } = periodGrid({ start, end }, { unit, timeZone })
  return bounds.slice(1).map((bound, index) => ({ start: bounds[index] as number, end: bound }))
}

import { addLocalDays } from '../../calendar/addLocalDays.js'
import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { createInstantReader } from '../../calendar/createInstantReader.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { fail } from '../../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { StageEntry } from '../../records/model.js'
import type { AsOfOptions } from '../../records/options.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { proportionMeasurement, proportionOptionNames } from '../internal/proportionMeasurement.js'
import type { StageConversionRateOptions } from './stageConversionRate.js'

/** Options of {@link measureStageConversionRate}. */
export interface MeasureStageConversionRateOptions extends AsOfOptions, StageConversionRateOptions {
  /** The stages in funnel order; entries of others are ignored. */
  readonly stages: readonly string[]
  /** Stage of the cohort. */
  readonly from: string
  /** Stage to reach, not before `from`. */
  readonly to: string
  /** Local days to reach it in, 1 to 36,600; null: no limit. Required, so that its absence is said. */
  readonly windowDays: number | null
}

const knownOptions = ['asOf', 'timeZone', 'duplicates', 'stages', 'from', 'to', 'windowDays', ...proportionOptionNames]

/**
 * Measures the share of a cohort of deals that went on from one stage to another.
 *
 * The cohort are the deals that ever entered `from` or a later stage (one that was skipped was passed through), dated by
 * the first such entry; they converted when they ever entered `to` or a later one. Steps back change nothing, so that
 * conversions multiply along the funnel. With a window only deals whose days are over count, the others are pending.
 *
 * @param entries - the stages that deals entered, in any order
 * @param options - instant of knowledge, stages, from, to, window
 * @returns `stage-conversion-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` while all are pending; left
 * out: `future`
 * @throws {@link RetentionOkrError} INVALID_OPTION also for an unknown stage, one named twice, and `from` after `to`
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_TIME_ZONE, INVALID_INPUT
 * @example
 * ```ts
 * import { measureStageConversionRate } from 'retention-okr/metrics'
 *
 * const entries = [
 *   { opportunityId: '1', stage: 'lead', at: '2025-01-01' },
 *   { opportunityId: '1', stage: 'demo', at: '2025-01-09' },
 *   { opportunityId: '2', stage: 'lead', at: '2025-01-02' },
 * ]
 * const funnel = { stages: ['lead', 'demo', 'won'], from: 'lead', to: 'demo', windowDays: 30 }
 * measureStageConversionRate(entries, { asOf: '2025-03-01', ...funnel }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureStageConversionRate(
  entries: Iterable<StageEntry>,
  options: MeasureStageConversionRateOptions,
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { timeZone = 'UTC', stages, from, to, windowDays, duplicates = 'check' } = options
  assertTimeZone(timeZone)
  // Entries have no ids: there is nothing to look for.
  assertOneOf(duplicates, ['check', 'trusted'], 'options.duplicates')
  const asOf = readAsOf(options.asOf, timeZone)
  const { first, last } = readFunnel(options)
  const exclusions = createExclusions()
  const read = createInstantReader(timeZone)
  const rankOf = new Map(stages.map((stage, rank) => [stage, rank]))
  const units = new Map<string, { enteredAt: number; convertedAt: number }>()
  forEachRecord(entries, 'entries', ({ opportunityId, stage, at }, index) => {
    if (typeof opportunityId !== 'string') {
      fail('INVALID_INPUT', `entries[${index}].opportunityId`, 'must be text', opportunityId)
    }
    const instant = read(at, () => `entries[${index}].at`)
    if (instant > asOf) return exclusions.add('future')
    const rank = rankOf.get(stage) ?? -1
    if (rank < first) return
    const unit = units.get(opportunityId) ?? {
      enteredAt: Number.POSITIVE_INFINITY,
      convertedAt: Number.POSITIVE_INFINITY,
    }
    unit.enteredAt = Math.min(unit.enteredAt, instant)
    if (rank >= last) unit.convertedAt = Math.min(unit.convertedAt, instant)
    units.set(opportunityId, unit)
  })
  const cohort = [...units.values()].map(({ enteredAt, convertedAt }) => ({
    end: windowDays === null ? asOf : addLocalDays(enteredAt, windowDays, timeZone),
    convertedAt,
  }))
  const mature = cohort.filter(({ end }) => end <= asOf)
  return proportionMeasurement(
    {
      metric: 'stage-conversion-rate',
      numerator: mature.filter(({ convertedAt, end }) => convertedAt <= end).length,
      denominator: mature.length,
      pending: windowDays === null ? undefined : cohort.length - mature.length,
      excluded: exclusions.result(),
      definition: { asOf: new Date(asOf).toISOString(), timeZone, stages: [...stages], from, to, windowDays },
    },
    options,
  )
}

/** Ranks of the two stages. */
function readFunnel(options: MeasureStageConversionRateOptions): { first: number; last: number } {
  const { stages, from, to, windowDays } = options
  if (!Array.isArray(stages) || stages.some((stage) => typeof stage !== 'string')) {
    fail('INVALID_OPTION', 'options.stages', 'must be a list of stages', stages)
  }
  if (new Set(stages).size < stages.length) fail('INVALID_OPTION', 'options.stages', 'must not repeat one', stages)
  const [first, last] = [stages.indexOf(from), stages.indexOf(to)]
  if (first < 0) fail('INVALID_OPTION', 'options.from', 'must be one of the stages', from)
  if (last < 0) fail('INVALID_OPTION', 'options.to', 'must be one of the stages', to)
  if (first > last) fail('INVALID_OPTION', 'options.from', 'must not come after to', from)
  if (windowDays !== null) assertInteger(windowDays, { minimum: 1, maximum: 36_600 }, 'options.windowDays')
  return { first, last }
}

import { createInstantReader } from '../../calendar/createInstantReader.js'
import { createOpenTime } from '../../calendar/createOpenTime.js'
import type { BusinessCalendar } from '../../calendar/model.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { StageEntry } from '../../records/model.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { openSource, type ReadContext } from '../internal/openSource.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import { type DurationSummaryOptions, durationSummary } from '../service/durationSummary.js'
import type { DurationSummary } from '../service/model.js'

/** Options of {@link measureStageDuration}. */
export interface MeasureStageDurationOptions extends OptionalPeriodOptions, DurationSummaryOptions {
  /** Stages of a deal, in order; required. */
  readonly stages: readonly string[]
  /** The stage measured, one of `stages`; required. */
  readonly stage: string
  /** Stages that end a deal, such as `won` and `lost`; default none. */
  readonly endings?: readonly string[] | undefined
  /** Opening hours; null (default) = calendar time. */
  readonly calendar?: BusinessCalendar | null | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'stages',
  'stage',
  'endings',
  'calendar',
  'limits',
  'curve',
  'level',
  'interval',
]

/**
 * Measures how long deals stay in a stage, with the stays that have not ended censored.
 *
 * From the entry into the stage to the next entry of another stage, or an ending, of the same deal: the time belongs to the
 * stage that is left. Entered again before it was left, it is one stay; entered again after, a new one. Entries at one
 * instant follow the order of `stages`, then `endings`.
 *
 * @param entries - the stages that deals entered, in any order
 * @param options - instant of knowledge, stages, the one measured, endings, period of the entry, opening hours, level
 * @returns `stage-duration` in milliseconds, the median, as {@link durationSummary} gives it; null with `empty_base`, or
 * `insufficient_data` when half is not reached; left out: `future`, `other_stage`
 * @throws {@link RetentionOkrError} INVALID_OPTION for a stage that is not in `stages`, or one named twice
 * @throws {@link RetentionOkrError} INVALID_PERIOD, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { measureStageDuration } from 'retention-okr/metrics'
 *
 * const entries = [
 *   { opportunityId: 'a', stage: 'demo', at: '2024-06-01' },
 *   { opportunityId: 'a', stage: 'proposal', at: '2024-06-03' },
 *   { opportunityId: 'a', stage: 'won', at: '2024-06-08' },
 * ]
 * const stages = ['demo', 'proposal']
 * const stay = measureStageDuration(entries, { asOf: '2024-07-01', stages, stage: 'demo', endings: ['won', 'lost'] })
 * stay.value // => 172800000
 * ```
 * @since 0.1.0
 */
export function measureStageDuration(
  entries: Iterable<StageEntry>,
  options: MeasureStageDurationOptions,
): DurationSummary {
  assertKnownOptions(options, knownOptions)
  const { stages, stage, endings = [], calendar = null, limits, level, interval, curve } = options
  assertStages(stages, endings, stage)
  const openTime = createOpenTime(calendar)
  const order = [...stages, ...endings]
  const opened = openSource(entries, options, {
    kind: 'stage-entries',
    given: {},
    defaults: {},
    read: (context) => readEntries(entries, order, context),
    rowsOf: () => [],
  })
  const stays = staysIn(opened.rows, { stage, order, endings })
    .filter(({ start }) => isMeasured(start, opened.period, false))
    .map(({ start, end }) => ({
      milliseconds: openTime.between(start, end ?? opened.asOf),
      completed: end !== undefined,
    }))
  const summary = durationSummary(stays, { limits, level, interval, curve })
  return describeMeasurement({ ...summary, metric: 'stage-duration' }, opened, {
    definition: { stages, stage, endings, calendar },
    needsEnd: false,
  })
}

function assertStages(stages: unknown, endings: unknown, stage: unknown): void {
  const named = new Set<unknown>()
  for (const [name, list] of Object.entries({ stages, endings })) {
    if (!Array.isArray(list)) fail('INVALID_OPTION', `options.${name}`, 'must be a list of stages', list)
    list.forEach((item: unknown, index) => {
      if (typeof item !== 'string' || named.has(item)) {
        fail('INVALID_OPTION', `options.${name}[${index}]`, 'must be text, named once', item)
      }
      named.add(item)
    })
  }
  if (!(stages as unknown[]).includes(stage)) fail('INVALID_OPTION', 'options.stage', 'must be one of stages', stage)
}

interface Entry {
  deal: string
  stage: string
  at: number
}

function readEntries(
  entries: Iterable<StageEntry>,
  order: readonly string[],
  { asOf, timeZone, exclusions, isInside }: ReadContext<object>,
): Entry[] {
  const readAt = createInstantReader(timeZone)
  const rows: Entry[] = []
  forEachRecord(entries, 'entries', ({ opportunityId, stage, at: given }, index) => {
    const path = `entries[${index}]`
    for (const [name, text] of Object.entries({ opportunityId, stage })) {
      if (typeof text !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be text', text)
    }
    const at = readAt(given, () => `${path}.at`)
    const reason = at > asOf ? 'future' : order.includes(stage) ? undefined : 'other_stage'
    if (reason === undefined) rows.push({ deal: opportunityId, stage, at })
    else if (isInside(at)) exclusions.add(reason)
  })
  return rows
}

/** A stay, open while it has no end. */
interface Stay {
  start: number
  end: number | undefined
}

/** The stays of every deal in one stage. */
function staysIn(
  entries: readonly Entry[],
  { stage, order, endings }: { stage: string; order: readonly string[]; endings: readonly string[] },
): Stay[] {
  const deals = new Map<string, Entry[]>()
  for (const entry of entries) {
    const own = deals.get(entry.deal)
    if (own === undefined) deals.set(entry.deal, [entry])
    else own.push(entry)
  }
  const stays: Stay[] = []
  for (const own of deals.values()) {
    let current: string | undefined
    let stay: Stay | undefined
    for (const entry of own.sort((a, b) => a.at - b.at || order.indexOf(a.stage) - order.indexOf(b.stage))) {
      if (entry.stage === current) continue
      if (stay !== undefined) stay.end = entry.at
      current = endings.includes(entry.stage) ? undefined : entry.stage
      stay = current === stage ? { start: entry.at, end: undefined } : undefined
      if (stay !== undefined) stays.push(stay)
    }
  }
  return stays
}

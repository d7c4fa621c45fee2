import type { RecordSource, Ticket } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { cellsInside } from '../internal/cellsInside.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { openSource } from '../internal/openSource.js'
import type { OptionalPeriodOptions } from '../internal/options.js'
import type { DurationColumns } from './createDurationColumns.js'
import { durationRules } from './durationRules.js'
import { type DurationSummaryOptions, durationSummary } from './durationSummary.js'
import type { DurationLists, DurationSummary, TicketOptions } from './model.js'

/** What durations of tickets are measured with. */
export interface TicketDurationOptions extends OptionalPeriodOptions, TicketOptions, DurationSummaryOptions {
  readonly basis?: 'created' | 'closed' | undefined
}

/** The summary of one clock of tickets, or of the lists of a tally inside the period. */
export function measureDurations(
  source: RecordSource<Ticket> | Tally<object>,
  { clock, metric }: { clock: 'resolution' | 'firstResponse'; metric: string },
  options: TicketDurationOptions,
): DurationSummary {
  const { limits, level, interval, curve } = options
  const opened = openSource(source, options, durationRules(source, clock, options, undefined))
  const isClosed = opened.shape.basis === 'closed'
  const { period } = opened
  const isEmpty = isClosed && period?.isMature === false
  const durations = isTally(source)
    ? listsOf(isEmpty ? [] : cellsInside(source, period))
    : measuredOf(opened.rows, (at) => isMeasured(at, period, isClosed))
  const summary = durationSummary(durations, { limits, level, interval, curve })
  return describeMeasurement({ ...summary, metric }, opened, {
    caveats: isClosed ? ['survivorship_bias'] : [],
    needsEnd: isClosed,
  })
}

function measuredOf(columns: readonly DurationColumns[], isInside: (at: number) => boolean): DurationLists {
  const lists = { completed: [] as number[], open: [] as number[] }
  for (const durations of columns) {
    const { length, at, milliseconds, done, isCounted } = durations.rows()
    for (let row = 0; row < length; row += 1) {
      if (isCounted[row] === 1 && isInside(at[row] ?? 0))
        lists[done[row] === 1 ? 'completed' : 'open'].push(milliseconds[row] ?? 0)
    }
  }
  return lists
}

function listsOf(cells: Tally<object>['cells']): DurationLists {
  const list = (name: string): number[] => cells.flatMap(({ lists }) => (lists?.[name] ?? []) as number[])
  return { completed: list('completed'), open: list('open') }
}

import { readInstant } from '../../calendar/readInstant.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Instant, Measurement } from '../../measurement.js'
import type { ActivityEvent, RecordSource } from '../../records/model.js'
import { createInstantGroups } from '../../tally/createInstantGroups.js'
import { createKeys } from '../../tally/createKeys.js'
import type { Tally } from '../../tally/model.js'
import { dayGaps } from '../internal/dayGaps.js'
import { gapQuantile } from '../internal/gapQuantile.js'
import type { IntervalOptions } from '../internal/options.js'
import { intervalOptionNames, readInterval } from '../internal/readInterval.js'
import { visitActivity } from '../internal/visitActivity.js'

/** Options of {@link suggestInactivityWindow}. */
export interface SuggestInactivityWindowOptions extends IntervalOptions {
  /** Nothing later is known; required for records. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
  /** Share of the gaps that the window is to hold, in (0, 1); default 0.9. */
  readonly quantile?: number | undefined
}

/** A window of inactivity, with the gaps behind it. */
export interface InactivityWindow extends Measurement {
  /** Gaps that ended with a return. */
  closed: number
  /** Gaps that still last: one a customer. */
  open: number
}

/**
 * Suggests after how many days without activity a customer should count as lost.
 *
 * The quantile of the gaps between a customer's distinct active days, by Kaplan-Meier: the last gap of each customer,
 * which still lasts, counts as at least that long. Of the closed gaps alone the window would be too short, since those
 * who never come back have none.
 *
 * @param source - activity events, or their tally of kind `activity`
 * @param options - instant of knowledge, zone, quantile, level
 * @returns `inactivity-window` in days, with the numbers of closed and open gaps; null with `insufficient_data` when too
 * few gaps have closed, `empty_base` without activity
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { suggestInactivityWindow } from 'retention-okr/metrics'
 *
 * const activities = ['01-01', '01-11', '01-16', '02-05', '02-10'].map((day) => ({ customerId: 'a', at: `2024-${day}` }))
 * const { value, closed, open } = suggestInactivityWindow(activities, { asOf: '2024-02-12', quantile: 0.75 })
 * value // => 10
 * closed // => 4
 * open // => 1
 * ```
 * @see Kaplan and Meier 1958, Nonparametric estimation from incomplete observations
 * @since 0.1.0
 */
export function suggestInactivityWindow(
  source: RecordSource<ActivityEvent> | Tally<object>,
  options: SuggestInactivityWindowOptions,
): InactivityWindow {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'quantile', ...intervalOptionNames])
  const { quantile = 0.9 } = options
  if (typeof quantile !== 'number' || !(quantile > 0 && quantile < 1)) {
    fail('INVALID_OPTION', 'options.quantile', 'must be above 0 and below 1', quantile)
  }
  const wanted = readInterval(options, 'log-log')
  const {
    definition,
    excluded,
    result: gaps,
  } = visitActivity(source, options, ({ asOf, timeZone }) => {
    const customers = createKeys('customers', source)
    const groups = createInstantGroups()
    return {
      add: (customerId, at) => groups.add(customers.codeOf(customerId), at),
      addRows: groups.addRows,
      finish: () => {
        const known = readInstant(asOf, 'UTC', 'options.asOf')
        const instantsOf = groups.group(customers.texts.length)
        return customers.texts.flatMap((_customerId, code) => dayGaps(instantsOf(code), known, timeZone))
      },
    }
  })
  const { figures } = gapQuantile(gaps, quantile, wanted)
  const closed = gaps.filter(({ event }) => event).length
  return {
    metric: 'inactivity-window',
    ...figures,
    ...(excluded === undefined ? {} : { excluded }),
    definition: { ...definition, quantile, caveats: [] },
    closed,
    open: gaps.length - closed,
  }
}

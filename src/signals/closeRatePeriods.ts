import { fail } from '../internal/fail.js'
import { assertCount, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import type { OpportunityCounts } from '../metrics/sales/model.js'
import type { Tally } from '../tally/model.js'
import { periodsOfTally } from './periodsOfTally.js'

/** Deals closed in a segment. */
export interface SegmentDeals {
  /** Won. */
  readonly won: number
  /** Lost. */
  readonly lost: number
}

/** Deals closed in a period. */
export interface CloseRatePeriod {
  /** Name of the period, e.g. `2025-04`. */
  readonly period: string
  /** Won. */
  readonly won: number
  /** Lost. */
  readonly lost: number
  /** How much came in: deals created, leads; a whole number for the rule `bound`. */
  readonly volume: number
  /** Won and lost by segment; default not known. */
  readonly segments?: { readonly [name: string]: SegmentDeals } | undefined
}

/** The periods to judge, in order. */
export interface ReadPeriods {
  periods: CloseRatePeriod[]
  /** First day of each; undefined when they have only names. */
  starts: (Day | undefined)[]
  incomplete: number
}

/** Reads a list of periods, or those of a tally that are over. */
export function closeRatePeriods(
  source: readonly CloseRatePeriod[] | Tally<OpportunityCounts>,
  asOf: Day,
  wholeVolumes: boolean,
): ReadPeriods {
  if (Array.isArray(source)) {
    const periods = source as readonly CloseRatePeriod[]
    periods.forEach((period, index) => {
      assertPeriod(period, `periods[${index}]`, wholeVolumes)
    })
    const names = periods.map(({ period }) => period)
    const repeated = names.findIndex((name, index) => names.indexOf(name) < index)
    if (repeated >= 0) fail('INVALID_PERIOD', `periods[${repeated}].period`, 'must be given once', 'a period twice')
    return { periods: [...periods], starts: periods.map(() => undefined), incomplete: 0 }
  }
  const tally = source as Tally<OpportunityCounts>
  const { periods, incomplete } = periodsOfTally(tally, { kind: 'opportunities', asOf, path: 'periods' })
  const read = periods.map(({ start, cells }): CloseRatePeriod => {
    const sum = (name: 'won' | 'lost' | 'created'): number =>
      cells.reduce((total, { counts }) => total + counts[name], 0)
    const named = cells.flatMap(({ segment, counts: { won, lost } }) =>
      segment === undefined ? [] : [[segment, { won, lost }] as const],
    )
    const segments = named.length === 0 ? undefined : Object.fromEntries(named)
    return { period: start, won: sum('won'), lost: sum('lost'), volume: sum('created'), segments }
  })
  return { periods: read, starts: periods.map(({ start }) => start), incomplete }
}

function assertPeriod(period: unknown, path: string, wholeVolumes: boolean): void {
  assertPlain(period, path)
  const { period: name, won, lost, volume, segments } = period
  if (typeof name !== 'string') fail('INVALID_INPUT', `${path}.period`, 'must be text', name)
  assertCount(won, `${path}.won`)
  assertCount(lost, `${path}.lost`)
  if (wholeVolumes) assertCount(volume, `${path}.volume`)
  else if (typeof volume !== 'number' || !(Number.isFinite(volume) && volume >= 0)) {
    fail('INVALID_COUNT', `${path}.volume`, 'must be finite and from 0', volume)
  }
  if (segments === undefined) return
  assertPlain(segments, `${path}.segments`)
  for (const [segment, counts] of Object.entries(segments)) {
    const own = `${path}.segments.${segment}`
    assertPlain(counts, own)
    assertCount(counts['won'], `${own}.won`)
    assertCount(counts['lost'], `${own}.lost`)
  }
}

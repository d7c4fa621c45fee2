import { readPeriods } from '../../calendar/readPeriods.js'
import type { Periods } from '../../records/model.js'
import type { CountTally, DeclaredPart } from '../../tally/model.js'
import type { OpenedSource } from './openSource.js'
import { type CutPeriod, cutPeriods, periodCell, sortCells } from './periodCells.js'

/** How the rows of a source become counts. */
export interface CountRules<Counts extends object> {
  kind: string
  /** What is counted once; absent: records. */
  distinct?: string | undefined
  periods: Periods
  partition?: DeclaredPart | undefined
  /** Options of the count that decide what counts. */
  definition?: object
  /** The segments of all known records. */
  segments: Iterable<string | undefined>
  empty: () => Counts
  /** Adds what a period holds to the counts of its segments. */
  add: (period: CutPeriod, countsOf: (segment: string | undefined) => Counts) => void
}

/** One cell a period that has begun and segment, every count there. */
export function countTally<Counts extends object>(
  opened: OpenedSource<unknown, object>,
  rules: CountRules<Counts>,
): CountTally<Counts> {
  const { kind, distinct, partition, empty } = rules
  const { asOf, timeZone } = opened
  const segments = new Set(rules.segments)
  if (segments.size === 0) segments.add(undefined)
  const periods = cutPeriods(readPeriods(rules.periods, timeZone, 'options.periods'), asOf)
  const counted = periods.map((period) => {
    const bySegment = new Map<string | undefined, Counts>()
    rules.add(period, (segment) => {
      const present = bySegment.get(segment)
      if (present !== undefined) return present
      const counts = empty()
      segments.add(segment)
      bySegment.set(segment, counts)
      return counts
    })
    return { period, bySegment }
  })
  const cells = counted.flatMap(({ period, bySegment }) =>
    [...segments].map((segment) => periodCell(period, segment, bySegment.get(segment) ?? empty(), timeZone)),
  )
  const excluded = opened.exclusions.result()
  return {
    kind,
    definition: { ...opened.definition, ...(JSON.parse(JSON.stringify(rules.definition ?? {})) as object) },
    cells: sortCells(cells),
    ...(excluded === undefined ? {} : { excluded }),
    ...(distinct === undefined ? {} : { distinct }),
    ...(partition === undefined ? {} : { partition: { name: partition.name, parts: [partition.part] } }),
  }
}

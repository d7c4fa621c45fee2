import { addMonthsToDay } from '../../calendar/addMonthsToDay.js'
import { localDay } from '../../calendar/localDay.js'
import { periodName } from '../../calendar/periodName.js'
import { startOfLocalDay } from '../../calendar/startOfLocalDay.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { compareCells } from '../../tally/compareCells.js'
import type { CountCell, CountTally } from '../../tally/model.js'
import { assessRead } from './assessRead.js'
import { countsOfHandoff, emptyHandoffCounts } from './countsOfHandoff.js'
import type { HandoffCounts, HandoffRecords } from './models/figures.js'
import { readHandoffRecords } from './readHandoffRecords.js'
import type { ReadPolicy } from './readPolicy.js'

type Span = { start: number; end: number }

/** How hand-offs are tallied. */
export interface HandoffTallyRules {
  asOf: number
  timeZone: string
  policy: ReadPolicy
  /** Periods that do not overlap; none: the month of each hand-over. */
  periods: readonly Span[] | undefined
  /** Whether a record is counted, by the instant that places it. */
  isInside: (at: number) => boolean
}

/** Assesses every hand-off once and adds it to the cell of its period, teams and source. */
export function buildHandoffTally(records: HandoffRecords, rules: HandoffTallyRules): CountTally<HandoffCounts> {
  const { asOf, timeZone, policy, periods, isInside } = rules
  const exclusions = createExclusions()
  const { missingTokens } = policy.full
  const handoffs = readHandoffRecords(records, { asOf, timeZone, missingTokens, exclusions, isInside })
  const counting = {
    asOf,
    timeZone,
    hasDeals: records.opportunities !== undefined,
    neutralRejections: policy.neutralRejections,
  }
  const spanOf = periods === undefined ? createMonthFinder(timeZone) : (at: number) => periods.find(holds(at))
  const cells = new Map<string, { cell: CountCell<HandoffCounts>; scores: number[] }>()
  for (const handoff of handoffs) {
    if (!isInside(handoff.handedAt)) continue
    const span = spanOf(handoff.handedAt)
    if (span === undefined) continue
    const segment = JSON.stringify([handoff.fromTeam, handoff.toTeam])
    const name = JSON.stringify([span.start, span.end, segment, handoff.source])
    const entry = cells.get(name) ?? {
      cell: {
        period: periodName(span.start, span.end),
        start: localDay(span.start, timeZone),
        end: localDay(span.end, timeZone),
        segment,
        key: handoff.source,
        counts: emptyHandoffCounts(counting.hasDeals),
      },
      scores: [],
    }
    cells.set(name, entry)
    const assessed = assessRead(handoff, policy, asOf)
    for (const count of countsOfHandoff(handoff, assessed, counting)) {
      entry.cell.counts[count] = (entry.cell.counts[count] ?? 0) + 1
    }
    if (assessed.mature && assessed.score.value !== null) entry.scores.push(assessed.score.value)
  }
  const excluded = exclusions.result()
  return {
    kind: 'handoff',
    definition: {
      asOf: new Date(asOf).toISOString(),
      timeZone,
      ...(periods === undefined ? {} : { periods: periods.map(isoPeriod) }),
      policy: policy.full,
    },
    cells: [...cells.values()]
      .map(({ cell, scores }) => ({
        ...cell,
        counts: sortNames(cell.counts),
        lists: { scores: scores.sort((a, b) => a - b) },
      }))
      .sort(compareCells),
    ...(excluded === undefined ? {} : { excluded }),
    distinct: 'lead',
  }
}

/** The counts in order of name: those of defects and reasons come in the order of the records. */
function sortNames(counts: HandoffCounts): HandoffCounts {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => compareCodeUnits(a, b)))
}

function holds(at: number): (span: Span) => boolean {
  return ({ start, end }) => at >= start && at < end
}

function isoPeriod({ start, end }: Span): { start: string; end: string } {
  return { start: new Date(start).toISOString(), end: new Date(end).toISOString() }
}

/** The local calendar month of an instant. */
function createMonthFinder(timeZone: string): (at: number) => Span {
  const months = new Map<string, Span>()
  return (at) => {
    const first = `${localDay(at, timeZone).slice(0, 8)}01`
    const known = months.get(first)
    if (known !== undefined) return known
    const span = {
      start: startOfLocalDay(first, timeZone),
      end: startOfLocalDay(addMonthsToDay(first, 1), timeZone),
    }
    months.set(first, span)
    return span
  }
}

import { readAsOf } from '../calendar/readAsOf.js'
import { readPeriods } from '../calendar/readPeriods.js'
import { createExclusions } from '../internal/createExclusions.js'
import { assessRead } from '../metrics/handoff/assessRead.js'
import type { HandoffRecords } from '../metrics/handoff/models/figures.js'
import { readHandoffRecords } from '../metrics/handoff/readHandoffRecords.js'
import { readPolicy } from '../metrics/handoff/readPolicy.js'
import type { TallyHandoffsOptions } from '../metrics/handoff/tallyHandoffs.js'
import { periodCell } from '../metrics/internal/periodCells.js'
import type { Tally, TallyCell } from '../tally/model.js'

/**
 * Times from the assignment of a lead to its first human touch, per period of hand-over: those that ended, and those
 * that had lasted so long at the instant of knowledge. A clock that somebody stopped on purpose is in neither list.
 */
export function tallyHandoffResponses(records: HandoffRecords, options: TallyHandoffsOptions): Tally<object> {
  const { timeZone = 'UTC' } = options
  const asOf = readAsOf(options.asOf, timeZone)
  const policy = readPolicy(options.policy)
  const { missingTokens } = policy.full
  const handoffs = readHandoffRecords(records, {
    asOf,
    timeZone,
    missingTokens,
    exclusions: createExclusions(),
    isInside: () => false,
  })
  const periods = readPeriods(options.periods ?? [], timeZone, 'options.periods')
  const cells = periods.map(({ start, end }): TallyCell => {
    const lists: { completed: number[]; open: number[] } = { completed: [], open: [] }
    for (const handoff of handoffs) {
      if (handoff.handedAt < start || handoff.handedAt >= end) continue
      const { response, touched } = assessRead(handoff, policy, asOf)
      if (response.elapsed === null) continue
      lists[touched ? 'completed' : 'open'].push(response.elapsed)
    }
    for (const list of Object.values(lists)) list.sort((a, b) => a - b)
    const { counts: _counts, ...cell } = periodCell({ start, end, until: end }, undefined, {}, timeZone)
    return { ...cell, lists }
  })
  const definition = { asOf: new Date(asOf).toISOString(), timeZone, policy: policy.full }
  return { kind: 'handoff-responses', definition, cells }
}

import { findDuplicateLeads } from '../metrics/handoff/findDuplicateLeads.js'
import type { HandoffCounts, HandoffRecords } from '../metrics/handoff/model.js'
import { type TallyHandoffsOptions, tallyHandoffs } from '../metrics/handoff/tallyHandoffs.js'
import { createSegmentReader } from '../records/createSegmentReader.js'
import type { Lead } from '../records/model.js'
import { compareCells } from '../tally/compareCells.js'
import type { CountCell, Tally } from '../tally/model.js'

/** Hand-offs per period and value of a field of the lead: the hand-offs of each value are tallied by themselves. */
export function tallyLeadSegment(
  records: HandoffRecords,
  options: TallyHandoffsOptions,
  field: string,
): Tally<HandoffCounts> {
  const segmentOf = createSegmentReader<Lead>(field)
  const leads = [...records.leads]
  const valueById = new Map(leads.map((lead) => [lead.id, segmentOf(lead) ?? '']))
  // Duplicates are looked for among all leads: those of one value cannot see the others.
  const { missingTokens } = options.policy
  const duplicates = [
    ...(records.duplicates ?? findDuplicateLeads(leads, missingTokens === undefined ? {} : { missingTokens })),
  ]
  const values = [...new Set(valueById.values())]
  const tallies = values.map((value) => {
    const isOwn = (leadId: string | undefined): boolean => leadId !== undefined && valueById.get(leadId) === value
    const own = <T extends { readonly leadId?: string | undefined }>(all: Iterable<T> | undefined): T[] =>
      [...(all ?? [])].filter(({ leadId }) => isOwn(leadId))
    const part = {
      leads: leads.filter(({ id }) => isOwn(id)),
      handoffs: own(records.handoffs),
      interactions: own(records.interactions),
      ownerChanges: own(records.ownerChanges),
      ...(records.opportunities === undefined ? {} : { opportunities: own(records.opportunities) }),
      duplicates: own(duplicates),
    }
    return { value, tally: tallyHandoffs(part, options) }
  })
  const cells = tallies.flatMap(({ value, tally }) => wholes(tally.cells, value)).sort(compareCells)
  const base = tallies[0]?.tally ?? tallyHandoffs({ leads: [], handoffs: [], duplicates: [] }, options)
  return {
    kind: base.kind,
    definition: { ...base.definition, segmentBy: field },
    cells,
    ...(base.distinct === undefined ? {} : { distinct: base.distinct }),
    ...(base.partition === undefined ? {} : { partition: base.partition }),
  }
}

/** One cell a period: teams and sources added up. */
function wholes(cells: readonly CountCell<HandoffCounts>[], segment: string): CountCell<HandoffCounts>[] {
  const byPeriod = new Map<string, CountCell<HandoffCounts>>()
  for (const { period, start, end, counts } of cells) {
    const sum = byPeriod.get(period) ?? { period, start, end, segment, counts: {} }
    byPeriod.set(period, sum)
    for (const [name, count] of Object.entries(counts)) sum.counts[name] = (sum.counts[name] ?? 0) + count
  }
  return [...byPeriod.values()]
}

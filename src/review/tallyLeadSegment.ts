import { findDuplicateLeads } from '../metrics/handoff/findDuplicateLeads.js'
import type { HandoffCounts, HandoffRecords } from '../metrics/handoff/models/figures.js'
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
  const byValue = <T extends { readonly leadId?: string | undefined }>(all: Iterable<T> = []): Map<string, T[]> =>
    groupBy([...all], ({ leadId = '' }) => valueById.get(leadId) ?? '')
  const handoffs = byValue(records.handoffs)
  const interactions = byValue(records.interactions)
  const ownerChanges = byValue(records.ownerChanges)
  const opportunities = byValue(records.opportunities)
  const ofDuplicates = byValue(duplicates)
  const tallies = [...groupBy(leads, ({ id }) => valueById.get(id) ?? '')].map(([value, own]) => ({
    value,
    tally: tallyHandoffs(
      {
        leads: own,
        handoffs: handoffs.get(value) ?? [],
        interactions: interactions.get(value) ?? [],
        ownerChanges: ownerChanges.get(value) ?? [],
        ...(records.opportunities === undefined ? {} : { opportunities: opportunities.get(value) ?? [] }),
        duplicates: ofDuplicates.get(value) ?? [],
      },
      options,
    ),
  }))
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

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { cellsInside } from '../internal/cellsInside.js'

/** Answers by group. */
export type GroupCounts = Record<'promoters' | 'passives' | 'detractors', number>

/** The groups of every segment inside a period, from a tally that holds counts; undefined when it holds answers. */
export function countedAnswers(
  source: object,
  period: { start: number; end: number } | undefined,
): Map<string | undefined, GroupCounts> | undefined {
  if (!isTally(source) || !holdsCounts(source)) return undefined
  const sums = new Map<string | undefined, GroupCounts>()
  for (const { segment, counts } of cellsInside(source, period)) {
    const sum = sums.get(segment) ?? { promoters: 0, passives: 0, detractors: 0 }
    sums.set(segment, sum)
    const known = counts as Partial<GroupCounts> | undefined
    for (const name of Object.keys(sum) as (keyof GroupCounts)[]) sum[name] += known?.[name] ?? 0
  }
  return sums
}

/** A tally made of all answers has no need of them any more. */
function holdsCounts(tally: Tally<object>): boolean {
  const { dedupe, kind } = tally.definition as { dedupe?: string; kind?: string }
  return dedupe === 'all' && (kind === 'nps' || kind === 'enps')
}

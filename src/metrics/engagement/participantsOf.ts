import { fail } from '../../internal/fail.js'
import type { ParticipationRow } from './participationRules.js'

/** Who was eligible in a period, in which segments, and who took part. */
export interface Participants {
  /** Segments of the memberships of each eligible customer. */
  eligible: Map<string, Set<string | undefined>>
  participants: Set<string>
}

/** The members of a period and its participants; one who is no member is an error, or is admitted. */
export function participantsOf(
  rows: readonly ParticipationRow[],
  { start, until }: { start: number; until: number },
  options: { readonly admitParticipants: boolean; readonly outside: string | undefined },
): Participants {
  const eligible: Participants['eligible'] = new Map()
  for (const { key, row } of rows) {
    if (row.start === undefined || row.start >= until || (row.end !== undefined && row.end <= start)) continue
    const segments = eligible.get(key)
    if (segments === undefined) eligible.set(key, new Set([row.segment]))
    else segments.add(row.segment)
  }
  const participants = new Set<string>()
  for (const { key, row, path } of rows) {
    if (row.at === undefined || row.at < start || row.at >= until) continue
    if (!eligible.has(key)) {
      if (!options.admitParticipants) {
        fail('NOT_ENROLLED', path ?? 'source', 'must be a member at some time in the period', 'no member')
      }
      eligible.set(key, new Set([options.outside]))
    }
    participants.add(key)
  }
  return { eligible, participants }
}

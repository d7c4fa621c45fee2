import { createInstantReader } from '../../calendar/createInstantReader.js'
import { fail } from '../../internal/fail.js'
import { assertPlain } from '../../internal/guards.js'
import { createSegmentReader } from '../../records/createSegmentReader.js'
import type { ProgrammeMembership } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import type { Tally } from '../../tally/model.js'
import type { KeyedRow } from '../internal/keyedTally.js'
import type { ReadContext, SourceRules } from '../internal/openSource.js'
import { rowsOfTally } from '../internal/rowsOfTally.js'
import type { ParticipationRecords } from './model.js'

/** The options that shape a tally of participations. */
export interface ParticipationShape {
  programmeId: string | undefined
}

/** A membership: the span `[start, end)`; a participation: the instant `at`. */
export interface ParticipationRow extends KeyedRow {
  row: { id?: undefined; start?: number; end?: number | undefined; segment?: string | undefined; at?: number }
  /** Where the participation stands in the records, for an error. */
  path?: string
}

/** How memberships and participations are read, of one programme or of all. */
export function participationRules(
  records: ParticipationRecords | Tally<object>,
  programmeId: string | undefined,
  segmentBy: TallyOptions<ProgrammeMembership>['segmentBy'],
): SourceRules<ParticipationRow, ParticipationShape> {
  if (programmeId !== undefined && typeof programmeId !== 'string') {
    fail('INVALID_OPTION', 'options.programmeId', 'must be text', programmeId)
  }
  return {
    kind: 'participations',
    given: { programmeId },
    defaults: { programmeId: undefined },
    read: (context) => readParticipations(records as ParticipationRecords, segmentBy, context),
    rowsOf: rowsOfTally<ParticipationRow>,
  }
}

function readParticipations(
  records: ParticipationRecords,
  segmentBy: TallyOptions<ProgrammeMembership>['segmentBy'],
  { asOf, timeZone, shape, exclusions, isInside }: ReadContext<ParticipationShape>,
): ParticipationRow[] {
  assertPlain(records, 'records')
  const { memberships, participations } = records as unknown as ParticipationRecords
  const readAt = createInstantReader(timeZone)
  const segmentOf = createSegmentReader(segmentBy)
  const rows: ParticipationRow[] = []
  forEachRecord(memberships, 'memberships', (membership, index) => {
    const path = `memberships[${index}]`
    assertIds(membership, path)
    const start = readAt(membership.startedAt, () => `${path}.startedAt`)
    const end = membership.endedAt === undefined ? undefined : readAt(membership.endedAt, () => `${path}.endedAt`)
    if (end !== undefined && end < start) fail('EVENT_ORDER', `${path}.endedAt`, 'must not precede startedAt', end)
    if (shape.programmeId !== undefined && membership.programmeId !== shape.programmeId) return
    if (start > asOf) {
      if (isInside(start, end ?? Number.POSITIVE_INFINITY)) exclusions.add('future')
      return
    }
    const known = end !== undefined && end <= asOf ? end : undefined
    rows.push({ key: membership.customerId, row: { start, end: known, segment: segmentOf(membership) } })
  })
  forEachRecord(participations, 'participations', (participation, index) => {
    const path = `participations[${index}]`
    assertIds(participation, path)
    const at = readAt(participation.at, () => `${path}.at`)
    if (shape.programmeId !== undefined && participation.programmeId !== shape.programmeId) return
    if (at <= asOf) rows.push({ key: participation.customerId, row: { at }, path: `${path}.customerId` })
    else if (isInside(at)) exclusions.add('future')
  })
  return rows
}

function assertIds(record: { customerId: string; programmeId: string }, path: string): void {
  for (const name of ['customerId', 'programmeId'] as const) {
    if (typeof record[name] !== 'string') fail('INVALID_INPUT', `${path}.${name}`, 'must be text', record[name])
  }
}

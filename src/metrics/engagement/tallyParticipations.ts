import { assertKnownOptions } from '../../internal/guards.js'
import type { ProgrammeMembership } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import type { Tally } from '../../tally/model.js'
import { keyedTally } from '../internal/keyedTally.js'
import { openSource } from '../internal/openSource.js'
import type { ParticipationRecords } from './model.js'
import { participationRules } from './participationRules.js'

/** Options of {@link tallyParticipations}. */
export interface TallyParticipationsOptions extends TallyOptions<ProgrammeMembership> {
  /** Only this programme; default all. */
  readonly programmeId?: string | undefined
}

/**
 * Tallies memberships and participations by customer: the mergeable first stage of the participation rate.
 *
 * A keyed tally, as large as its records: one cell a customer, one row a membership or participation. Any split of the
 * records merges.
 *
 * @param records - memberships of programmes and participations in them
 * @param options - instant of knowledge, zone, programme, segments of the membership
 * @returns a tally of kind `participations`; left out: `future`
 * @throws {@link RetentionOkrError} EVENT_ORDER for a membership that ends before it starts
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { tallyParticipations } from 'retention-okr/metrics'
 *
 * const memberships = [{ customerId: 'a', programmeId: 'p', startedAt: '2024-01-01' }]
 * const { cells } = tallyParticipations({ memberships, participations: [] }, { asOf: '2024-02-01' })
 * cells // => [{ key: 'a', rows: [{ start: 1704067200000 }] }]
 * ```
 * @since 0.1.0
 */
export function tallyParticipations(records: ParticipationRecords, options: TallyParticipationsOptions): Tally {
  assertKnownOptions(options, ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'programmeId'])
  const { programmeId, segmentBy } = options
  const opened = openSource(records, options, participationRules(records, programmeId, segmentBy))
  return keyedTally({ kind: 'participations', distinct: 'customer' }, opened)
}

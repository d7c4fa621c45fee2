import { assertKnownOptions } from '../../internal/guards.js'
import type { ProgrammeMembership } from '../../records/model.js'
import type { CountTally, Tally } from '../../tally/model.js'
import { assertFlag } from '../internal/assertFlag.js'
import { countTally } from '../internal/countTally.js'
import { openSource } from '../internal/openSource.js'
import type { CountOptions } from '../internal/options.js'
import type { ParticipationCounts, ParticipationRecords } from './model.js'
import { participantsOf } from './participantsOf.js'
import { participationRules } from './participationRules.js'

/** Options of {@link countParticipations}. */
export interface CountParticipationsOptions extends CountOptions<ProgrammeMembership> {
  /** Only this programme; default all. */
  readonly programmeId?: string | undefined
  /** Whether a participant who is no member is added to the eligible; default false: an error. */
  readonly admitParticipants?: boolean | undefined
}

/**
 * Counts eligible members and participants per period and segment of the membership.
 *
 * A customer is eligible in a period when a membership lies in it at any time, and a participant when it also took part
 * in it; both are counted once. A member of two segments is in both. An admitted participant without a membership is in
 * segment `''`.
 *
 * @param source - memberships and participations, or their tally of kind `participations`
 * @param options - instant of knowledge, periods, programme, segments
 * @returns a tally of kind `participation-counts`, one cell a period and segment
 * @throws {@link RetentionOkrError} NOT_ENROLLED for a participant who is not eligible
 * @throws {@link RetentionOkrError} EVENT_ORDER, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, TALLY_MISMATCH
 * @example
 * ```ts
 * import { countParticipations } from 'retention-okr/metrics'
 *
 * const memberships = [{ customerId: 'a', programmeId: 'p', startedAt: '2024-01-01' }]
 * const participations = [{ customerId: 'a', programmeId: 'p', at: '2024-01-10' }]
 * const periods = [{ start: '2024-01-01', end: '2024-02-01' }]
 * const [january] = countParticipations({ memberships, participations }, { asOf: '2024-02-01', periods }).cells
 * january?.counts // => { participants: 1, eligible: 1 }
 * ```
 * @since 0.1.0
 */
export function countParticipations(
  source: ParticipationRecords | Tally<object>,
  options: CountParticipationsOptions,
): CountTally<ParticipationCounts> {
  const names = [
    'asOf',
    'timeZone',
    'duplicates',
    'segmentBy',
    'periods',
    'partition',
    'programmeId',
    'admitParticipants',
  ]
  assertKnownOptions(options, names)
  const { programmeId, admitParticipants = false, segmentBy, periods, partition } = options
  assertFlag(admitParticipants, 'options.admitParticipants')
  const opened = openSource(source, options, participationRules(source, programmeId, segmentBy))
  const members = opened.rows.filter(({ row }) => row.start !== undefined)
  const segments = new Set(members.map(({ row }) => row.segment))
  const outside = segmentBy !== undefined || [...segments].some((segment) => segment !== undefined) ? '' : undefined
  return countTally<ParticipationCounts>(opened, {
    kind: 'participation-counts',
    distinct: 'customer',
    periods,
    partition,
    definition: admitParticipants ? { admitParticipants } : {},
    segments,
    empty: () => ({ participants: 0, eligible: 0 }),
    add: (period, countsOf) => {
      const { eligible, participants } = participantsOf(opened.rows, period, { admitParticipants, outside })
      for (const [customer, own] of eligible) {
        for (const segment of own) {
          const counts = countsOf(segment)
          counts.eligible += 1
          if (participants.has(customer)) counts.participants += 1
        }
      }
    },
  })
}

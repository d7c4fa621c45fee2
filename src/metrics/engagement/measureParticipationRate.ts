import { assertKnownOptions } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'
import type { Tally } from '../../tally/model.js'
import { assertFlag } from '../internal/assertFlag.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { openSource } from '../internal/openSource.js'
import type { PeriodOptions } from '../internal/options.js'
import { readMeasuredPeriod } from '../internal/readMeasuredPeriod.js'
import type { ParticipationRecords } from './model.js'
import { participantsOf } from './participantsOf.js'
import { type ParticipationRateOptions, participationRate } from './participationRate.js'
import { participationRules } from './participationRules.js'

/** Options of {@link measureParticipationRate}. */
export interface MeasureParticipationRateOptions extends PeriodOptions, ParticipationRateOptions {
  /** Only this programme; default all. */
  readonly programmeId?: string | undefined
  /** Whether a participant who is no member is added to the eligible; default false: an error. */
  readonly admitParticipants?: boolean | undefined
}

const knownOptions = [
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'programmeId',
  'admitParticipants',
  'level',
  'interval',
]

/**
 * Measures the share of the members of a period who took part in it.
 *
 * Eligible is who was a member at any time in the period; members and participants are counted once, whatever their
 * number of memberships and participations.
 *
 * @param source - memberships and participations, or their tally of kind `participations`
 * @param options - instant of knowledge, period, programme, level
 * @returns `participation-rate` as a ratio 0..1; null with `empty_base`, or `not_mature` for a period that is not over;
 * left out: `future`
 * @throws {@link RetentionOkrError} NOT_ENROLLED for a participant who is not eligible
 * @throws {@link RetentionOkrError} EVENT_ORDER, INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureParticipationRate } from 'retention-okr/metrics'
 *
 * const memberships = [
 *   { customerId: 'a', programmeId: 'p', startedAt: '2024-01-01' },
 *   { customerId: 'b', programmeId: 'p', startedAt: '2024-01-20' },
 * ]
 * const participations = [{ customerId: 'a', programmeId: 'p', at: '2024-01-10' }]
 * const period = { start: '2024-01-01', end: '2024-02-01' }
 * measureParticipationRate({ memberships, participations }, { asOf: '2024-02-01', period }).value // => 0.5
 * ```
 * @since 0.1.0
 */
export function measureParticipationRate(
  source: ParticipationRecords | Tally<object>,
  options: MeasureParticipationRateOptions,
): Measurement {
  assertKnownOptions(options, knownOptions)
  const { programmeId, admitParticipants = false, level, interval } = options
  assertFlag(admitParticipants, 'options.admitParticipants')
  const opened = openSource(source, options, participationRules(source, programmeId, undefined))
  const period = opened.period ?? readMeasuredPeriod(options.period, { ...opened, partial: false })
  const { eligible, participants } = participantsOf(period.isMature ? opened.rows : [], period, {
    admitParticipants,
    outside: '',
  })
  const counts = { participants: participants.size, eligible: eligible.size }
  return describeMeasurement(participationRate(counts, { level, interval }), opened, {
    definition: admitParticipants ? { admitParticipants } : {},
    needsEnd: true,
  })
}

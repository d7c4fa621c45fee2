import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { readPeriod } from '../../calendar/readPeriod.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { Instant, Period } from '../../measurement.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import { isTally } from '../../tally/isTally.js'
import type { Tally } from '../../tally/model.js'
import { type ProportionOptions, proportionOptionNames } from '../internal/proportionMeasurement.js'
import { buildHandoffTally } from './buildHandoffTally.js'
import { leadHandoffQuality } from './leadHandoffQuality.js'
import type { HandoffCounts, HandoffRecords, LeadHandoffQuality } from './models/figures.js'
import type { HandoffPolicy } from './models/policy.js'
import { readPolicy } from './readPolicy.js'

/** Options of {@link measureLeadHandoffQuality}. */
export interface MeasureLeadHandoffQualityOptions extends ProportionOptions {
  /** Nothing later is known. */
  readonly asOf: Instant
  /** IANA zone that defines months and days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** Hand-offs handed over inside it; default all. */
  readonly period?: Period | undefined
  /** What a good hand-off is. */
  readonly policy: HandoffPolicy
}

/**
 * Measures from records whether leads are handed over complete, rightly classified and once, and are taken up in time.
 *
 * The figures of {@link leadHandoffQuality}. The hand-offs of a period are assessed with all that is known of their
 * leads, also from outside the period.
 *
 * @param source - records of hand-offs, or their tally of kind `handoff`, whose definition then gives the options
 * @param options - instant of knowledge, zone, period of hand-over, policy, level, interval
 * @returns rates as ratios 0..1 with intervals, defects and rejections by kind; left out: `duplicate`, `future`,
 * `unknown_lead`, `missing_close_date`
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown member of the policy, or a team without opening hours
 * @throws {@link RetentionOkrError} TALLY_MISMATCH for a tally of another definition, or a period that cuts its cells
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_PERIOD, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * ```ts
 * import { measureLeadHandoffQuality } from 'retention-okr/metrics'
 *
 * const leads = [
 *   { id: 'L1', createdAt: '2025-03-10', fields: { email: 'ana@example.org' } },
 *   { id: 'L2', createdAt: '2025-03-11', fields: { email: 'n/a' } },
 * ]
 * const handoff = { fromTeam: 'marketing', toTeam: 'sales', handedAt: '2025-03-12' }
 * const handoffs = [{ ...handoff, id: 'H1', leadId: 'L1' }, { ...handoff, id: 'H2', leadId: 'L2' }]
 * const policy = { calendars: { sales: null }, requiredFields: [{ field: 'email', validator: 'email' }] } as const
 * const quality = measureLeadHandoffQuality({ leads, handoffs }, { asOf: '2025-04-01', policy })
 * quality.cleanHandoffRate.value // => 0.5
 * quality.defectsByKind // => { 'missing:email': 1 }
 * quality.acceptance.reason // => 'not_mature'
 * ```
 * @since 0.1.0
 */
export function measureLeadHandoffQuality(
  source: HandoffRecords | Tally<HandoffCounts>,
  options: MeasureLeadHandoffQualityOptions,
): LeadHandoffQuality
/**
 * Measures the quality of hand-offs from their tally.
 *
 * @param tally - a tally of kind `handoff`, whose definition gives the options that are not given
 * @param options - period, level, interval; others must be those of the tally
 * @returns the figures of {@link leadHandoffQuality}
 */
export function measureLeadHandoffQuality(
  tally: Tally<HandoffCounts>,
  options?: Partial<MeasureLeadHandoffQualityOptions>,
): LeadHandoffQuality
export function measureLeadHandoffQuality(
  source: HandoffRecords | Tally<HandoffCounts>,
  options: Partial<MeasureLeadHandoffQualityOptions> = {},
): LeadHandoffQuality {
  assertKnownOptions(options, ['asOf', 'timeZone', 'period', 'policy', ...proportionOptionNames])
  const { level, interval, period } = options
  if (isTally(source)) {
    agreeWithTally(source, options)
    return leadHandoffQuality(source as Tally<HandoffCounts>, { period, level, interval })
  }
  const { timeZone = 'UTC' } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const policy = readPolicy(options.policy as HandoffPolicy)
  const span = period === undefined ? undefined : readPeriod(period, timeZone, 'options.period')
  const isInside = (at: number): boolean => span === undefined || (at >= span.start && at < span.end)
  const tally = buildHandoffTally(source, { asOf, timeZone, policy, periods: undefined, isInside })
  return leadHandoffQuality(tally, { level, interval })
}

/** Options given beside a tally must be those that made it, whatever notation they are in. */
function agreeWithTally(tally: Tally, options: Partial<MeasureLeadHandoffQualityOptions>): void {
  const { timeZone, asOf, policy } = options
  const definition = agreeWithDefinition(tally, 'handoff', { timeZone })
  agreeWithDefinition(tally, 'handoff', {
    ...(asOf === undefined ? {} : { asOf: new Date(readAsOf(asOf, String(definition['timeZone']))).toISOString() }),
    ...(policy === undefined ? {} : { policy: readPolicy(policy).full }),
  })
}

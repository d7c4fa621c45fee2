import { businessTimeBetween } from '../calendar/businessTimeBetween.js'
import { createInstantReader } from '../calendar/createInstantReader.js'
import { createOpenTime } from '../calendar/createOpenTime.js'
import type { BusinessCalendar } from '../calendar/model.js'
import { readAsOf } from '../calendar/readAsOf.js'
import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { createExclusions } from '../internal/createExclusions.js'
import { fail } from '../internal/fail.js'
import { assertCount, assertInteger, assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Instant, JsonObject } from '../measurement.js'
import { createIdCheck } from '../tally/createIdCheck.js'
import { forEachRecord } from '../tally/forEachRecord.js'
import { assertOpenShare } from './assertOpenShare.js'
import type { SignalResult } from './model.js'
import { reaches } from './reaches.js'
import { ruleResult } from './ruleResult.js'

/** A lead that is still worked on. */
export interface OpenLead {
  /** Identity of the lead. */
  readonly id: string
  /** When it was created. */
  readonly createdAt: Instant
  /** Who owns it; null or absent: nobody. */
  readonly ownerId?: string | null | undefined
}

/** Open leads, and how often leads changed hands. */
export interface OwnershipData {
  /** Leads that are still worked on. */
  readonly openLeads: Iterable<OpenLead>
  /** Leads handed over. */
  readonly handed: number
  /** Those of them with a counted change of owner. */
  readonly reassigned: number
}

/** Options of {@link detectOwnershipGap}. */
export interface DetectOwnershipGapOptions {
  /** Instant of the verdict; a day is its midnight in the calendar's zone. */
  readonly asOf: Instant
  /** Opening hours, for how long a lead has had no owner; null = calendar time. Required. */
  readonly calendar: BusinessCalendar | null
  /** Share of unowned leads from which on it is a finding, in (0, 1); default 0.02. */
  readonly unownedThreshold?: number | undefined
  /** Share of reassigned leads from which on it is a finding, in (0, 1); default 0.15. */
  readonly reassignedThreshold?: number | undefined
  /** Leads that each share needs; default 30. */
  readonly minimumSample?: number | undefined
}

const dayLength = 86_400_000
const firstMonday = Date.UTC(2024, 0, 1)

const optionNames = ['asOf', 'calendar', 'unownedThreshold', 'reassignedThreshold', 'minimumSample']

/**
 * Detects leads that nobody owns, and leads that are passed around.
 *
 * Unowned: their share of the open leads reaches the threshold, or one has had no owner for more than one business day
 * since its creation (the longest open time of a weekday, 24 hours without opening hours). Passed around: the share of
 * handed leads with a counted change of owner reaches the threshold.
 *
 * @param data - open leads, leads handed and reassigned
 * @param options - instant of the verdict, opening hours, thresholds, minimum
 * @returns the verdict; unowned leads beyond a business day by id; left out: `duplicate`, `future`
 * @throws {@link RetentionOkrError} COUNT_EXCEEDS_BASE when more are reassigned than handed
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_COUNT, INVALID_OPTION, INVALID_INSTANT,
 * INVALID_TIME_ZONE, INVALID_INPUT
 * @example
 * ```ts
 * import { detectOwnershipGap } from 'retention-okr/signals'
 *
 * const openLeads = [{ id: 'a', createdAt: '2025-03-14', ownerId: 'ana' }, { id: 'b', createdAt: '2025-03-15' }]
 * const signal = detectOwnershipGap({ openLeads, handed: 40, reassigned: 2 }, { asOf: '2025-03-17', calendar: null })
 * signal.findings[0]?.code // => 'handoff.unowned_leads'
 * signal.findings[0]?.evidence // => { unowned: 1, open: 2, beyondLimit: ['b'] }
 * ```
 * @since 0.1.0
 */
export function detectOwnershipGap(data: OwnershipData, options: DetectOwnershipGapOptions): SignalResult {
  assertKnownOptions(options, optionNames)
  const { calendar, unownedThreshold = 0.02, reassignedThreshold = 0.15, minimumSample = 30 } = options
  if (calendar === undefined)
    fail('INVALID_OPTION', 'options.calendar', 'is required, null for calendar time', calendar)
  assertOpenShare(unownedThreshold, 'options.unownedThreshold')
  assertOpenShare(reassignedThreshold, 'options.reassignedThreshold')
  assertInteger(minimumSample, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumSample')
  const openTime = createOpenTime(calendar)
  const timeZone = calendar?.timeZone ?? 'UTC'
  const asOf = readAsOf(options.asOf, timeZone)
  assertPlain(data, 'data')
  const { handed, reassigned } = data
  assertCount(handed, 'data.handed')
  assertCount(reassigned, 'data.reassigned')
  if (reassigned > handed) fail('COUNT_EXCEEDS_BASE', 'data.reassigned', 'must not exceed handed', reassigned)
  const exclusions = createExclusions()
  const leads = readOpenLeads(data.openLeads, { asOf, timeZone, exclusions })
  const unowned = leads.filter(({ isOwned }) => !isOwned)
  const limit = businessDay(calendar)
  const beyondLimit = unowned
    .filter(({ createdAt }) => openTime.between(createdAt, asOf) > limit)
    .map(({ id }) => id)
    .sort(compareCodeUnits)
  const open = leads.length
  const isMany = open >= minimumSample && reaches(unowned.length / open, unownedThreshold)
  const isBouncing = handed >= minimumSample && reaches(reassigned / handed, reassignedThreshold)
  const findings: Finding[] = []
  if (beyondLimit.length > 0 || (unowned.length > 0 && isMany)) {
    const evidence = { unowned: unowned.length, open, beyondLimit }
    const params = { threshold: unownedThreshold, limit }
    findings.push(factOf('handoff.unowned_leads', 'unowned-lead-rate', evidence, params))
  }
  if (isBouncing) {
    const evidence = { rate: reassigned / handed, sampleSize: handed }
    findings.push(factOf('handoff.bouncing_leads', 'reassigned-rate', evidence, { threshold: reassignedThreshold }))
  }
  const isShort = open < minimumSample && handed < minimumSample
  const excluded = exclusions.result()
  return ruleResult({
    detector: 'detectOwnershipGap',
    subject: 'ownership',
    state: findings.length > 0 ? 'fires' : isShort ? 'insufficient_data' : 'quiet',
    findings,
    ...(isShort && findings.length === 0
      ? {}
      : { evidence: { unowned: unowned.length, open, beyondLimit, reassigned, handed } }),
    missing: [
      { what: 'open', needed: minimumSample, found: open },
      { what: 'handed', needed: minimumSample, found: handed },
    ],
    comparisons: 2,
    ...(excluded === undefined ? {} : { excluded }),
    asOf: typeof options.asOf === 'string' ? options.asOf : new Date(asOf).toISOString(),
    definition: {
      calendar: JSON.parse(JSON.stringify(calendar)) as JsonObject | null,
      unownedThreshold,
      reassignedThreshold,
      minimumSample,
    },
  })
}

function factOf(code: string, subject: string, evidence: Finding['evidence'], params: Finding['params']): Finding {
  return { code, severity: 'warning', subject, since: null, evidence, method: 'rule', params }
}

interface LeadContext {
  asOf: number
  timeZone: string
  exclusions: ReturnType<typeof createExclusions>
}

function readOpenLeads(
  openLeads: Iterable<OpenLead>,
  { asOf, timeZone, exclusions }: LeadContext,
): { id: string; createdAt: number; isOwned: boolean }[] {
  const read = createInstantReader(timeZone)
  const isNew = createIdCheck('data.openLeads')
  const leads: { id: string; createdAt: number; isOwned: boolean }[] = []
  forEachRecord(openLeads, 'data.openLeads', ({ id, createdAt: given, ownerId }, index) => {
    if (typeof id !== 'string') fail('INVALID_INPUT', `data.openLeads[${index}].id`, 'must be text', id)
    const createdAt = read(given, () => `data.openLeads[${index}].createdAt`)
    if (!isNew(id, [createdAt, ownerId ?? null], index)) return exclusions.add('duplicate')
    if (createdAt > asOf) return exclusions.add('future')
    leads.push({ id, createdAt, isOwned: ownerId !== undefined && ownerId !== null })
  })
  return leads
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The longest open time of a weekday, in milliseconds. */
function businessDay(calendar: BusinessCalendar | null): number {
  if (calendar === null) return dayLength
  const lengths = weekdays.map((weekday, index) => {
    // The hours of one weekday alone, in a zone without clock changes: a window may close on the next day.
    const own = { timeZone: 'UTC', week: { [weekday]: calendar.week[weekday] ?? [] } }
    const start = firstMonday + index * dayLength
    return businessTimeBetween({ start, end: start + 2 * dayLength }, { calendar: own })
  })
  return Math.max(...lengths)
}

import { dayFromNumber } from '../calendar/dayNumber.js'
import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { createExclusions } from '../internal/createExclusions.js'
import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { Day } from '../measurement.js'
import { customerResult } from './customerVerdict.js'
import { factFinding } from './factFinding.js'
import { judgeSpike } from './judgeSpike.js'
import type { CustomerDetectorOptions, CustomerEvent, DetectorOptions, RatePeriod, SignalResult } from './model.js'
import { type FindingRanking, type RankedFinding, rankFindings } from './rankFindings.js'
import { readCustomerRecords } from './readCustomerRecords.js'
import { type CustomerSettings, customerOptionNames, readCustomerSettings } from './readCustomerSettings.js'
import { readSeries } from './readSeries.js'
import { readSpikeSettings, type SpikeOptions, spikeOptionNames } from './readSpikeSettings.js'
import type { SpikeVerdict, UndecidedSpike } from './spikeModel.js'

/** A talk in which a customer compared us with others. */
export interface CompetitorMention extends CustomerEvent {
  /** Who was named. */
  competitor?: string | undefined
}

/** Mentions of competitors, and how many talks there were. */
export interface MentionData {
  /** Mentions by customer. */
  mentions: Iterable<CompetitorMention>
  /** Talks with a mention (`count`) among all talks (`exposure`) by period. */
  conversations?: readonly RatePeriod[] | undefined
}

/** Options of {@link detectCompetitorMentions}. */
export interface DetectCompetitorMentionsOptions extends CustomerDetectorOptions, DetectorOptions {
  /** Day of the verdict. */
  readonly asOf: Day
  /** Usable periods of talks before the judged one that are the baseline, at most, from 1; default 12. */
  readonly baselinePeriods?: number | undefined
  /** Fewest talks with a mention of a rise, from 1; default 3. */
  readonly minimumCount?: number | undefined
  /** Starts of periods of talks with a known rise, left out of the baseline; default none. */
  readonly exclude?: readonly Day[] | undefined
  /** Ratio that makes a shown rise critical; default 1.5. */
  readonly criticalEffect?: number | undefined
}

/**
 * Finds customers who compare us with competitors, and whether such talks have become more frequent.
 *
 * A customer with a mention in the window is a finding, a fact without a test: a warning when it is the first ever, else
 * an info. With `conversations` the share of talks with a mention in the last complete period is tested against the
 * periods before it, as in {@link detectDissatisfactionSpike}.
 * Linear in the mentions, quadratic in the periods of talks.
 *
 * @param data - mentions, and talks by period
 * @param options - day of the verdict, window, who is a customer, what each is worth; cadence and baseline of the talks
 * @returns verdict with a finding a customer and one for the base; `not_enough_data` with neither a mention nor a period of
 * talks that can be judged
 * @throws {@link RetentionOkrError} INVALID_INSTANT for a mention without an instant, INVALID_TIME_ZONE
 * @throws {@link RetentionOkrError} INVALID_PERIOD, INVALID_COUNT, INVALID_NUMBER for talks that are none, INVALID_INPUT
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY for an option that is unknown or out of range,
 * CONFLICTING_RECORDS for a customer listed twice
 * @example
 * ```ts
 * import { detectCompetitorMentions } from 'retention-okr/signals'
 *
 * const mentions = [
 *   { customerId: 'ana', at: '2026-03-05T10:00:00Z', competitor: 'Acme' },
 *   { customerId: 'ana', at: '2026-03-19T10:00:00Z', competitor: 'Zeta' },
 * ]
 * const { findings } = detectCompetitorMentions({ mentions }, { asOf: '2026-03-31' })
 * findings[0]?.severity // => 'warning'
 * findings[0]?.evidence['ids'] // => ['Acme', 'Zeta']
 * ```
 * @since 0.1.0
 */
export function detectCompetitorMentions(data: MentionData, options: DetectCompetitorMentionsOptions): SignalResult {
  assertKnownOptions(options, [...customerOptionNames, ...spikeOptionNames])
  const settings = readCustomerSettings(options)
  assertPlain(data, 'data')
  const { findings, mentioned, excluded } = readMentions(data.mentions, settings)
  const talks = judgeTalks(data.conversations, options)
  const missing = mentioned ? [] : [{ what: 'mentions', needed: 1, found: 0 }]
  const { verdict } = talks
  const undecided = verdict === null || 'missing' in verdict
  if (!undecided && verdict.fired) findings.add(risen(verdict))
  return customerResult(
    {
      detector: 'detectCompetitorMentions',
      findings,
      missing: mentioned || !undecided ? [] : [...missing, ...(verdict?.missing ?? [])],
      evidence: undecided ? {} : verdict.evidence,
      comparisons: undecided ? 0 : 1,
      cautions: undecided ? [] : verdict.cautions,
      excluded: { ...excluded, ...verdict?.excluded },
    },
    { ...settings, definition: { ...settings.definition, ...talks.definition } },
  )
}

interface ReadMentions {
  findings: FindingRanking
  /** Whether anybody has ever mentioned a competitor. */
  mentioned: boolean
  excluded: { [reason: string]: number }
}

/** What is kept of the mentions of one customer in the window. */
interface CustomerMentions {
  days: Set<number>
  /** Who was named. */
  named: Set<string>
}

function readMentions(source: Iterable<CompetitorMention>, settings: CustomerSettings): ReadMentions {
  const { ids, left, firstDayOf } = settings.presence
  const recent = new Map<number, CustomerMentions>()
  const earlier = new Set<number>()
  const strangers = new Map<number, Set<number>>()
  const future = readCustomerRecords(source, 'data.mentions', settings, {
    check: ({ competitor }, path) => {
      if (competitor === undefined || typeof competitor === 'string') return
      fail('INVALID_INPUT', `${path()}.competitor`, 'must be a text', competitor)
    },
    take: (customer, { competitor }, day) => {
      if (day < firstDayOf(customer)) entryOf(strangers, customer, () => new Set()).add(day)
      else if (day < settings.windowStart) earlier.add(customer)
      else {
        const own = entryOf(recent, customer, () => ({ days: new Set(), named: new Set() }))
        own.days.add(day)
        if (competitor !== undefined) own.named.add(competitor)
      }
    },
  })
  const exclusions = createExclusions()
  exclusions.add('future', future)
  exclusions.add('left', left)
  for (const days of strangers.values()) exclusions.add('not_in_base', days.size)
  const findings = rankFindings(settings)
  for (const [customer, own] of recent) {
    findings.add(mentionFinding(ids[customer] as string, own, earlier.has(customer), settings))
  }
  return { findings, mentioned: recent.size + earlier.size > 0, excluded: exclusions.result() ?? {} }
}

function entryOf<V>(map: Map<number, V>, key: number, create: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const value = create()
  map.set(key, value)
  return value
}

function mentionFinding(
  subject: string,
  { days, named }: CustomerMentions,
  before: boolean,
  { worthOf }: CustomerSettings,
): RankedFinding {
  const fact = {
    code: 'customer.competitor_mention',
    severity: before ? ('info' as const) : ('warning' as const),
    subject,
    since: dayFromNumber(Math.min(...days)),
    evidence: { count: days.size, ids: [...named].sort(compareCodeUnits) },
    params: {},
  }
  return factFinding(fact, worthOf(subject))
}

interface JudgedTalks {
  /** Null without talks. */
  verdict: SpikeVerdict | UndecidedSpike | null
  definition: { [name: string]: number | string[] }
}

function judgeTalks(periods: MentionData['conversations'], options: SpikeOptions & DetectorOptions): JudgedTalks {
  const series = { metric: 'competitor-mentions', better: 'down', kind: 'rate', periods: periods ?? [] } as const
  const read = readSeries(series, options.asOf, 'data.conversations')
  const { settings, definition } = readSpikeSettings(options, 'rate', read.looksPerYear)
  return periods === undefined ? { verdict: null, definition: {} } : { verdict: judgeSpike(read, settings), definition }
}

function risen({ confirmed, since, periods, evidence, method, direction }: SpikeVerdict): RankedFinding {
  const [code, subject] = ['competitors.mentions_rise', 'competitors']
  const severity = confirmed ? 'critical' : 'warning'
  const finding = (): Finding => ({
    code,
    severity,
    subject,
    since,
    evidence: { ...evidence, periods },
    method,
    params: { direction },
  })
  return { severity, code, subject, p: evidence['pValue'] as number, value: null, finding }
}

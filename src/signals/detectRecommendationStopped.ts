import { dayFromNumber } from '../calendar/dayNumber.js'
import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertPlain } from '../internal/guards.js'
import { type Answer, createLastAnswers } from './createLastAnswers.js'
import { createSilenceTest } from './createSilenceTest.js'
import { customerResult, portfolioEvidence, testedCustomers, testFinding } from './customerVerdict.js'
import { factFinding } from './factFinding.js'
import type { CustomerDetectorOptions, CustomerEvent, SignalResult } from './model.js'
import { type FindingRanking, type RankedFinding, rankFindings } from './rankFindings.js'
import { readCustomerRecords } from './readCustomerRecords.js'
import { type CustomerSettings, customerOptionNames, readCustomerSettings } from './readCustomerSettings.js'
import { readEventDays } from './readEventDays.js'

/** An answer to the question whether one would recommend us. */
export interface RecommendationAnswer extends CustomerEvent {
  /** Whole number from 0 to 10. */
  score: number
}

/** Recommendations and answers of customers. */
export interface RecommendationData {
  /** Referrals and public praise. */
  recommendations: Iterable<CustomerEvent>
  /** Answers of surveys. */
  answers: Iterable<RecommendationAnswer>
}

/** Options of {@link detectRecommendationStopped}. */
export interface DetectRecommendationStoppedOptions extends CustomerDetectorOptions {}

const [highestScore, promoterFrom, detractorUpTo] = [10, 9, 6]

/**
 * Finds customers who have stopped recommending.
 *
 * Silence: how unusual the time since the last recommendation is by the customer's own gaps, as in
 * {@link detectPurchaseFrequencyFall}. Promoter lost, a fact without a test: the last answer, within the window, is 8 or
 * below and the one before it was 9 or above; a warning from 6 downwards. Linear in the records.
 *
 * @param data - recommendations and answers
 * @param options - day of the verdict, window, levels, who is a customer, what each is worth
 * @returns verdict with findings by customer, those with most at stake first; `not_enough_data` when nobody can be tested
 * and nobody has answered twice
 * @throws {@link RetentionOkrError} SCORE_OUT_OF_SCALE for a score that is not a whole number from 0 to 10
 * @throws {@link RetentionOkrError} INVALID_INSTANT for a record without an instant, INVALID_TIME_ZONE, INVALID_INPUT
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_DAY for an option that is unknown or out of range,
 * CONFLICTING_RECORDS for a customer listed twice
 * @example
 * ```ts
 * import { detectRecommendationStopped } from 'retention-okr/signals'
 *
 * const answers = [
 *   { customerId: 'ana', at: '2025-11-03T10:00:00Z', score: 10 },
 *   { customerId: 'ana', at: '2026-03-03T10:00:00Z', score: 5 },
 * ]
 * const { findings } = detectRecommendationStopped({ recommendations: [], answers }, { asOf: '2026-03-31' })
 * findings[0]?.code // => 'customer.promoter_lost'
 * findings[0]?.severity // => 'warning'
 * ```
 * @see Reichheld 2003, The one number you need to grow
 * @since 0.1.0
 */
export function detectRecommendationStopped(
  data: RecommendationData,
  options: DetectRecommendationStoppedOptions,
): SignalResult {
  assertKnownOptions(options, customerOptionNames)
  const settings = readCustomerSettings(options)
  assertPlain(data, 'data')
  const eventDays = readEventDays(data.recommendations, 'data.recommendations', settings)
  const { customers, starts, excluded } = eventDays
  const silence = createSilenceTest(eventDays, settings)
  let tested = 0
  const findings = rankFindings(settings)
  for (let customer = 0; customer < customers.length; customer += 1) {
    if (starts[customer] === starts[customer + 1]) continue
    const test = silence.judge(customer)
    if (test === null) continue
    tested += 1
    const found = testFinding('customer.recommendation_silence', customers[customer] as string, test, 'down', settings)
    if (found !== null) findings.add(found)
  }
  const answers = readAnswers(data.answers, findings, settings)
  const { cautions, untested } = silence.limits()
  const counts: Record<string, number> = { ...excluded }
  for (const [reason, count] of [
    ['future', answers.future],
    ['no_prior', untested],
    ['not_in_base', answers.notInBase],
  ] as const) {
    if (count > 0) counts[reason] = (counts[reason] ?? 0) + count
  }
  return customerResult(
    {
      detector: 'detectRecommendationStopped',
      findings,
      missing: answers.twice > 0 ? [] : testedCustomers(tested),
      evidence: { ...portfolioEvidence(tested, settings), ...silence.pooled() },
      comparisons: tested,
      cautions,
      excluded: counts,
    },
    settings,
  )
}

interface ReadAnswers {
  /** Customers with two answers. */
  twice: number
  future: number
  notInBase: number
}

/** Adds a finding for each promoter lost. */
function readAnswers(
  source: Iterable<RecommendationAnswer>,
  findings: FindingRanking,
  settings: CustomerSettings,
): ReadAnswers {
  const { ids, firstDayOf } = settings.presence
  const answers = createLastAnswers()
  let notInBase = 0
  const future = readCustomerRecords(source, 'data.answers', settings, {
    check: ({ score }, path) => {
      if (!Number.isInteger(score) || score < 0 || score > highestScore) {
        fail('SCORE_OUT_OF_SCALE', `${path()}.score`, 'must be a whole number from 0 to 10', score)
      }
    },
    take: (customer, { score }, day, instant) => {
      if (day < firstDayOf(customer)) notInBase += 1
      else answers.add(customer, { score, day, instant })
    },
  })
  const twice = answers.forEachTwice((customer, last, previousScore) => {
    const lost = lostPromoter(ids[customer] as string, last, previousScore, settings)
    if (lost !== null) findings.add(lost)
  })
  return { twice, future, notInBase }
}

function lostPromoter(
  subject: string,
  { score, day }: Answer,
  previousScore: number,
  { windowStart, worthOf }: CustomerSettings,
): RankedFinding | null {
  if (score >= promoterFrom || previousScore < promoterFrom || day < windowStart) return null
  const fact = {
    code: 'customer.promoter_lost',
    severity: score <= detractorUpTo ? ('warning' as const) : ('info' as const),
    subject,
    since: dayFromNumber(day),
    evidence: { score, previousScore },
    params: { direction: 'down' },
  }
  return factFinding(fact, worthOf(subject))
}

import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Instant, Interval, Period } from '../../measurement.js'
import type { RecordSource, SurveyResponse } from '../../records/model.js'
import { studentTQuantile } from '../../statistics/studentTQuantile.js'
import { isColumns } from '../../tally/isColumns.js'
import type { Tally } from '../../tally/model.js'
import { describeMeasurement } from '../internal/describeMeasurement.js'
import { isMeasured } from '../internal/isMeasured.js'
import { type OpenedSource, openSource } from '../internal/openSource.js'
import { countedAnswers, type GroupCounts } from './countedAnswers.js'
import { dedupeOf } from './dedupeOf.js'
import { groupOfScore } from './groupOfScore.js'
import { type Dedupe, latestAnswers } from './latestAnswers.js'
import type { NpsMeasurement, NpsScale } from './model.js'
import { type NetPromoterScoreOptions, netPromoterScoreOptionNames, scoreOf } from './netPromoterScore.js'
import type { Answer } from './readAnswers.js'
import { type AnswerShape, responseRules } from './responseRules.js'

/** Options of {@link measureNetPromoterScore}. */
export interface MeasureNetPromoterScoreOptions extends NetPromoterScoreOptions {
  /** Nothing later is known; required for records. */
  readonly asOf?: Instant | undefined
  /** IANA zone that defines days; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** `'trusted'`: the caller vouches that no id comes twice, and none is looked for; default `'check'`. */
  readonly duplicates?: 'check' | 'trusted' | undefined
  /** Answers given inside it; default all. */
  readonly period?: Period | undefined
  /** Whether a period that is not over is cut at `asOf`; default false: it is null, `not_mature`. */
  readonly partial?: boolean | undefined
  /** The scale, or `'coerce'` for fractions on 0..10; default 0..10, promoters from 9, passives from 7. */
  readonly scale?: NpsScale | 'coerce' | undefined
  /** Which of a respondent's answers count; default the latest (relational) or all (transactional). */
  readonly dedupe?: Dedupe | undefined
  /** Respondents, or accounts by the mean of their answers' group; default `'respondent'`. */
  readonly unit?: 'respondent' | 'account' | undefined
  /** `'record'` weighs each answer by its own weight; default none. */
  readonly weights?: 'record' | undefined
}

const knownOptions = [
  ...netPromoterScoreOptionNames,
  'asOf',
  'timeZone',
  'duplicates',
  'period',
  'partial',
  'scale',
  'dedupe',
  'unit',
  'weights',
]

/**
 * Measures the net promoter score of survey answers, of customers or employees.
 *
 * Relational surveys count the latest answer of each respondent, transactional ones every answer; the two are not mixed.
 * With weights the score is `100 · (Σw of promoters − Σw of detractors) / Σw` and `(Σw)²/Σw²` replaces the number of
 * answers in the interval; by account it is the mean of the accounts' scores.
 *
 * @param source - answers, or their tally of kind `responses`
 * @param options - instant of knowledge, period, scale, which answers count, level
 * @returns the score in points, -100..100, with its answers by group; null with `empty_base`, `insufficient_data`,
 * `zero_denominator` (weights all 0) or `not_mature`; left out: `duplicate`, `future`, `other_kind`, `blank`,
 * `no_account`, `superseded`
 * @throws {@link RetentionOkrError} SCORE_OUT_OF_SCALE, INVALID_SCALE, MIXED_SURVEYS, INVALID_WEIGHT
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { measureNetPromoterScore } from 'retention-okr/metrics'
 *
 * const answers = [
 *   { id: '1', surveyId: 's', kind: 'nps', score: 3, answeredAt: '2024-05-01', customerId: 'c1' },
 *   { id: '2', surveyId: 's', kind: 'nps', score: 9, answeredAt: '2024-05-20', customerId: 'c1' },
 *   { id: '3', surveyId: 's', kind: 'nps', score: 7, answeredAt: '2024-05-10', customerId: 'c2' },
 * ] as const
 * const score = measureNetPromoterScore(answers, { asOf: '2024-06-01' })
 * score.value // => 50
 * score.excluded // => { superseded: 1 }
 * ```
 * @see Reichheld 2003, The one number you need to grow
 * @since 0.1.0
 */
export function measureNetPromoterScore(
  source: RecordSource<SurveyResponse> | Tally<object>,
  options: MeasureNetPromoterScoreOptions,
): NpsMeasurement {
  assertKnownOptions(options, knownOptions)
  const { unit = 'respondent', weights, kind: asked } = options
  if (asked !== undefined) assertOneOf(asked, ['nps', 'enps'], 'options.kind')
  assertOneOf(unit, ['respondent', 'account'], 'options.unit')
  if (weights !== undefined) assertOneOf(weights, ['record'], 'options.weights')
  if (unit === 'account' && isColumns(source)) fail('INVALID_OPTION', 'options.unit', 'takes answers as records', unit)
  const opened = openSource(source, options, responseRules(source, { kind: asked, scale: options.scale }, undefined))
  const dedupe = dedupeOf(opened.definition, options.dedupe)
  const { kind } = opened.shape
  if (kind !== 'nps' && kind !== 'enps') fail('TALLY_MISMATCH', 'source.definition.kind', 'must be nps or enps', kind)
  const { scores, groups } = scoreOfSource(source, opened, { ...options, kind, unit, dedupe })
  return describeMeasurement({ ...scores, ...groups }, opened, {
    definition: { ...(dedupe === undefined ? {} : { dedupe }), unit, ...(weights === undefined ? {} : { weights }) },
    needsEnd: true,
  })
}

/** The score with the answers by group: of the answers themselves, or of a tally that holds their counts. */
function scoreOfSource(
  source: object,
  opened: OpenedSource<Answer, AnswerShape>,
  options: MeasureNetPromoterScoreOptions,
): { scores: Score; groups: GroupCounts } {
  const { period } = opened
  const groups = { promoters: 0, passives: 0, detractors: 0 }
  const counted = period?.isMature === false ? undefined : countedAnswers(source, period)
  if (counted !== undefined) {
    if (options.unit === 'account' || options.weights !== undefined) {
      fail('TALLY_MISMATCH', 'source', 'must hold answers, not counts', 'a tally of counts')
    }
    for (const counts of counted.values()) {
      for (const name of Object.keys(groups) as (keyof GroupCounts)[]) groups[name] += counts[name]
    }
    const answers = groups.promoters + groups.passives + groups.detractors
    return { scores: scoreOf({ ...groups, answers }, answers, answers, options), groups }
  }
  const scale = opened.shape.scale as NpsScale | 'coerce'
  const known = opened.rows.filter(({ at, account }) => {
    const isKnown = options.unit !== 'account' || account !== undefined
    if (!isKnown && isMeasured(at, period, false)) opened.exclusions.add('no_account')
    return isKnown && isMeasured(at, period, true)
  })
  const answers = latestAnswers(known, options.dedupe, opened.exclusions)
  for (const { score } of answers) groups[groupOfScore(score, scale)] += 1
  const scores =
    options.unit === 'account' ? scoreOfAccounts(answers, scale, options) : scoreOfAnswers(answers, scale, options)
  return { scores, groups }
}

type Score = ReturnType<typeof scoreOf> & { effectiveSampleSize?: number }

/** Sums are taken in a fixed order, so that the order of the records cannot show. */
function scoreOfAnswers(
  answers: readonly Answer[],
  scale: NpsScale | 'coerce',
  options: MeasureNetPromoterScoreOptions,
): Score {
  const weighs = options.weights === 'record'
  const sums = { promoters: 0, passives: 0, detractors: 0 }
  let squares = 0
  for (const { score, weight } of [...answers].sort((a, b) => a.weight - b.weight)) {
    const w = weighs ? weight : 1
    sums[groupOfScore(score, scale)] += w
    squares += w * w
  }
  const total = sums.promoters + sums.passives + sums.detractors
  const effective = squares === 0 ? 0 : total ** 2 / squares
  const shares = { promoters: sums.promoters, detractors: sums.detractors, answers: total }
  const measured = scoreOf(shares, answers.length, weighs ? effective : answers.length, options)
  return weighs ? { ...measured, effectiveSampleSize: effective } : measured
}

/** The mean of the accounts' scores, with a t interval over accounts. */
function scoreOfAccounts(
  answers: readonly Answer[],
  scale: NpsScale | 'coerce',
  options: MeasureNetPromoterScoreOptions,
): Score {
  const accounts = new Map<string, { sum: number; count: number }>()
  for (const { account = '', score } of answers) {
    const group = groupOfScore(score, scale)
    const present = accounts.get(account) ?? { sum: 0, count: 0 }
    present.sum += group === 'promoters' ? 100 : group === 'detractors' ? -100 : 0
    present.count += 1
    accounts.set(account, present)
  }
  const scores = [...accounts.values()].map(({ sum, count }) => sum / count).sort((a, b) => a - b)
  const n = scores.length
  const shares = { promoters: n, detractors: 0, answers: n }
  const { interval: _interval, ...measured } = scoreOf(shares, n, n, options)
  if (measured.value === null) return measured
  const value = scores.reduce((sum, score) => sum + score, 0) / n
  const limits = options.interval === 'none' || n < 2 ? undefined : meanLimits(scores, value, options.level ?? 0.95)
  const isWide = limits !== undefined && limits.upper - limits.lower > 20
  return {
    ...measured,
    value,
    ...(limits === undefined ? {} : { interval: limits }),
    definition: { ...measured.definition, caveats: isWide ? ['wide_interval'] : [] },
  }
}

function meanLimits(scores: readonly number[], mean: number, level: number): Interval {
  const n = scores.length
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0)
  const half = studentTQuantile((1 + level) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { lower: Math.max(-100, mean - half), upper: Math.min(100, mean + half), level, method: 'mean-t' }
}

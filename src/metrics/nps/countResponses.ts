import { fail } from '../../internal/fail.js'
import { assertKnownOptions } from '../../internal/guards.js'
import type { RecordSource, SurveyResponse, SurveyScale } from '../../records/model.js'
import { isTally } from '../../tally/isTally.js'
import type { CountTally, Tally } from '../../tally/model.js'
import { countTally } from '../internal/countTally.js'
import { openSource } from '../internal/openSource.js'
import type { CountOptions } from '../internal/options.js'
import { countedAnswers } from './countedAnswers.js'
import { dedupeOf } from './dedupeOf.js'
import { goodScores } from './goodScores.js'
import { groupOfScore } from './groupOfScore.js'
import { type Dedupe, latestAnswers } from './latestAnswers.js'
import type { NpsScale, ResponseCounts } from './model.js'
import type { Answer } from './readAnswers.js'
import { type AnswerShape, responseRules } from './responseRules.js'

/** Options of {@link countResponses}. */
export interface CountResponsesOptions extends CountOptions<SurveyResponse> {
  /** The question: recommendation (by employees), satisfaction, effort; default `'nps'`. */
  readonly kind?: 'nps' | 'enps' | 'csat' | 'ces' | undefined
  /** The scale; default by kind 0..10 (promoters from 9, passives from 7), 1..5, 1..7. */
  readonly scale?: NpsScale | SurveyScale | 'coerce' | undefined
  /** Which of a respondent's answers count in a period; default by mode, for `csat` and `ces` all. */
  readonly dedupe?: Dedupe | undefined
  /** For `csat`, `ces`: score from which an answer counts; required on an unusual scale. */
  readonly threshold?: number | undefined
  /** For `ces`: what a high score means; required on an unusual scale. */
  readonly direction?: 'higherIsEasier' | 'lowerIsEasier' | undefined
}

/**
 * Counts survey answers per period and segment: promoters, passives, detractors, or satisfied or easy among answered.
 *
 * Answers fall in the period of their instant and in the segment of their own; the latest answer of a respondent is looked
 * for in each period among all segments. A tally that holds counts has its cells inside a period added up.
 *
 * @param source - answers, or their tally of kind `responses`
 * @param options - instant of knowledge, periods, question, scale, which answers count, segments
 * @returns a tally of kind `response-counts`, one cell a period and segment; left out: `duplicate`, `future`,
 * `other_kind`, `blank`, `superseded` (added up over the periods)
 * @throws {@link RetentionOkrError} SCORE_OUT_OF_SCALE, INVALID_SCALE, MIXED_SURVEYS
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_INSTANT, CONFLICTING_RECORDS, TALLY_MISMATCH
 * @example
 * ```ts
 * import { countResponses } from 'retention-okr/metrics'
 *
 * const answer = { id: '1', surveyId: 's', kind: 'nps', score: 9, answeredAt: '2024-05-10', customerId: 'c1' } as const
 * const periods = [{ start: '2024-05-01', end: '2024-06-01' }]
 * const [may] = countResponses([answer], { asOf: '2024-06-01', periods }).cells
 * may?.counts // => { promoters: 1, passives: 0, detractors: 0 }
 * ```
 * @since 0.1.0
 */
export function countResponses(
  source: RecordSource<SurveyResponse> | Tally<object>,
  options: CountResponsesOptions,
): CountTally<ResponseCounts> {
  const names = ['asOf', 'timeZone', 'duplicates', 'segmentBy', 'periods', 'partition', 'kind', 'scale']
  assertKnownOptions(options, [...names, 'dedupe', 'threshold', 'direction'])
  const { kind, scale, segmentBy, periods, partition } = options
  const opened = openSource(source, options, responseRules(source, { kind, scale }, segmentBy))
  const dedupe = dedupeOf(opened.definition, options.dedupe)
  const { empty, count, definition } = counterOf(opened.shape, options)
  const isGrouped = opened.shape.kind === 'nps' || opened.shape.kind === 'enps'
  const rule = dedupe ?? (isGrouped ? undefined : 'all')
  const counted = rule ?? (opened.rows[0]?.mode === 'transactional' ? 'all' : 'latestPerRespondent')
  return countTally<ResponseCounts>(opened, {
    kind: 'response-counts',
    distinct: counted === 'all' ? undefined : 'respondent',
    periods,
    partition,
    definition: { ...(dedupe === undefined ? {} : { dedupe }), ...definition },
    segments: isTally(source) ? source.cells.map(({ segment }) => segment) : opened.rows.map(({ segment }) => segment),
    empty,
    add: (period, countsOf) => {
      const { start, until } = period
      for (const [segment, groups] of countedAnswers(source, period) ?? []) Object.assign(countsOf(segment), groups)
      const inside = opened.rows.filter(({ at }) => at >= start && at < until)
      for (const answer of latestAnswers(inside, rule, opened.exclusions)) count(countsOf(answer.segment), answer)
    },
  })
}

interface Counter {
  empty: () => ResponseCounts
  count: (counts: ResponseCounts, answer: Answer) => void
  definition: object
}

/** The counts of a question, all there from the start. */
function counterOf({ kind, scale }: AnswerShape, options: CountResponsesOptions): Counter {
  if (kind === 'csat' || kind === 'ces') {
    const good = goodScores(kind, scale as SurveyScale, options)
    const name = kind === 'csat' ? 'satisfied' : 'easy'
    return {
      empty: () => ({ [name]: 0, answered: 0 }),
      count: (counts, { score }) => {
        counts.answered = (counts.answered ?? 0) + 1
        if (good.isGood(score)) counts[name] = (counts[name] ?? 0) + 1
      },
      definition: good.definition,
    }
  }
  for (const name of ['threshold', 'direction'] as const) {
    if (options[name] !== undefined) {
      fail('INVALID_OPTION', `options.${name}`, 'belongs to csat and ces', options[name])
    }
  }
  return {
    empty: () => ({ promoters: 0, passives: 0, detractors: 0 }),
    count: (counts, { score }) => {
      const group = groupOfScore(score, scale as NpsScale | 'coerce')
      counts[group] = (counts[group] ?? 0) + 1
    },
    definition: {},
  }
}

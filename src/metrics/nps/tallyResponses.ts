import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Periods, RecordSource, RecordStream, SurveyResponse, SurveyScale } from '../../records/model.js'
import { type TallyOptions, tallyOptionNames } from '../../records/options.js'
import { compareCells } from '../../tally/compareCells.js'
import { compareRows } from '../../tally/compareRows.js'
import { isColumns } from '../../tally/isColumns.js'
import type { Tally, TallyCell, TallyRow } from '../../tally/model.js'
import { type Feed, readSource } from '../../tally/readSource.js'
import type { OpenedSource } from '../internal/openSource.js'
import { periodCell } from '../internal/periodCells.js'
import { tallyFeed } from '../internal/tallyFeed.js'
import type { GroupCounts } from './countedAnswers.js'
import type { GroupCell } from './createGroupAccumulator.js'
import type { Dedupe } from './latestAnswers.js'
import type { NpsScale } from './model.js'
import { type Answer, answerSource } from './readAnswers.js'
import { type AnswerShape, countedRules, responseRules } from './responseRules.js'

/** Options of {@link tallyResponses}. */
export interface TallyResponsesOptions extends TallyOptions<SurveyResponse> {
  /** The question: recommendation (by employees), satisfaction, effort; default `'nps'`. */
  readonly kind?: 'nps' | 'enps' | 'csat' | 'ces' | undefined
  /** The scale, or `'coerce'` for fractions on 0..10; default by kind 0..10 (promoters from 9, passives from 7), 1..5, 1..7. */
  readonly scale?: NpsScale | SurveyScale | 'coerce' | undefined
  /** Which of a respondent's answers count; default: decided when measuring. `'all'` makes counts of the groups. */
  readonly dedupe?: Dedupe | undefined
  /** A period grid, or a list of periods, for counts; default one cell a segment. */
  readonly periods?: Periods | undefined
}

/**
 * Tallies survey answers by respondent: the mergeable first stage of NPS, CSAT and CES.
 *
 * A keyed tally, as large as its answers: one cell a respondent (and segment), one row an answer; answers of nobody known
 * are under the key `''`. Which of a respondent's answers counts is decided when measuring, so any split merges. With
 * `dedupe: 'all'` no respondent matters: promoters, passives and detractors are counted per period and segment instead.
 *
 * @param responses - the answers, in any order
 * @param options - instant of knowledge, zone, kind, scale, segments, counts of all answers
 * @returns a tally of kind `responses`; left out: `duplicate`, `future`, `other_kind`, `blank`
 * @throws {@link RetentionOkrError} SCORE_OUT_OF_SCALE for a score outside the scale
 * @throws {@link RetentionOkrError} INVALID_SCALE for bounds out of order or an answer on another scale
 * @throws {@link RetentionOkrError} MIXED_SURVEYS for counts of relational and transactional answers together
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_INSTANT, INVALID_WEIGHT, INVALID_OPTION, INVALID_PERIOD
 * @example
 * ```ts
 * import { tallyResponses } from 'retention-okr/metrics'
 *
 * const answer = { id: '1', surveyId: 's', kind: 'nps', score: 9, answeredAt: '2024-05-10', customerId: 'c1' } as const
 * tallyResponses([answer], { asOf: '2024-06-01' }).cells.length // => 1
 * const { cells } = tallyResponses([answer], { asOf: '2024-06-01', dedupe: 'all' })
 * cells // => [{ counts: { promoters: 1, passives: 0, detractors: 0 } }]
 * ```
 * @since 0.1.0
 */
export function tallyResponses(responses: RecordSource<SurveyResponse>, options: TallyResponsesOptions): Tally
/**
 * Tallies the survey answers of a stream, or of batches of answers.
 *
 * @param stream - the answers; a batch is done before the next is asked for
 * @param options - instant of knowledge, zone, kind, scale, segments, counts of all answers
 * @returns a Promise of the tally, which carries every error
 */
export function tallyResponses(stream: RecordStream<SurveyResponse>, options: TallyResponsesOptions): Promise<Tally>
export function tallyResponses(
  source: RecordSource<SurveyResponse> | RecordStream<SurveyResponse>,
  options: TallyResponsesOptions,
): Tally | Promise<Tally> {
  return readSource(source, answerSource, () => {
    assertKnownOptions(options, [...tallyOptionNames, 'kind', 'scale', 'dedupe', 'periods'])
    const { kind, dedupe } = options
    if (dedupe !== undefined) assertOneOf(dedupe, ['latestPerRespondent', 'all'], 'options.dedupe')
    const isCounted = dedupe === 'all' && (kind === undefined || kind === 'nps' || kind === 'enps')
    if (options.periods !== undefined && !isCounted) {
      fail('INVALID_OPTION', 'options.periods', 'goes with counts of all answers', options.periods)
    }
    return isCounted ? countingFeed(source, options) : keyedFeed(source, options)
  })
}

/** Groups per period and segment, counted as the answers come. */
function countingFeed(source: object, options: TallyResponsesOptions): Feed<SurveyResponse, Tally> {
  const { kind, scale, periods, segmentBy } = options
  const rules = countedRules(source, { kind, scale, periods }, segmentBy)
  return tallyFeed({ options, rules, finish: (opened) => tallyOf(opened, options, groupCells(opened)) })
}

/** All answers by respondent. */
function keyedFeed(source: object, options: TallyResponsesOptions): Feed<SurveyResponse, Tally> {
  const { kind, scale, segmentBy } = options
  const rules = responseRules(source, { kind, scale }, segmentBy)
  const hasIds = !isColumns(source)
  return tallyFeed({
    options,
    rules,
    finish: (opened) => ({
      ...tallyOf(opened, options, keyedCells(opened.rows, hasIds)),
      distinct: 'respondent',
    }),
  })
}

function tallyOf(
  { definition, exclusions }: OpenedSource<unknown, AnswerShape>,
  { dedupe }: TallyResponsesOptions,
  cells: TallyCell[],
): Tally {
  const excluded = exclusions.result()
  return {
    kind: 'responses',
    definition: { ...definition, ...(dedupe === undefined ? {} : { dedupe }) },
    cells,
    ...(excluded === undefined ? {} : { excluded }),
  }
}

/** One cell a respondent and segment, with its answers in the order that a merge gives them; columns keep no ids. */
function keyedCells(answers: readonly Answer[], hasIds: boolean): TallyCell[] {
  const cells = new Map<string, { segment?: string; key: string; rows: TallyRow[] }>()
  for (const { respondent, segment, id, ...answer } of answers) {
    const name = JSON.stringify([segment, respondent])
    const row = JSON.parse(JSON.stringify(hasIds ? { id, ...answer } : answer)) as TallyRow
    const cell = cells.get(name)
    if (cell !== undefined) cell.rows.push(row)
    else cells.set(name, { ...(segment === undefined ? {} : { segment }), key: respondent, rows: [row] })
  }
  return [...cells.values()].map((cell) => ({ ...cell, rows: cell.rows.sort(compareRows) })).sort(compareCells)
}

/** Every segment in every period; all time without periods. */
function groupCells({ rows, timeZone }: OpenedSource<GroupCell, AnswerShape>): TallyCell<GroupCounts>[] {
  return rows
    .map(({ period, segment, counts }) =>
      period === undefined
        ? { ...(segment === undefined ? {} : { segment }), counts }
        : periodCell(period, segment, counts, timeZone),
    )
    .sort(compareCells)
}

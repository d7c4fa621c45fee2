import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { compareCodeUnits } from '../../internal/compareCodeUnits.js'
import { createExclusions } from '../../internal/createExclusions.js'
import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { SurveyResponse, SurveyScale } from '../../records/model.js'
import type { TallyOptions } from '../../records/options.js'
import { compareCells } from '../../tally/compareCells.js'
import type { Tally, TallyCell } from '../../tally/model.js'
import type { NpsScale } from './model.js'
import { type Answer, answerKinds, assertScale, readAnswers, usualScaleOf } from './readAnswers.js'

/** Options of {@link tallyResponses}. */
export interface TallyResponsesOptions extends TallyOptions<SurveyResponse> {
  /** The question: recommendation (by employees), satisfaction, effort; default `'nps'`. */
  readonly kind?: 'nps' | 'enps' | 'csat' | 'ces' | undefined
  /** The scale, or `'coerce'` for fractions on 0..10; default by kind 0..10 (promoters from 9, passives from 7), 1..5, 1..7. */
  readonly scale?: NpsScale | SurveyScale | 'coerce' | undefined
}

/**
 * Tallies survey answers by respondent: the mergeable first stage of NPS, CSAT and CES.
 *
 * A keyed tally, as large as its answers: one cell a respondent (and segment), one row an answer; answers of nobody known
 * are under the key `''`. Which of a respondent's answers counts is decided when measuring, so any split merges.
 *
 * @param responses - the answers, in any order
 * @param options - instant of knowledge, zone, kind, scale, segments
 * @returns a tally of kind `responses`; left out: `duplicate`, `future`, `other_kind`, `blank`
 * @throws {@link RetentionOkrError} SCORE_OUT_OF_SCALE for a score outside the scale
 * @throws {@link RetentionOkrError} INVALID_SCALE for bounds out of order or an answer on another scale
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS, INVALID_INSTANT, INVALID_WEIGHT, INVALID_OPTION
 * @example
 * ```ts
 * import { tallyResponses } from 'retention-okr/metrics'
 *
 * const answer = { id: '1', surveyId: 's', kind: 'nps', score: 9, answeredAt: '2024-05-10', customerId: 'c1' } as const
 * tallyResponses([answer], { asOf: '2024-06-01' }).cells.length // => 1
 * ```
 * @since 0.1.0
 */
export function tallyResponses(responses: Iterable<SurveyResponse>, options: TallyResponsesOptions): Tally {
  assertKnownOptions(options, ['asOf', 'timeZone', 'segmentBy', 'kind', 'scale'])
  const { timeZone = 'UTC', kind = 'nps', segmentBy } = options
  assertTimeZone(timeZone)
  assertOneOf(kind, answerKinds, 'options.kind')
  const { scale = usualScaleOf(kind) } = options
  assertScale(scale, kind)
  const asOf = readAsOf(options.asOf, timeZone)
  const exclusions = createExclusions()
  const answers = readAnswers(responses, { asOf, timeZone, kind, scale, segmentBy }, exclusions)
  const cells = new Map<string, { segment?: string; key: string; rows: object[] }>()
  for (const { respondent, segment, ...answer } of answers.sort((a, b) => compareCodeUnits(a.id, b.id))) {
    const name = JSON.stringify([segment, respondent])
    const row = JSON.parse(JSON.stringify(answer)) as object
    const cell = cells.get(name)
    if (cell !== undefined) cell.rows.push(row)
    else cells.set(name, { ...(segment === undefined ? {} : { segment }), key: respondent, rows: [row] })
  }
  const excluded = exclusions.result()
  return {
    kind: 'responses',
    definition: {
      asOf: new Date(asOf).toISOString(),
      timeZone,
      kind,
      scale,
      ...(typeof segmentBy === 'string' ? { segmentBy } : {}),
    },
    cells: ([...cells.values()] as unknown as TallyCell[]).sort(compareCells),
    ...(excluded === undefined ? {} : { excluded }),
    distinct: 'respondent',
  }
}

/** The answers of a tally. */
export function answersOf(tally: Tally<object>): Answer[] {
  return tally.cells.flatMap(({ segment, key = '', rows = [] }) =>
    rows.map((row) => ({ account: undefined, ...row, respondent: key, segment }) as unknown as Answer),
  )
}

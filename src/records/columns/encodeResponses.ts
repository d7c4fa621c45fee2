import { assertKnownOptions, assertOneOf, assertPlain } from '../../internal/guards.js'
import type { FieldArrays, RecordSource, RecordStream, ResponseColumns } from '../models/columns.js'
import type { SurveyResponse } from '../models/survey.js'
import { checkColumns } from './checkColumns.js'
import { assertCodes, assertColumn, assertInstants, assertTexts } from './columnGuards.js'
import { type EncodeOptions, encodeOptionNames } from './encodeOptions.js'
import { encodeSource } from './encodeSource.js'
import { nobody } from './limits.js'
import { questions, responseFeed } from './responseFeed.js'
import { responseRows } from './responseRows.js'

/** Options of {@link encodeResponses}. */
export interface EncodeResponsesOptions extends EncodeOptions {}

/**
 * Encodes survey answers as typed columns, to be counted many times: every text is read once.
 *
 * 20 bytes an answer and the respondents. Functions that take answers take these columns and give the same figures, when
 * they are asked with the zone and segments of the encoding. Columns hold the answers to one question, about the
 * relationship or about transactions, on one scale; the company of an answer is not in them. Ids are checked here and not
 * kept. Columns that come back from another thread are checked and returned.
 *
 * @param source - answers, a stream of answers or of batches, plain arrays of their fields, or columns
 * @param options - zone of bare days, segments, periods, who answers for ids
 * @returns columns of answers; left out: `duplicate`
 * @throws {@link RetentionOkrError} MIXED_SURVEYS for answers to two questions, or about both relationship and transactions
 * @throws {@link RetentionOkrError} INVALID_SCALE for answers on two scales, SCORE_OUT_OF_SCALE for one that is no number
 * @throws {@link RetentionOkrError} CONFLICTING_RECORDS for one id with two contents
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_WEIGHT, INVALID_INPUT for a field, with its path, or for
 * arrays of unequal length
 * @throws {@link RetentionOkrError} TOO_LARGE for more than 16,777,216 respondents, 65,536 segments or 32,767 periods
 * @throws {@link RetentionOkrError} INVALID_OPTION, INVALID_PERIOD, INVALID_TIME_ZONE for an option
 * @example
 * ```ts
 * import { measureNetPromoterScore } from 'retention-okr/metrics'
 * import { encodeResponses } from 'retention-okr/records'
 *
 * const columns = encodeResponses([
 *   { id: '1', surveyId: 's', kind: 'nps', score: 9, answeredAt: '2024-05-01', customerId: 'c1' },
 *   { id: '2', surveyId: 's', kind: 'nps', score: 7, answeredAt: '2024-05-10', customerId: 'c2' },
 * ])
 * columns.length // => 2
 * measureNetPromoterScore(columns, { asOf: '2024-06-01' }).value // => 50
 * ```
 * @since 0.1.0
 */
export function encodeResponses(
  source: RecordSource<SurveyResponse> | FieldArrays<SurveyResponse>,
  options?: EncodeResponsesOptions,
): ResponseColumns
/**
 * Encodes a stream of survey answers, or of batches of answers, as typed columns.
 *
 * @param stream - the answers; a batch is done before the next is asked for
 * @param options - zone of bare days, segments, periods, who answers for ids
 * @returns a Promise of the columns, which carries every error
 */
export function encodeResponses(
  stream: RecordStream<SurveyResponse>,
  options?: EncodeResponsesOptions,
): Promise<ResponseColumns>
export function encodeResponses(
  source: RecordSource<SurveyResponse> | FieldArrays<SurveyResponse> | RecordStream<SurveyResponse>,
  options: EncodeResponsesOptions = {},
): ResponseColumns | Promise<ResponseColumns> {
  return encodeSource<SurveyResponse, ResponseColumns>(source, {
    name: 'responses',
    kind: 'responses',
    required: ['score', 'answeredAt'],
    start: (has, areArrays) => {
      assertKnownOptions(options, encodeOptionNames)
      return responseFeed(options, has, areArrays)
    },
    check: (columns) => {
      assertKnownOptions(options, encodeOptionNames)
      return checkResponses(columns as ResponseColumns, options)
    },
  })
}

function checkResponses(columns: ResponseColumns, options: EncodeOptions): ResponseColumns {
  return checkColumns(columns, options, {
    name: 'responses',
    at: columns.at,
    rows: () => responseRows(columns, []),
    check: ({ length, kind, mode, scale, weight }) => {
      const keys = assertTexts(columns.respondents, 'responses.respondents')
      assertCodes(columns.respondent, Uint32Array, { length, codes: keys.length, none: nobody }, 'responses.respondent')
      assertInstants(columns.at, length, 'responses.at')
      assertColumn(columns.score, Float64Array, length, 'responses.score')
      if (weight !== undefined) assertColumn(weight, Float64Array, length, 'responses.weight')
      if (kind !== undefined) assertOneOf(kind, questions, 'responses.kind', 'INVALID_INPUT')
      if (mode !== undefined) assertOneOf(mode, ['transactional'], 'responses.mode', 'INVALID_INPUT')
      if (scale !== undefined) assertPlain(scale, 'responses.scale')
    },
  })
}

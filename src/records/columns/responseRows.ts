import { rowReason, rowSegment } from '../../tally/rowMarks.js'
import type { ResponseColumns } from '../models/columns.js'
import type { SurveyResponse } from '../models/survey.js'
import { nobody } from './limits.js'

/** Columns of answers as answers, their ids in order of the rows; a twin that was dropped comes again, marked. */
export function* responseRows(columns: ResponseColumns, twins: readonly number[]): Iterable<SurveyResponse> {
  for (let row = 0; row < columns.length; row += 1) yield answerOf(columns, row)
  for (const row of twins) yield { ...answerOf(columns, row), [rowReason]: 'duplicate' } as SurveyResponse
}

function answerOf(columns: ResponseColumns, row: number): SurveyResponse {
  const { respondents, respondent, at, score, weight, kind = 'nps', mode, scale, segments, segment } = columns
  const code = respondent[row] ?? nobody
  const own = score[row] ?? Number.NaN
  return {
    id: String(row).padStart(10, '0'),
    surveyId: '',
    kind,
    ...(mode === undefined ? {} : { mode }),
    score: Number.isNaN(own) ? null : own,
    ...(scale === undefined ? {} : { scale }),
    answeredAt: at[row] ?? 0,
    ...(code === nobody ? {} : { respondentId: respondents[code] ?? '' }),
    ...(weight === undefined ? {} : { weight: weight[row] ?? 1 }),
    ...(segment === undefined ? {} : { [rowSegment]: segments?.[segment[row] ?? 0] ?? '' }),
  }
}

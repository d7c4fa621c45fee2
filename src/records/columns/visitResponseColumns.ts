import { columnFacts } from '../../tally/columnFacts.js'
import type { ResponseColumns } from '../models/columns.js'
import type { SurveyResponse } from '../models/survey.js'
import { nobody } from './limits.js'

/** What is done with one answer, one object for all rows; a blank one has no score, a segment is its code. */
export type VisitResponseRow = (
  response: SurveyResponse,
  at: number,
  segment: number | undefined,
  weight: number,
  row: number,
) => void

/** Visits the answers of columns by their arrays, no object a row, and the instants of dropped twins. */
export function visitResponseColumns(
  columns: ResponseColumns,
  hasSegments: boolean,
  visit: VisitResponseRow,
  visitTwin: (at: number) => void,
): void {
  const { length, at: instants, score: scores, weight: weights, segment } = columns
  const { twins } = columnFacts(columns, 'responses', ['responses'])
  const response = createView(columns)
  for (let row = 0; row < length; row += 1) {
    response.row = row
    const score = scores[row] ?? Number.NaN
    response.score = Number.isNaN(score) ? null : score
    const weight = weights === undefined ? 1 : (weights[row] ?? 1)
    visit(response, instants[row] ?? 0, hasSegments ? (segment?.[row] ?? 0) : undefined, weight, row)
  }
  for (const row of twins) visitTwin(instants[row] ?? 0)
}

/** The answer of a row that is set. */
interface ResponseView extends SurveyResponse {
  row: number
  score: number | null
}

/** The answer of a row; what only some ask for is made when it is. */
function createView({ at, respondents, respondent, kind, mode, scale }: ResponseColumns): ResponseView {
  return {
    row: 0,
    surveyId: '',
    kind: kind ?? 'nps',
    mode: mode ?? 'relational',
    score: null,
    ...(scale === undefined ? {} : { scale }),
    get id(): string {
      return String(this.row).padStart(10, '0')
    },
    get answeredAt(): number {
      return at[this.row] ?? 0
    },
    get respondentId(): string {
      const code = respondent[this.row] ?? nobody
      return code === nobody ? '' : (respondents[code] ?? '')
    },
  }
}

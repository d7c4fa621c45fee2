import { columnFacts } from '../../tally/columnFacts.js'
import type { ResponseColumns } from '../models/columns.js'
import type { SurveyResponse } from '../models/survey.js'
import { nobody } from './limits.js'

/** What is done with one answer; a score of NaN is blank, a segment its code, the rest in one object for all rows. */
export type VisitResponseRow = (
  score: number,
  at: number,
  segment: number | undefined,
  weight: number,
  response: SurveyResponse,
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
    const weight = weights === undefined ? 1 : (weights[row] ?? 1)
    const place = hasSegments ? (segment?.[row] ?? 0) : undefined
    visit(scores[row] ?? Number.NaN, instants[row] ?? 0, place, weight, response, row)
  }
  for (const row of twins) visitTwin(instants[row] ?? 0)
}

/** The answer of a row that is set. */
interface ResponseView extends SurveyResponse {
  row: number
}

/** The answer of a row; what only some ask for is made when it is. */
function createView({ at, score, respondents, respondent, kind, mode, scale }: ResponseColumns): ResponseView {
  return {
    row: 0,
    surveyId: '',
    kind: kind ?? 'nps',
    mode: mode ?? 'relational',
    ...(scale === undefined ? {} : { scale }),
    get id(): string {
      return String(this.row).padStart(10, '0')
    },
    get score(): number | null {
      const own = score[this.row] ?? Number.NaN
      return Number.isNaN(own) ? null : own
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

import type { ResponseColumns } from '../models/columns.js'
import type { SurveyResponse } from '../models/survey.js'
import { nobody } from './limits.js'

/** What is done with one answer; a segment is its code, the rest in one object for all rows. */
export type VisitResponseRow = (
  score: number,
  at: number,
  segment: number | undefined,
  weight: number,
  response: SurveyResponse,
) => void

/** Visits the answers of columns that count by their arrays, no object a row. */
export function visitResponseColumns(
  columns: ResponseColumns,
  isCounted: Uint8Array,
  hasSegments: boolean,
  visit: VisitResponseRow,
): void {
  const { length, at: instants, score: scores, weight: weights, segment } = columns
  const response = createView(columns)
  for (let row = 0; row < length; row += 1) {
    if (isCounted[row] === 0) continue
    response.row = row
    const weight = weights === undefined ? 1 : (weights[row] ?? 1)
    visit(scores[row] ?? 0, instants[row] ?? 0, hasSegments ? (segment?.[row] ?? 0) : undefined, weight, response)
  }
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

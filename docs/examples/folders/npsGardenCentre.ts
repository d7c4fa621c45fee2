import { mapColumns, mapRows } from 'retention-okr/records'
import type { FolderMapping } from './model.js'
import { readCsv } from './readCsv.js'

// Every answer that the scale has, and a question that was left blank: anything else is a bad row.
const answers = { ...Object.fromEntries(Array.from({ length: 11 }, (_, score) => [String(score), score])), '': null }

// The export says of no answer when it was given: all are taken to be of one day.
const answeredAt = '2015-06-15'

/** A survey: one line an answer, of which the score from 0 to 10 and the visits of the shop are read. */
export const npsGardenCentre: FolderMapping = {
  files: ['nps.csv'],
  asOf: '2015-07-01',
  timeZone: 'Europe/Paris',
  policy: {},
  read: (folder, report) => {
    const response = mapColumns('surveyResponse', {
      columns: {
        id: 'id',
        surveyId: 'survey',
        kind: 'kind',
        score: 'nps',
        answeredAt: 'answeredAt',
        respondentId: 'id',
      },
      values: { score: answers },
    })
    const rows = readCsv(folder, 'nps.csv').map((row) => ({ ...row, survey: 'shops', kind: 'nps', answeredAt }))
    return { responses: report.keep('nps.csv', mapRows(rows, response, { timeZone: 'Europe/Paris' })) }
  },
}

import type { Section, Text } from '../model.js'
import { numberColumns } from '../numberColumns.js'
import type { ReportContext } from '../reportContext.js'

const shades = 5
/** Below it a share says little. */
const smallest = 10

/** Who comes back, by the period of joining: a table whose cells are shaded by the share. */
export function cohortsSection(context: ReportContext): Section | null {
  const { review, messages, heading, term } = context
  const { cohorts } = review
  if (cohorts === undefined || cohorts.cells.length === 0) return null
  const ages = [...new Set(cohorts.cells.map(({ offset }) => offset))].sort((a, b) => a - b)
  const days = [...new Set(cohorts.cells.map(({ cohort }) => cohort ?? ''))].filter((day) => day !== '')
  const cellOf = (cells: typeof cohorts.cells, size: number): Text[] =>
    ages.map((age) => {
      const value = cells.find(({ offset }) => offset === age)?.value ?? null
      if (value === null) return []
      return size < smallest
        ? [{ text: '·' }]
        : [{ text: messages.percent(value, 0), shade: Math.round(Math.min(1, value) * shades) }]
    })
  const rows = days.map((day): Text[] => {
    const cells = cohorts.cells.filter(({ cohort }) => cohort === day)
    const size = cells[0]?.size ?? 0
    return [[{ text: messages.date(day) }], [{ text: messages.number(size) }], ...cellOf(cells, size)]
  })
  return {
    id: 'cohorts',
    title: heading('cohorts'),
    blocks: [
      {
        kind: 'table',
        caption: heading('cohorts'),
        columns: [
          { header: term('cohort') },
          ...numberColumns([term('sampleSize'), ...ages.map((age) => messages.number(age))]),
        ],
        rows: [
          ...rows,
          [[{ text: term('everybody') }], [], ...cellOf(cohorts.overall as typeof cohorts.cells, smallest)],
        ],
      },
    ],
  }
}

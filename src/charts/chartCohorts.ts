import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import { assertInteger, assertPlain } from '../internal/guards.js'
import type { Message, Messages } from '../locales/model.js'
import { altChannel } from './altChannel.js'
import { assembleChart, maximumRows } from './assembleChart.js'
import type { Chart, ChartOptions, PlottedCohorts } from './model.js'
import { type ChartContext, readContext } from './readContext.js'
import { readDay } from './readDay.js'
import { readItems } from './readItems.js'
import { readNumber } from './readNumber.js'
import type { DrawnRow, FieldChannel, LayerSpec } from './spec.js'

/** Options of {@link chartCohorts}. */
export interface ChartCohortsOptions extends ChartOptions {
  /** Cohorts of fewer members show their size in place of a rate; default 1. */
  readonly minimumSize?: number | undefined
}

interface Cell {
  readonly cohort: string
  readonly age: number
  readonly size: number
  readonly rate: number
}

/**
 * The retention triangle: cohorts down, age across, the share retained in each cell.
 *
 * What has not been observed yet is absent, not 0. Cohorts below `minimumSize` show their size in the colour of the
 * grid
 * in place of a rate. The first 500 cohorts are shown.
 *
 * @param cohorts - cells by cohort and offset, and over all cohorts
 * @param options - messages, theme, title, smallest cohort with rates; the width follows from the ages
 * @returns specification, rows `cohorts` and the summary `chart.cohorts` with the rate over all cohorts at the greatest
 * age known
 * @throws {@link RetentionOkrError} INVALID_OPTION for missing messages, an unknown option, theme or schema, or a width
 * outside 160..4000
 * @throws {@link RetentionOkrError} INVALID_INPUT for what is not of the expected shape, INVALID_NUMBER for a number
 * that is not finite, INVALID_INSTANT for a day that is none from 1900 to 2200
 * @example
 * ```ts
 * import { chartCohorts } from 'retention-okr/charts'
 * import { createMessages, en } from 'retention-okr/locales/en'
 *
 * const cells = [
 *   { cohort: '2026-01-01', offset: 0, size: 40, value: 1 },
 *   { cohort: '2026-01-01', offset: 1, size: 40, value: 0.75 },
 *   { cohort: '2026-02-01', offset: 0, size: 50, value: 1 },
 *   { cohort: '2026-02-01', offset: 1, size: 50, value: null },
 * ]
 * const overall = [{ offset: 1, size: 40, value: 0.75 }]
 * const chart = chartCohorts({ cells, overall }, { messages: createMessages(en) })
 * chart.table.rows.length // => 3
 * chart.spec['description'] // => '2 cohorts: 75% remain at age 1.'
 * ```
 * @since 0.1.0
 */
export function chartCohorts(cohorts: PlottedCohorts, options: ChartCohortsOptions): Chart {
  const context = readContext(options, ['minimumSize'])
  const minimumSize = options.minimumSize ?? 1
  assertInteger(minimumSize, { minimum: 1, maximum: Number.MAX_SAFE_INTEGER }, 'options.minimumSize')
  const { messages } = context
  assertPlain(cohorts, 'cohorts')
  const all = readCells(cohorts)
  const names = [...new Set(all.map(({ cohort }) => cohort))].sort(compareCodeUnits)
  const shown = new Set(names.slice(0, maximumRows))
  const cells = all.filter(({ cohort }) => shown.has(cohort))
  return assembleChart(context, {
    title: messages.message({ code: 'heading.cohorts', params: {} }),
    summary: summarise(cohorts, names.length),
    height: { step: 24 },
    widthStep: 44,
    rows: cells.map((cell) => drawnCell(cell, minimumSize, messages)),
    layers: layersOf(context),
    tableName: 'cohorts',
    columns: { cohort: 'day', age: 'integer', size: 'integer', rate: 'ratio' },
    table: cells.map(({ cohort, age, size, rate }) => ({ cohort, age, size, rate })),
    total: names.length,
  })
}

/** The cells that have been observed, by cohort and age: what is not yet known is absent, not 0. */
function readCells({ cells }: PlottedCohorts): Cell[] {
  readItems(cells, 'cohorts.cells')
  return cells
    .flatMap((cell, index): Cell[] => {
      const path = `cohorts.cells[${index}]`
      const rate = readNumber(cell.value, `${path}.value`)
      const age = readNumber(cell.offset, `${path}.offset`)
      const size = readNumber(cell.size, `${path}.size`)
      const cohort = readDay(cell.cohort, `${path}.cohort`)
      return rate === null || age === null || size === null ? [] : [{ cohort, age, size, rate }]
    })
    .sort((a, b) => compareCodeUnits(a.cohort, b.cohort) || a.age - b.age)
}

/** How many are left over all cohorts, at the greatest age that has been observed. */
function summarise({ overall }: PlottedCohorts, count: number): Message | null {
  if (count === 0) return null
  readItems(overall, 'cohorts.overall')
  let [age, rate]: [number | null, number | null] = [null, null]
  for (const [index, cell] of overall.entries()) {
    const value = readNumber(cell.value, `cohorts.overall[${index}].value`)
    const offset = readNumber(cell.offset, `cohorts.overall[${index}].offset`)
    if (value !== null && offset !== null && (age === null || offset > age)) [age, rate] = [offset, value]
  }
  return { code: 'chart.cohorts', params: { cohorts: count, age, rate } }
}

function drawnCell({ cohort, age, size, rate }: Cell, minimumSize: number, messages: Messages): DrawnRow {
  const small = size < minimumSize
  const label = messages.date(cohort)
  const people = `n=${messages.number(size)}`
  const share = messages.percent(rate, 0)
  const alt = small ? `${label}, ${age}: ${people}` : `${label}, ${age}: ${share} (${people})`
  return { cohort: label, age, rate, small, text: small ? people : share, alt }
}

function layersOf({ palette }: ChartContext): LayerSpec[] {
  const x: FieldChannel = {
    field: 'age',
    type: 'ordinal',
    axis: { title: null, orient: 'top', labelAngle: 0, ticks: false, domain: false },
  }
  const y: FieldChannel = {
    field: 'cohort',
    type: 'ordinal',
    sort: null,
    axis: { title: null, ticks: false, domain: false },
  }
  return [
    {
      mark: { type: 'rect', stroke: palette.background },
      encoding: {
        x,
        y,
        fill: {
          condition: { test: { field: 'small', equal: true }, value: palette.grid },
          field: 'rate',
          type: 'quantitative',
          scale: { domain: [0, 1], range: [...palette.sequential] },
          legend: null,
        },
        description: altChannel,
      },
    },
    {
      mark: { type: 'text', size: 10, color: palette.text, aria: false },
      encoding: { x, y, text: { field: 'text', type: 'nominal' } },
    },
  ]
}

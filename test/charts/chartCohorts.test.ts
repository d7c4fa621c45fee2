import { describe, expect, it } from 'vitest'
import { cohorts } from '../../docs/examples/galleryData.js'
import { chartCohorts } from '../../src/charts/index.js'
import { palettes } from '../../src/charts/palette.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()

describe('chartCohorts', () => {
  const chart = chartCohorts(cohorts, { messages, minimumSize: 10 })

  it('is a triangle: what is not yet known is absent', () => {
    const rows = rowsOf(chart, undefined)
    expect(rows).toHaveLength(7 + 6 + 5 + 4 + 3 + 2)
    expect(rows[1]).toEqual({
      cohort: '2025-05-01',
      age: 1,
      rate: 0.81,
      small: false,
      text: '81 %',
      alt: '2025-05-01, 1: 81 % (n=96)',
    })
    expect([chart.spec['width'], chart.spec['height']]).toEqual([{ step: 44 }, { step: 24 }])
  })

  it('shows the size of a small cohort in place of its rate, in the colour of the grid', () => {
    const small = rowsOf(chart, undefined).filter(({ small }) => small === true)
    expect(small.map(({ cohort, text }) => [cohort, text])).toEqual(Array(4).fill(['2025-08-01', 'n=7']))
    expect(layersOf(chart, 'rect')[0]?.encoding['fill']?.['condition']).toEqual({
      test: { field: 'small', equal: true },
      value: palettes.light.grid,
    })
    expect(
      rowsOf(chartCohorts(cohorts, { messages, minimumSize: 7 }), undefined).some(({ small }) => small === true),
    ).toBe(false)
  })

  it('keeps a cell of nobody retained: 0 is not the same as unknown', () => {
    const cells = [{ cohort: '2025-05-01', offset: 1, size: 20, value: 0 }]
    expect(rowsOf(chartCohorts({ cells, overall: [] }, { messages }), undefined)).toHaveLength(1)
  })

  it('sums up the oldest age that is known over all cohorts', () => {
    expect(chart.summary).toEqual({ code: 'chart.cohorts', params: { cohorts: 6, age: 6, rate: 0.55 } })
  })

  it('does not depend on the order of the cells', () => {
    const reversed = { cells: [...cohorts.cells].reverse(), overall: [...cohorts.overall].reverse() }
    expect(chartCohorts(reversed, { messages, minimumSize: 10 })).toEqual(chart)
  })

  it('refuses a minimum below 1 and cells without a cohort', () => {
    expect(() => chartCohorts(cohorts, { messages, minimumSize: 0 })).toThrow(
      errorAt('INVALID_OPTION', 'options.minimumSize'),
    )
    expect(() => chartCohorts({ cells: [{ offset: 0, size: 3, value: 1 }], overall: [] }, { messages })).toThrow(
      errorAt('INVALID_INSTANT', 'cohorts.cells[0].cohort'),
    )
  })
})

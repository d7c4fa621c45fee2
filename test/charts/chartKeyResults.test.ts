import { describe, expect, it } from 'vitest'
import { keyResults } from '../../docs/examples/galleryData.js'
import { chartKeyResults } from '../../src/charts/index.js'
import { palettes } from '../../src/charts/palette.js'
import { errorAt, layersOf, rowsOf } from './read.js'
import { plainMessages } from './words.js'

const messages = plainMessages()
const base = { status: 'on_track', expected: 0.5, points: [], plan: [], forecast: null }
const one = (title: string, progress: number | null, status = 'on_track') => ({
  ...base,
  title,
  status,
  score: { progress },
})

describe('chartKeyResults', () => {
  const chart = chartKeyResults(keyResults, { messages })
  const [ranges, bars, ticks, marks, texts] = layersOf(chart)

  it('has ranges, progress, pace, status and words, from back to front', () => {
    expect(layersOf(chart).map(({ mark }) => mark['type'])).toEqual(['bar', 'bar', 'tick', 'point', 'text'])
    expect(ranges?.mark).toMatchObject({ height: 20, aria: false })
    expect(bars?.mark).toMatchObject({ height: 8, clip: true })
    expect(ticks?.mark).toMatchObject({ height: 20, width: 3, color: palettes.light.text, aria: false })
    expect(marks?.encoding['x']).toEqual({ value: 654 })
    expect(texts?.encoding['x']).toEqual({ value: 666 })
    expect(chart.spec['height']).toEqual({ step: 30 })
  })

  it('has three ranges a key result, in one hue', () => {
    expect(rowsOf(chart, ranges)).toHaveLength(3 * keyResults.length)
    expect(
      rowsOf(chart, ranges)
        .slice(0, 3)
        .map(({ from, to }) => [from, to]),
    ).toEqual([
      [0, 0.4],
      [0.4, 0.7],
      [0.7, 1],
    ])
    expect(ranges?.encoding['fill']?.scale?.['range']).toEqual(palettes.light.ranges)
  })

  it('draws from -20 % at most to 120 %', () => {
    const domain = (progress: number | null) => {
      return layersOf(chartKeyResults([one('a', progress)], { messages }))[0]?.encoding['x']?.scale?.['domain']
    }
    expect(domain(0.5)).toEqual([0, 1.2])
    expect(domain(-0.1)).toEqual([-0.1, 1.2])
    expect(domain(-4)).toEqual([-0.2, 1.2])
    expect(domain(null)).toEqual([0, 1.2])
  })

  it('says progress and status in words; beyond the scale with >, without data so', () => {
    expect(rowsOf(chart, texts).map(({ text }) => text)).toEqual([
      '-40 % · off_track',
      '>120 % · attained',
      '70 % · on_track',
      'no_data',
      '60 % · at_risk',
    ])
    expect(rowsOf(chart, bars)[1]?.['alt']).toBe('Net promoter score: 150 % · attained')
    expect(rowsOf(chartKeyResults([one('a', 1.2)], { messages }), texts && undefined)[0]?.['text']).toBe(
      '120 % · on_track',
    )
    const waiting = chartKeyResults([one('a', null, 'not_started')], { messages })
    expect(rowsOf(waiting, undefined)[0]?.['text']).toBe('no_data · not_started')
  })

  it('draws no bar without progress', () => {
    expect(rowsOf(chart, bars).map(({ keyResult }) => keyResult)).not.toContain('Second purchase within 60 days')
    expect(rowsOf(chart, bars)).toHaveLength(4)
  })

  it('shows a status that it does not know as it is, neutral', () => {
    const [row] = rowsOf(chartKeyResults([one('a', 0.3, 'paused')], { messages }), undefined)
    expect(row).toMatchObject({ status: 'neutral', text: '30 % · paused' })
  })

  it('counts tones in the summary', () => {
    expect(chart.summary).toEqual({
      code: 'chart.keyResults',
      params: { keyResults: 5, good: 2, warning: 1, bad: 1, neutral: 1 },
    })
  })

  it('has codes and whole names in the table', () => {
    const name = 'A very long name of a key result that is cut in the picture'
    const { table } = chartKeyResults([one(name, 0.3)], { messages })
    expect(table.name).toBe('key-results')
    expect(table.rows).toEqual([{ keyResult: name, progress: 0.3, expected: 0.5, status: 'on_track' }])
  })

  it('shows the first 500 and says so', () => {
    const many = Array.from({ length: 501 }, (_, index) => one(`k${index}`, 0.5))
    const long = chartKeyResults(many, { messages })
    expect(long.table.rows).toHaveLength(500)
    expect(long.summary).toEqual({ code: 'chart.truncated', params: { shown: 500, total: 501 } })
    expect(long.spec['description']).toBe('chart.keyResults chart.truncated')
    expect(chartKeyResults(many.slice(0, 500), { messages }).summary.code).toBe('chart.keyResults')
  })

  it('refuses what is not a finite number, by path', () => {
    const broken = [one('a', 0.5), one('b', Number.NaN)]
    expect(() => chartKeyResults(broken, { messages })).toThrow(
      errorAt('INVALID_NUMBER', 'keyResults[1].score.progress'),
    )
    expect(() => chartKeyResults([{ ...one('a', 0), expected: Infinity }], { messages })).toThrow(
      errorAt('INVALID_NUMBER', 'keyResults[0].expected'),
    )
    expect(() => chartKeyResults({} as never, { messages })).toThrow(errorAt('INVALID_INPUT', 'keyResults'))
    expect(() => chartKeyResults([{ ...one('a', 0), title: 3 as never }], { messages })).toThrow(
      errorAt('INVALID_INPUT', 'keyResults[0].title'),
    )
  })
})

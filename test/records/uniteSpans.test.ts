import { describe, expect, it } from 'vitest'
import { setSpans, spanList, spansOf } from '../../src/records/spanList.js'
import { uniteSpans } from '../../src/records/uniteSpans.js'

const day = 86_400_000
const open = Number.POSITIVE_INFINITY

function united(spans: [number, number][], options = {}, timeZone = 'UTC'): [number, number][] {
  const list = spanList(spans.map(([start, end]) => ({ start, end })))
  uniteSpans(list, options, timeZone)
  return spansOf(list).map(({ start, end }) => [start, end])
}

describe('uniteSpans', () => {
  it.each([
    ['nothing', [], []],
    [
      'spans that touch',
      [
        [5, 9],
        [0, 5],
      ],
      [[0, 9]],
    ],
    [
      'a span inside another',
      [
        [0, 9],
        [2, 3],
        [12, 13],
      ],
      [
        [0, 9],
        [12, 13],
      ],
    ],
    [
      'an open end',
      [
        [0, open],
        [5, 7],
      ],
      [[0, open]],
    ],
    [
      'spans apart, put in order',
      [
        [8, 9],
        [4, 5],
        [0, 1],
      ],
      [
        [0, 1],
        [4, 5],
        [8, 9],
      ],
    ],
  ] as [string, [number, number][], [number, number][]][])('unites %s', (_name, spans, expected) => {
    expect(united(spans)).toEqual(expected)
  })

  it('puts many spans in order as it does few', () => {
    const apart = Array.from({ length: 40 }, (_, at): [number, number] => [at * 10, at * 10 + 5])
    expect(united([...apart].reverse())).toEqual(apart)
    const touching = Array.from({ length: 40 }, (_, at): [number, number] => [at * 10, at * 10 + 10])
    expect(united([...touching.slice(20), ...touching.slice(0, 20)])).toEqual([[0, 400]])
  })

  it('bridges gaps within the tolerance, and within a day, and drops what lies within one', () => {
    const spans: [number, number][] = [
      [0, day],
      [3 * day, 4 * day],
    ]
    expect(united(spans, { gapToleranceDays: 1 })).toEqual(spans)
    expect(united(spans, { gapToleranceDays: 2 })).toEqual([[0, 4 * day]])
    const sameDay: [number, number][] = [
      [0, day + 1],
      [day + 5, 2 * day],
      [9 * day + 1, 9 * day + 2],
    ]
    expect(united(sameDay)).toEqual(sameDay)
    expect(united(sameDay, { netWithinDay: true })).toEqual([[0, 2 * day]])
    expect(united([[1, 2]], { netWithinDay: true })).toEqual([])
  })

  it('takes one list for one customer after another', () => {
    const list = spanList(Array.from({ length: 40 }, (_, at) => ({ start: at * 2, end: at * 2 + 1 })))
    setSpans(list, [{ start: 7, end: 8 }])
    uniteSpans(list, {}, 'UTC')
    expect(spansOf(list)).toEqual([{ start: 7, end: 8 }])
  })
})

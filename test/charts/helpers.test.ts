import { describe, expect, it } from 'vitest'
import { dayChannel } from '../../src/charts/dayChannel.js'
import { type Palette, palettes } from '../../src/charts/palette.js'
import { rowLabels } from '../../src/charts/rowLabels.js'
import { seriesLabels } from '../../src/charts/seriesLabels.js'
import { seriesScales } from '../../src/charts/seriesScales.js'
import { shortLabel } from '../../src/charts/shortLabel.js'
import { thinSteps } from '../../src/charts/thinSteps.js'
import { clean } from '../../src/internal/clean.js'
import { toneOf } from '../../src/internal/toneOf.js'

describe('clean', () => {
  it.each([
    ['plain', 'plain'],
    ['tab\tand\nline', 'tab\tand\nline'],
    ['\u0000\u0008\u000B\u000C\u000E\u001F\u007F\uFFFE\uFFFF', '\uFFFD'.repeat(9)],
    ['lone \uD800 and \uDC00', 'lone \uFFFD and \uFFFD'],
    ['pair 😀', 'pair 😀'],
    ['\u061C\u200E\u200F\u202Aa\u202E\u2066b\u2069', 'ab'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(clean(text)).toBe(expected)
  })

  it('cuts at 500 code points, never inside one', () => {
    expect([...clean('😀'.repeat(501))]).toHaveLength(500)
    expect(clean('😀'.repeat(501))).toBe('😀'.repeat(500))
    expect(clean('x'.repeat(500))).toBe('x'.repeat(500))
    expect(clean(`\u202E`.repeat(10) + 'x'.repeat(501))).toBe('x'.repeat(500))
  })

  it('takes a text of millions without reading it all', () => {
    expect(clean('x'.repeat(5_000_000))).toHaveLength(500)
  })
})

describe('shortLabel', () => {
  it.each([
    ['  two \n lines ', 'two lines'],
    ['x'.repeat(40), 'x'.repeat(40)],
    ['x'.repeat(41), `${'x'.repeat(39)}…`],
    ['e\u0301'.repeat(41), `${'e\u0301'.repeat(39)}…`],
    ['👩‍👩‍👧‍👦'.repeat(41), `${'👩‍👩‍👧‍👦'.repeat(39)}…`],
    ['👍🏽'.repeat(40), '👍🏽'.repeat(40)],
    ['🇪🇸'.repeat(41), `${'🇪🇸'.repeat(39)}…`],
    ['日本'.repeat(21), `${'日本'.repeat(19)}日…`],
  ])('%j', (name, expected) => {
    expect(shortLabel(name)).toBe(expected)
  })
})

describe('rowLabels', () => {
  it.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    [
      ['a', 'a', 'a'],
      ['a', 'a (2)', 'a (3)'],
    ],
    [
      ['a (2)', 'a', 'a'],
      ['a (2)', 'a', 'a (3)'],
    ],
    [
      ['a', 'a', 'a (2)'],
      ['a', 'a (2)', 'a (2) (2)'],
    ],
    [
      ['', '  '],
      ['', ' (2)'],
    ],
    [
      ['constructor', '__proto__', 'constructor'],
      ['constructor', '__proto__', 'constructor (2)'],
    ],
    [[], []],
  ])('%j', (names, expected) => {
    expect(rowLabels(names)).toEqual(expected)
  })

  it('tells apart what is equal after the cut', () => {
    const [first, second] = rowLabels([`${'x'.repeat(50)}1`, `${'x'.repeat(50)}2`])
    expect(second).toBe(`${first} (2)`)
  })
})

describe('seriesLabels', () => {
  it('makes plain names of the members of every object', () => {
    expect(seriesLabels(['toString', '__proto__', 'plan'])).toEqual(['toString\u00A0', '__proto__\u00A0', 'plan'])
  })
})

describe('seriesScales', () => {
  it('has four colours and patterns, then neutral', () => {
    const { color, dash } = seriesScales('segment', ['a', 'b', 'c', 'd', 'e'], palettes.light)
    expect(color.scale?.range).toEqual([...palettes.light.series, palettes.light.neutral])
    expect(new Set((dash.scale?.range ?? []).slice(0, 4).map(String)).size).toBe(4)
  })

  it('needs no legend for one series', () => {
    expect(seriesScales('segment', ['a'], palettes.light).color.legend).toBeNull()
  })
})

describe('dayChannel', () => {
  it('is in UTC, with the year when the days span more than one', () => {
    const axis = (days: string[]) => dayChannel('date', days).axis?.format
    expect(dayChannel('date', []).scale).toEqual({ type: 'utc' })
    expect(axis([])).toBe('%d %b')
    expect(axis(['2025-01-01', '2026-01-02'])).toBe('%d %b')
    expect(axis(['2026-01-03', '2025-01-01'])).toBe('%b %Y')
  })
})

describe('thinSteps', () => {
  it('keeps the first, the last and what differs by a pixel', () => {
    expect(thinSteps([0, 0.001, 0.002, 0.01, 0.011, 0.012], (share) => share)).toEqual([0, 0.01, 0.012])
    expect(thinSteps([0.5], (share) => share)).toEqual([0.5])
    expect(thinSteps([], () => 0)).toEqual([])
  })
})

describe('toneOf', () => {
  it.each([
    ['on_track', 'good'],
    ['attained', 'good'],
    ['achieved', 'good'],
    ['at_risk', 'warning'],
    ['stale', 'warning'],
    ['partial', 'warning'],
    ['off_track', 'bad'],
    ['missed', 'bad'],
    ['no_data', 'neutral'],
    ['not_started', 'neutral'],
    ['awaiting_outcome', 'neutral'],
    ['dropped', 'neutral'],
    ['critical', 'bad'],
    ['info', 'neutral'],
    ['constructor', 'neutral'],
    ['something else', 'neutral'],
  ])('%s is %s', (code, tone) => {
    expect(toneOf(code)).toBe(tone)
  })
})

/** Linear red, green and blue of `#RRGGBB`. */
function linear(color: string): number[] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0))
}

/** CIE Lab of linear red, green and blue, white D65. */
function labOf(rgb: readonly number[]): number[] {
  const [x = 0, y = 0, z = 0] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb.map((part) => Math.min(1, Math.max(0, part))),
  )
  const root = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116)
  const [fx, fy, fz] = [root(x / 0.95047), root(y), root(z / 1.08883)]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

/** How colours are seen: Machado, Oliveira and Fernandes 2009, severity 1. */
const visions = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** Least distance (CIE 1976) between two of the colours under any vision. */
function leastDistance(colors: readonly string[]): number {
  return Math.min(
    ...Object.values(visions).flatMap((vision) => {
      const labs = colors.map((color) => labOf(times(vision, linear(color))))
      return labs.flatMap((a, index) =>
        labs.slice(index + 1).map((b) => Math.hypot(...a.map((part, at) => part - (b[at] ?? 0)))),
      )
    }),
  )
}

describe('palettes', () => {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = linear(color)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string): number => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
    return (light + 0.05) / (dark + 0.05)
  }

  it('tells good, warning and bad apart under every kind of colour blindness', () => {
    const least = ({ good, warning, bad }: Palette) => leastDistance([good, warning, bad])
    expect(least(palettes.light)).toBeGreaterThan(29)
    expect(least(palettes.dark)).toBeGreaterThan(19)
    // What it would be with the usual three.
    expect(leastDistance(['#2E7D32', '#F9A825', '#C62828'])).toBeLessThan(25)
  })

  it.each(Object.entries(palettes))(
    '%s: text reads at 4.5 : 1, marks at 3 : 1, also on the ranges',
    (_name, palette) => {
      for (const color of [palette.text, palette.axis]) expect(contrast(color, palette.background)).toBeGreaterThan(4.5)
      for (const color of palette.sequential) expect(contrast(color, palette.text)).toBeGreaterThan(4.5)
      const marks = [palette.good, palette.warning, palette.bad, palette.neutral, palette.accent, ...palette.series]
      for (const color of marks) expect(contrast(color, palette.background)).toBeGreaterThan(3)
      for (const range of palette.ranges) {
        for (const color of [palette.good, palette.warning, palette.bad])
          expect(contrast(color, range)).toBeGreaterThan(3)
      }
    },
  )
})

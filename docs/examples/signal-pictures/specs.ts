/** How a mark is meant: as usual, what was found, or what is compared with. */
export type Tone = 'usual' | 'found' | 'reference'

/** A value with its interval. */
export interface Interval {
  name: string
  value: number
  lower?: number
  upper?: number
  tone: Tone
}

/** A point of a series. */
export interface Point {
  name: string
  value: number
  tone: Tone
}

/** Event days of one row. */
export interface Events {
  name: string
  days: string[]
  tone: Tone
}

/** A line across a picture, with its words. */
export interface Line {
  value: number
  label: string
}

interface Words {
  title: string
  subtitle: string
  axis: string
  /** Format of the numbers, as d3-format has it. */
  format: string
}

type Spec = Record<string, unknown>

const longestLine = 84
const colours = { usual: '#5a6b7b', found: '#b3261e', reference: '#1f6feb' }
const colour = {
  field: 'tone',
  type: 'nominal',
  scale: { domain: Object.keys(colours), range: Object.values(colours) },
  legend: null,
}
const config = {
  background: '#ffffff',
  font: 'Helvetica, Arial, sans-serif',
  view: { stroke: null },
  padding: 12,
  title: { anchor: 'start', fontSize: 15, subtitleFontSize: 12, subtitleColor: '#444', offset: 12 },
  axis: { labelFontSize: 11, titleFontSize: 11, titleFontWeight: 'normal', gridColor: '#e6e6e6', domainColor: '#999' },
}

function frame({ title, subtitle }: Words, height: number | Spec, layer: Spec[]): Spec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: title, subtitle: wrapped(subtitle) },
    width: 500,
    height,
    config,
    layer,
  }
}

/** Lines of the width of a picture. */
function wrapped(text: string): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length > longestLine) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

/** Values of periods in a row, and what they are compared with. */
export function seriesPicture(words: Words, points: readonly Point[], lines: readonly Line[], from: number): Spec {
  const x = { field: 'name', type: 'ordinal', sort: null, title: null, axis: { labelAngle: 0, labelOverlap: true } }
  const scale = { domainMin: from, nice: true }
  const y = {
    field: 'value',
    type: 'quantitative',
    title: words.axis,
    scale,
    axis: { format: words.format, tickCount: 5 },
  }
  return frame(words, 190, [
    ...lineLayers('y', words, lines),
    { data: { values: points }, mark: { type: 'line', color: '#b8c2cc', strokeWidth: 2 }, encoding: { x, y } },
    {
      data: { values: points },
      mark: { type: 'point', filled: true, size: 75, opacity: 1 },
      encoding: { x, y, color: colour },
    },
  ])
}

/** Values with their intervals, one row each, and the limits that count. */
export function intervalPicture(
  words: Words,
  rows: readonly Interval[],
  lines: readonly Line[],
  domain: [number, number],
): Spec {
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    title: null,
    axis: { labelLimit: 280, ticks: false, grid: true },
  }
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    title: words.axis,
    scale: { domain, nice: false },
    axis: { format: words.format, tickCount: 6 },
  })
  const ranges = rows.filter(({ lower, upper }) => lower !== undefined && upper !== undefined)
  return frame(words, { step: 34 }, [
    ...lineLayers('x', words, lines, domain),
    {
      data: { values: ranges },
      mark: { type: 'rule', strokeWidth: 3, opacity: 0.55 },
      encoding: { y, x: x('lower'), x2: { field: 'upper' }, color: colour },
    },
    {
      data: { values: rows },
      mark: { type: 'point', filled: true, size: 95, opacity: 1 },
      encoding: { y, x: x('value'), color: colour },
    },
  ])
}

/** Days with an event, the window that is judged, and the day of the verdict. */
export function timelinePicture(
  words: Words,
  rows: readonly Events[],
  window: { start: string; end: string; label: string },
): Spec {
  const values = rows.flatMap(({ name, days, tone }) => days.map((day) => ({ name, day, tone })))
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    title: null,
    axis: { labelLimit: 280, ticks: false, domain: false, offset: 14 },
  }
  const x = (field: string) => ({
    field,
    type: 'temporal',
    scale: { type: 'utc', padding: 10 },
    title: null,
    axis: { tickCount: 8 },
  })
  const band = { data: { values: [window] } }
  return frame(words, { step: 44 }, [
    { ...band, mark: { type: 'rect', color: '#f3d9d7' }, encoding: { x: x('start'), x2: { field: 'end' } } },
    {
      ...band,
      mark: { type: 'text', align: 'right', baseline: 'bottom', dx: -4, dy: -3, fontSize: 11, color: '#7a1a14' },
      encoding: { x: x('end'), y: { value: 0 }, text: { field: 'label' } },
    },
    {
      data: { values },
      mark: { type: 'point', filled: true, size: 95, opacity: 1 },
      encoding: { y, x: x('day'), color: colour },
    },
  ])
}

function lineLayers(channel: 'x' | 'y', words: Words, lines: readonly Line[], domain?: [number, number]): Spec[] {
  if (lines.length === 0) return []
  const scale = domain === undefined ? {} : { scale: { domain, nice: false } }
  const place = { field: 'value', type: 'quantitative', title: words.axis, ...scale }
  const text =
    channel === 'y'
      ? { mark: { align: 'left', dx: 6, baseline: 'middle' }, encoding: { x: { value: 'width' } } }
      : { mark: { align: 'left', dx: 4, dy: -6, baseline: 'bottom' }, encoding: { y: { value: 0 } } }
  return [
    {
      data: { values: lines },
      mark: { type: 'rule', color: colours.reference, strokeDash: [5, 4] },
      encoding: { [channel]: place },
    },
    {
      data: { values: lines },
      mark: { type: 'text', fontSize: 11, color: colours.reference, ...text.mark },
      encoding: { [channel]: place, text: { field: 'label' }, ...text.encoding },
    },
  ]
}

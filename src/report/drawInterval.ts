import type { IntervalPicture } from './model.js'
import { placeOn } from './placeOn.js'
import { svg } from './svg.js'

const width = 160
const height = 14
const margin = 5

/** An estimate as a dot in its interval. */
export function drawInterval({ label, tone, value, lower, upper }: IntervalPicture): string {
  const [dot, left, right] = [value, lower, upper].map((share) => margin + placeOn(share, width - 2 * margin))
  return svg(
    'span',
    { width, height },
    label,
    `<g class="${tone}"><line class="path" x1="${left}" y1="7" x2="${right}" y2="7"/>` +
      `<circle class="dot" cx="${dot}" cy="7" r="4"/></g>`,
  )
}

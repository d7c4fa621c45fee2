import type { NpsPicture } from './model.js'
import { placeOn } from './placeOn.js'
import { svg } from './svg.js'

const size = { width: 160, height: 14 }

/** Detractors, passives and promoters as parts of one bar. */
export function drawNps({ label, detractors, passives }: NpsPicture): string {
  const [first, second] = [placeOn(detractors, size.width), placeOn(detractors + passives, size.width)]
  return svg(
    'bullet',
    size,
    label,
    `<rect class="track" x="0" y="2" width="${size.width}" height="10"/>` +
      `<g class="bad"><rect class="bar" x="0" y="2" width="${first}" height="10"/></g>` +
      `<g class="good"><rect class="bar" x="${second}" y="2" width="${round(size.width - second)}" height="10"/></g>`,
  )
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}

import type { ControlPicture, PicturePoint } from './model.js'
import { placeOn } from './placeOn.js'
import { svg } from './svg.js'

const width = 220
const height = 48
const margin = 4

/** A series as a small control chart: values, mean, limits; special values as dots. */
export function drawControl({ label, limits, means, points }: ControlPicture): string {
  const dots = points
    .filter(({ tone }) => tone !== 'neutral')
    .map((point) => `<g class="${point.tone}"><circle class="dot" cx="${xOf(point)}" cy="${yOf(point)}" r="2.5"/></g>`)
  return svg(
    'control',
    { width, height },
    label,
    limits.map((limit) => `<polyline class="plan" points="${line(limit)}"/>`).join('') +
      means.map((mean) => `<polyline class="mean" points="${line(mean)}"/>`).join('') +
      `<polyline class="course" points="${line(points)}"/>${dots.join('')}`,
  )
}

function line(points: readonly PicturePoint[]): string {
  return points.map((point) => `${xOf(point)},${yOf(point)}`).join(' ')
}

function xOf({ x }: PicturePoint): number {
  return margin + placeOn(x, width - 2 * margin)
}

function yOf({ y }: PicturePoint): number {
  return margin + placeOn(1 - y, height - 2 * margin)
}

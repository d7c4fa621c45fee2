import { clean } from '../internal/clean.js'
import { escapeHtml } from './escapeHtml.js'
import type { PictureLine, PicturePoint, TrajectoryPicture } from './model.js'
import { placeOn } from './placeOn.js'
import { svg } from './svg.js'

const width = 640
const height = 140
const margin = 8
const marginAbove = 20

/** The check-ins beside the target and the plan. */
export function drawTrajectory({ label, plan, points, tone, target }: TrajectoryPicture): string {
  const dots = points.map((point) => `<circle class="dot" cx="${xOf(point)}" cy="${yOf(point)}" r="4"/>`)
  return svg(
    'trajectory',
    { width, height },
    label,
    `${level(target)}<polyline class="plan" points="${line(plan)}"/>` +
      `<g class="${tone}"><polyline class="path" points="${line(points)}"/>${dots.join('')}</g>`,
  )
}

/** A level across the picture, its words on the outer side, where nothing else is drawn. */
function level({ y, label }: PictureLine): string {
  const place = yOf({ x: 0, y })
  const base = y < 0.5 ? place + 15 : place - 6
  return (
    `<line class="goal" x1="${margin}" y1="${place}" x2="${width - margin}" y2="${place}"/>` +
    `<text class="label" x="${width - margin}" y="${base}">${escapeHtml(clean(label))}</text>`
  )
}

function line(points: readonly PicturePoint[]): string {
  return points.map((point) => `${xOf(point)},${yOf(point)}`).join(' ')
}

function xOf({ x }: PicturePoint): number {
  return margin + placeOn(x, width - 2 * margin)
}

function yOf({ y }: PicturePoint): number {
  return marginAbove + placeOn(1 - y, height - 2 * marginAbove)
}

import { clean } from '../internal/clean.js'
import { escapeHtml } from './escapeHtml.js'
import type { BulletPicture, Picture, PicturePoint, TrajectoryPicture } from './model.js'

const width = 640
const bulletHeight = 22
const trajectoryHeight = 120
const margin = 6

/** A picture as inline SVG; all that varies is an attribute, nothing is style. */
export function drawPicture(picture: Picture): string {
  return picture.type === 'bullet' ? drawBullet(picture) : drawTrajectory(picture)
}

function drawBullet({ label, progress, expected, tone }: BulletPicture): string {
  const length = place(Math.min(1, progress ?? 0), width)
  const mark = Math.min(width - 1, Math.max(1, place(Math.min(1, expected), width)))
  return svg(
    'bullet',
    bulletHeight,
    label,
    `<rect class="track" x="0" y="4" width="${width}" height="14" rx="3"/>` +
      (progress === null
        ? ''
        : `<g class="${tone}"><rect class="bar" x="0" y="7" width="${length}" height="8" rx="2"/></g>`) +
      `<line class="mark" x1="${mark}" y1="1" x2="${mark}" y2="21"/>`,
  )
}

function drawTrajectory({ label, plan, points, tone }: TrajectoryPicture): string {
  const dots = points.map((point) => `<circle class="dot" cx="${xOf(point)}" cy="${yOf(point)}" r="4"/>`)
  return svg(
    'trajectory',
    trajectoryHeight,
    label,
    `<rect class="frame" x="${margin}" y="${margin}" width="${width - 2 * margin}" height="${trajectoryHeight - 2 * margin}"/>` +
      `<polyline class="plan" points="${line(plan)}"/>` +
      `<g class="${tone}"><polyline class="path" points="${line(points)}"/>${dots.join('')}</g>`,
  )
}

function svg(name: string, height: number, label: string, content: string): string {
  const text = escapeHtml(clean(label))
  return `<svg class="${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${text}">${content}</svg>`
}

function line(points: readonly PicturePoint[]): string {
  return points.map((point) => `${xOf(point)},${yOf(point)}`).join(' ')
}

function xOf({ x }: PicturePoint): number {
  return margin + place(x, width - 2 * margin)
}

function yOf({ y }: PicturePoint): number {
  return trajectoryHeight - margin - place(Math.min(1, Math.max(0, y)), trajectoryHeight - 2 * margin)
}

/** A place on an axis, to a tenth of a pixel. */
function place(share: number, length: number): number {
  return Math.round(share * length * 10) / 10
}

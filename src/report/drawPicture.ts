import { clean } from '../internal/clean.js'
import { escapeHtml } from './escapeHtml.js'
import type { BulletPicture, Picture, PictureLine, PicturePoint, TrajectoryPicture } from './model.js'

const bulletWidth = 160
const bulletHeight = 16
const width = 640
const trajectoryHeight = 140
const margin = 8
const marginAbove = 20

/** A picture as inline SVG; all that varies is an attribute, nothing is style. */
export function drawPicture(picture: Picture): string {
  return picture.type === 'bullet' ? drawBullet(picture) : drawTrajectory(picture)
}

function drawBullet({ label, progress, expected, tone }: BulletPicture): string {
  const length = place(Math.min(1, Math.max(0, progress ?? 0)), bulletWidth)
  const mark = Math.min(bulletWidth - 1, Math.max(1, place(Math.min(1, expected), bulletWidth)))
  const bar = `<g class="${tone}"><rect class="bar" x="0" y="4" width="${length}" height="8" rx="2"/></g>`
  return svg(
    'bullet',
    { width: bulletWidth, height: bulletHeight },
    label,
    `<rect class="track" x="0" y="4" width="${bulletWidth}" height="8" rx="2"/>${progress === null ? '' : bar}` +
      `<line class="mark" x1="${mark}" y1="0" x2="${mark}" y2="${bulletHeight}"/>`,
  )
}

function drawTrajectory({ label, plan, points, tone, target }: TrajectoryPicture): string {
  const dots = points.map((point) => `<circle class="dot" cx="${xOf(point)}" cy="${yOf(point)}" r="4"/>`)
  return svg(
    'trajectory',
    { width, height: trajectoryHeight },
    label,
    `${level(target)}<polyline class="plan" points="${line(plan)}"/>` +
      `<g class="${tone}"><polyline class="path" points="${line(points)}"/>${dots.join('')}</g>`,
  )
}

/** A level across the picture, its words on the outer side, where nothing else is drawn. */
function level({ y, label }: PictureLine): string {
  const height = yOf({ x: 0, y })
  return (
    `<line class="goal" x1="${margin}" y1="${height}" x2="${width - margin}" y2="${height}"/>` +
    `<text class="label" x="${width - margin}" y="${y < 0.5 ? height + 15 : height - 6}">${escapeHtml(clean(label))}</text>`
  )
}

function svg(name: string, size: { width: number; height: number }, label: string, content: string): string {
  const text = escapeHtml(clean(label))
  return `<svg class="${name}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${text}">${content}</svg>`
}

function line(points: readonly PicturePoint[]): string {
  return points.map((point) => `${xOf(point)},${yOf(point)}`).join(' ')
}

function xOf({ x }: PicturePoint): number {
  return margin + place(x, width - 2 * margin)
}

function yOf({ y }: PicturePoint): number {
  return marginAbove + place(1 - Math.min(1, Math.max(0, y)), trajectoryHeight - 2 * marginAbove)
}

/** A place on an axis, to a tenth of a pixel. */
function place(share: number, length: number): number {
  return Math.round(share * length * 10) / 10
}

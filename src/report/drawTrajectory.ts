import { clean } from '../internal/clean.js'
import { createFrame } from './createFrame.js'
import { escapeHtml } from './escapeHtml.js'
import type { PictureLine, TrajectoryPicture } from './model.js'
import { svg } from './svg.js'

const size = { width: 640, height: 140 }
const margin = 8
const frame = /* @__PURE__ */ createFrame(size, { aside: margin, above: 20 })

/** The check-ins beside the target and the plan. */
export function drawTrajectory({ label, plan, points, tone, target }: TrajectoryPicture): string {
  const dots = points.map((point) => `<circle class="dot" cx="${frame.xOf(point)}" cy="${frame.yOf(point)}" r="4"/>`)
  return svg(
    'trajectory',
    size,
    label,
    `${level(target)}<polyline class="plan" points="${frame.line(plan)}"/>` +
      `<g class="${tone}"><polyline class="path" points="${frame.line(points)}"/>${dots.join('')}</g>`,
  )
}

/** A level across the picture, its words on the outer side, where nothing else is drawn. */
function level({ y, label }: PictureLine): string {
  const place = frame.yOf({ y })
  const base = y < 0.5 ? place + 15 : place - 6
  return (
    `<line class="goal" x1="${margin}" y1="${place}" x2="${size.width - margin}" y2="${place}"/>` +
    `<text class="label" x="${size.width - margin}" y="${base}">${escapeHtml(clean(label))}</text>`
  )
}

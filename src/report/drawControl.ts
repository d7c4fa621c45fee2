import { createFrame } from './createFrame.js'
import type { ControlPicture } from './model.js'
import { svg } from './svg.js'

const size = { width: 220, height: 48 }
const frame = /* @__PURE__ */ createFrame(size, { aside: 4, above: 4 })

/** A series as a small control chart: values, mean, limits; special values as dots. */
export function drawControl({ label, limits, means, points }: ControlPicture): string {
  const dots = points
    .filter(({ tone }) => tone !== 'neutral')
    .map(
      (point) =>
        `<g class="${point.tone}"><circle class="dot" cx="${frame.xOf(point)}" cy="${frame.yOf(point)}" r="2.5"/></g>`,
    )
  return svg(
    'control',
    size,
    label,
    limits.map((limit) => `<polyline class="plan" points="${frame.line(limit)}"/>`).join('') +
      means.map((mean) => `<polyline class="mean" points="${frame.line(mean)}"/>`).join('') +
      `<polyline class="course" points="${frame.line(points)}"/>${dots.join('')}`,
  )
}

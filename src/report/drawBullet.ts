import type { BulletPicture } from './model.js'
import { placeOn } from './placeOn.js'
import { svg } from './svg.js'

const size = { width: 160, height: 16 }

/** Progress as a bar on its track, the expected place as a mark across it. */
export function drawBullet({ label, progress, expected, tone }: BulletPicture): string {
  const length = placeOn(progress ?? 0, size.width)
  const mark = Math.min(size.width - 1, Math.max(1, placeOn(expected, size.width)))
  const bar = `<g class="${tone}"><rect class="bar" x="0" y="4" width="${length}" height="8" rx="2"/></g>`
  return svg(
    'bullet',
    size,
    label,
    `<rect class="track" x="0" y="4" width="${size.width}" height="8" rx="2"/>${progress === null ? '' : bar}` +
      `<line class="mark" x1="${mark}" y1="0" x2="${mark}" y2="${size.height}"/>`,
  )
}

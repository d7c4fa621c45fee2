import type { PicturePoint } from './model.js'
import { placeOn } from './placeOn.js'
import type { PictureSize } from './svg.js'

/** Room that a picture leaves at its edges. */
export interface PictureMargins {
  /** At the left and at the right. */
  aside: number
  /** Above and below. */
  above: number
}

/** Where points from 0 to 1, up as in a chart, stand in a picture. */
export interface Frame {
  xOf(point: Pick<PicturePoint, 'x'>): number
  yOf(point: Pick<PicturePoint, 'y'>): number
  /** The points of a polyline. */
  line(points: readonly PicturePoint[]): string
}

/** The places of points in a picture of a size, within its margins. */
export function createFrame({ width, height }: PictureSize, { aside, above }: PictureMargins): Frame {
  const xOf: Frame['xOf'] = ({ x }) => aside + placeOn(x, width - 2 * aside)
  const yOf: Frame['yOf'] = ({ y }) => above + placeOn(1 - y, height - 2 * above)
  return { xOf, yOf, line: (points) => points.map((point) => `${xOf(point)},${yOf(point)}`).join(' ') }
}

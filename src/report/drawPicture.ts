import { drawBullet } from './drawBullet.js'
import { drawControl } from './drawControl.js'
import { drawInterval } from './drawInterval.js'
import { drawNps } from './drawNps.js'
import { drawTrajectory } from './drawTrajectory.js'
import type { Picture } from './model.js'

/** A picture as inline SVG; all that varies is an attribute, nothing is style. */
export function drawPicture(picture: Picture): string {
  switch (picture.type) {
    case 'bullet':
      return drawBullet(picture)
    case 'trajectory':
      return drawTrajectory(picture)
    case 'control':
      return drawControl(picture)
    case 'interval':
      return drawInterval(picture)
    case 'nps':
      return drawNps(picture)
  }
}

import type { Zone } from '../models/status.js'
import { zoneOrder } from './zones.js'

/** Whether a zone is at least another one. */
export function reachesZone(zone: Zone, from: Zone): boolean {
  return zoneOrder.indexOf(zone) >= zoneOrder.indexOf(from)
}

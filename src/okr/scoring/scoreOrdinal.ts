import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Zone } from '../models/status.js'
import { reachesZone } from './reachesZone.js'
import { zoneOrder, zoneProgress } from './zones.js'

/** A judged zone as progress: fail 0, commit 0.3, target 0.7, stretch 1. */
export function scoreOrdinal(
  zone: Zone,
  options: { readonly attainedFrom?: Exclude<Zone, 'fail'> | undefined } = {},
): { progress: number; zone: Zone; attained: boolean } {
  assertOneOf(zone, zoneOrder, 'zone', 'INVALID_READING')
  assertKnownOptions(options, ['attainedFrom'])
  const { attainedFrom = 'target' } = options
  assertOneOf(attainedFrom, ['commit', 'target', 'stretch'], 'options.attainedFrom')
  return { progress: Number(zoneProgress[zone]), zone, attained: reachesZone(zone, attainedFrom) }
}

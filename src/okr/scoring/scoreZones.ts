import { compareDecimal, Decimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertOneOf } from '../../internal/guards.js'
import type { Quantity } from '../models/quantity.js'
import type { ScoreReason, Zone } from '../models/status.js'
import { readQuantity } from '../readQuantity.js'
import { reachesZone } from './reachesZone.js'
import { zoneOrder, zoneProgress } from './zones.js'

/** Bounds of the zones and a value. */
export interface ZonesData {
  readonly baseline: Quantity
  readonly commit: Quantity
  readonly target: Quantity
  readonly stretch: Quantity
  readonly value: Quantity | null
}

/** A number scored through its zones. */
export interface ZonesScore {
  progress: number | null
  reason?: ScoreReason
  zone: Zone | null
  attained: boolean | null
}

/** Piecewise linear through the bounds; a bound belongs to the higher zone; outside it is clamped. */
export function scoreZones(
  data: ZonesData,
  options: { readonly attainedFrom?: Exclude<Zone, 'fail'> | undefined } = {},
): ZonesScore {
  const { progress, ...score } = zonesOf(data, options)
  return { progress: progress === null ? null : toDouble(progress), ...score }
}

/** The same with the exact progress. */
export function zonesOf(
  data: ZonesData,
  options: { readonly attainedFrom?: Exclude<Zone, 'fail'> | undefined } = {},
): Omit<ZonesScore, 'progress'> & { progress: Decimal | null } {
  assertKnownOptions(options, ['attainedFrom'])
  const { attainedFrom = 'target' } = options
  assertOneOf(attainedFrom, ['commit', 'target', 'stretch'], 'options.attainedFrom')
  const bounds = readBounds(data)
  const { value, reason } = readQuantity(data.value, 'value')
  if (value === null) return { progress: null, reason, zone: null, attained: null }
  const sign = bounds.rises ? 1 : -1
  const passed = bounds.values.filter((bound) => sign * compareDecimal(value, bound) >= 0).length
  const zone = zoneOrder[Math.max(0, passed - 1)] ?? 'fail'
  return { progress: progressAt(value, bounds.values, passed), zone, attained: reachesZone(zone, attainedFrom) }
}

function readBounds(data: ZonesData): { values: Decimal[]; rises: boolean } {
  const values = (['baseline', 'commit', 'target', 'stretch'] as const).map(
    (name) => readQuantity(data[name], name).value ?? fail('INVALID_ZONES', name, 'must be known', 'no value'),
  )
  const steps = values.slice(1).map((value, index) => compareDecimal(value, values[index] as Decimal))
  if (!steps.every((step) => step !== 0 && step === steps[0])) {
    fail('INVALID_ZONES', 'zones', 'must rise or fall from baseline to stretch', 'bounds out of order')
  }
  return { values, rises: steps[0] === 1 }
}

function progressAt(value: Decimal, bounds: readonly Decimal[], passed: number): Decimal {
  const [from, to] = [bounds[passed - 1], bounds[passed]]
  if (from === undefined) return new Decimal(0)
  if (to === undefined) return new Decimal(1)
  const heights = zoneOrder.map((zone) => new Decimal(zoneProgress[zone]))
  const [low, high] = [heights[passed - 1] as Decimal, heights[passed] as Decimal]
  return low.plus(high.minus(low).times(value.minus(from).div(to.minus(from))))
}

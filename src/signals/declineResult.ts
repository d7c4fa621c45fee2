import type { Finding } from '../finding.js'
import type { JsonObject } from '../measurement.js'
import type { DeclineSettings } from './declineSettings.js'
import type { Detectable, SignalResult, UnmetMinimum } from './model.js'
import type { ReadSeries } from './readSeries.js'

type ResultBase = Pick<SignalResult, 'detector' | 'subject' | 'segment' | 'excluded' | 'asOf' | 'definition'>

/** What every result of the search says, whatever the verdict. */
export function resultBase(
  { series, excluded }: ReadSeries,
  settings: DeclineSettings,
  thresholds: JsonObject,
): ResultBase {
  const { asOf, trendLevel: _, ...options } = settings
  return {
    detector: 'detectSustainedDecline',
    subject: series.metric,
    ...(series.segment === undefined ? {} : { segment: { ...series.segment } }),
    excluded,
    asOf,
    definition: { ...options, ...thresholds },
  }
}

/** The verdict when a minimum is not met. */
export function notEnoughData(base: ResultBase, missing: UnmetMinimum[]): SignalResult {
  return { ...base, status: 'not_enough_data', findings: [], missing, cautions: [], comparisons: 0 }
}

/** The finding of a drift, with the evidence of its result. */
export function driftFinding(
  { series }: ReadSeries,
  drift: Pick<Finding, 'since' | 'evidence' | 'method'> & { unfavourable: boolean; confirmed: boolean; down: boolean },
): Finding {
  const { unfavourable, confirmed, down, since, evidence, method } = drift
  return {
    code: unfavourable ? 'trend.sustained_decline' : 'trend.sustained_improvement',
    severity: unfavourable ? (confirmed ? 'critical' : 'warning') : 'info',
    subject: series.metric,
    ...(series.segment === undefined ? {} : { segment: { ...series.segment } }),
    since: since ?? null,
    evidence,
    method,
    params: { direction: down ? 'down' : 'up' },
  }
}

/** The detectable change of a result; null when it is not defined. */
export function detectableOf(value: number | null, unit: string): Detectable | null {
  return value === null ? null : { value, unit, power: 0.8 }
}

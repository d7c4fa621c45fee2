import { canonicalJson } from '../../internal/canonicalJson.js'
import { assertPlain } from '../../internal/guards.js'
import type { MetricReference } from '../models/keyResult.js'

/** A metric with its segment, as a key. */
export function metricKey(metricRef: MetricReference): string {
  assertPlain(metricRef, 'metricRef')
  const { metric, segment = {} } = metricRef
  return canonicalJson([metric, { ...segment }])
}

import { canonicalJson } from '../../internal/canonicalJson.js'
import type { MetricReference } from '../model.js'

/** A metric with its segment, as a key. */
export function metricKey({ metric, segment = {} }: MetricReference): string {
  return canonicalJson([metric, { ...segment }])
}

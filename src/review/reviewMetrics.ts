import { customerMetrics } from './customerMetrics.js'
import type { MetricRule } from './metricRule.js'
import { salesMetrics } from './salesMetrics.js'
import { serviceMetrics } from './serviceMetrics.js'

/** The metrics of a review, in the order in which it lists them. */
export const reviewMetrics: readonly MetricRule[] = [...customerMetrics, ...serviceMetrics, ...salesMetrics]

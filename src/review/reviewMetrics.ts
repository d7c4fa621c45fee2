import { customerMetrics } from './customerMetrics.js'
import type { MetricRule } from './metricRule.js'
import { purchaseMetrics } from './purchaseMetrics.js'
import { salesMetrics } from './salesMetrics.js'
import { serviceMetrics } from './serviceMetrics.js'
import { surveyMetrics } from './surveyMetrics.js'

/** The metrics of a review, in the order in which it lists them. */
export const reviewMetrics: readonly MetricRule[] = /* @__PURE__ */ (() => [
  ...customerMetrics,
  ...surveyMetrics,
  ...purchaseMetrics,
  ...serviceMetrics,
  ...salesMetrics,
])()

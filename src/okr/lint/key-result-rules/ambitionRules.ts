import { compareDecimal, toDecimal, toDouble } from '../../../internal/decimal.js'
import type { Evidence, KeyResultEstimate, LintContext, LintedKeyResult, LintRule } from '../lintModel.js'
import { keyResultRule } from './keyResultRule.js'

function isEstimated({ estimate }: LintedKeyResult): boolean {
  return estimate !== undefined
}

/** The probabilities of an estimate as they were given. */
function estimateEvidence(estimate: KeyResultEstimate): Evidence {
  const names = ['noChangeProbability', 'trendProbability', 'confidence'] as const
  return Object.fromEntries(
    names.flatMap((name) => (estimate[name] === undefined ? [] : [[name, toDouble(toDecimal(estimate[name], name))]])),
  )
}

/** Order of a probability and the limit; null when nobody estimated it. */
function order(value: string | number | undefined, bound: number): number | null {
  return value === undefined ? null : compareDecimal(toDecimal(value, 'estimates'), toDecimal(bound, 'options.limits'))
}

function isUsual({ estimate, commitment }: LintedKeyResult, { limits }: LintContext): boolean {
  const safe = order(estimate?.confidence, limits.draftConfidenceHigh)
  return (
    order(estimate?.noChangeProbability, limits.businessAsUsual) === 1 || (commitment === 'aspirational' && safe === 1)
  )
}

function isMoonshot({ estimate }: LintedKeyResult, { limits }: LintContext): boolean {
  const trend = order(estimate?.trendProbability, limits.moonshot)
  const unlikely = order(estimate?.noChangeProbability, limits.moonshot) === -1 && (trend === null || trend === -1)
  return unlikely || order(estimate?.confidence, limits.draftConfidenceLow) === -1
}

/** Whether it asks for more than comes by itself, and no more than can be promised. */
export const ambitionRules: readonly LintRule[] = [
  keyResultRule(
    'business_as_usual',
    isEstimated,
    (linted, context) => (linted.estimate && isUsual(linted, context) ? estimateEvidence(linted.estimate) : null),
    ['businessAsUsual', 'draftConfidenceHigh'],
  ),
  keyResultRule(
    'moonshot',
    isEstimated,
    (linted, context) => (linted.estimate && isMoonshot(linted, context) ? estimateEvidence(linted.estimate) : null),
    ['moonshot', 'draftConfidenceLow'],
  ),
  keyResultRule(
    'committed_low_confidence',
    ({ commitment, estimate }) => commitment === 'committed' && estimate?.confidence !== undefined,
    ({ estimate }, { limits }) =>
      order(estimate?.confidence, limits.committedConfidence) === -1
        ? { confidence: toDouble(toDecimal(estimate?.confidence, 'estimates.confidence')) }
        : null,
    ['committedConfidence'],
  ),
]

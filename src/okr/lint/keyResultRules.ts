import { dayFromNumber, dayNumber } from '../../calendar/dayNumber.js'
import { compareDecimal, type Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { normalQuantile } from '../../statistics/normalQuantile.js'
import { unitDomains } from '../scoring/unitDomains.js'
import type { Evidence, KeyResultEstimate, LintContext, LintedKeyResult, LintLimits, LintRule } from './lintModel.js'
import { isWritten, wordsIn } from './titleWords.js'

type Look = (linted: LintedKeyResult, context: LintContext) => Evidence | null

/** A rule over the key results that it applies to. */
function rule(
  code: string,
  applies: (linted: LintedKeyResult) => boolean,
  fires: Look,
  limits: readonly (keyof LintLimits)[] = [],
): LintRule {
  return {
    code: `key_result.${code}`,
    limits,
    look: (context) =>
      context.keyResults.filter(applies).map((linted) => {
        const evidence = fires(linted, context)
        return evidence === null ? null : { subject: linted.keyResult.id, evidence }
      }),
  }
}

const nothing: Evidence = {}
const when = (fires: boolean): Evidence | null => (fires ? { ...nothing } : null)
const every = (): boolean => true
const isChange = ({ keyResult }: LintedKeyResult): boolean => keyResult.kind === 'change'
const isAimed = (linted: LintedKeyResult): boolean => isChange(linted) && linted.keyResult.target !== undefined
const isEstimated = ({ estimate }: LintedKeyResult): boolean => estimate !== undefined

/** Order of two known numbers of a change; null when one is unknown. */
function direction({ baseline, target }: LintedKeyResult): number | null {
  return baseline === null || target === null ? null : compareDecimal(target, baseline)
}

function bothNumbers({ baseline, target }: LintedKeyResult): Evidence {
  return { baseline: baseline === null ? null : toDouble(baseline), target: target === null ? null : toDouble(target) }
}

function lacksTarget({ kind, target, condition, commit, stretch }: LintedKeyResult['keyResult']): boolean {
  if (kind === 'maintain') return condition === undefined
  return target === undefined || (kind === 'zones' && (commit === undefined || stretch === undefined))
}

function contradicts(linted: LintedKeyResult): boolean {
  const order = direction(linted)
  if (order === null || order === 0) return false
  const { direction: said, operator, metricRef } = linted.keyResult
  const wanted = [
    said === undefined ? 0 : said === 'increase' ? 1 : -1,
    operator === undefined ? 0 : operator.startsWith('g') ? 1 : -1,
    metricRef?.polarity === undefined ? 0 : metricRef.polarity === 'higher_is_better' ? 1 : -1,
  ]
  return wanted.includes(-order)
}

/** A ratio with a target below 0: a change that says neither relative nor points. */
function isAmbiguous({ keyResult: { unit, target } }: LintedKeyResult): boolean {
  return (
    unit === 'ratio' && typeof target !== 'object' && target !== undefined && toDecimal(target, 'target').lessThan(0)
  )
}

function isUndefinedShare({ keyResult: { target, scale }, baseline }: LintedKeyResult): boolean {
  if (typeof target !== 'object' || !('relativeChange' in target)) return false
  return scale === 'interval' || (baseline !== null && !baseline.greaterThan(0))
}

function leavesDomain(linted: LintedKeyResult): Evidence | null {
  const { keyResult, target } = linted
  if (target === null || isAmbiguous(linted)) return null
  const { min, max } = keyResult.domain ?? (keyResult.unit === undefined ? {} : unitDomains[keyResult.unit])
  const below = min !== undefined && compareDecimal(target, toDecimal(min, 'domain.min')) < 0
  const above = max !== undefined && compareDecimal(target, toDecimal(max, 'domain.max')) > 0
  return below || above ? { target: toDouble(target) } : null
}

function hasSource({ keyResult }: LintedKeyResult): boolean {
  const parts = [keyResult, ...(keyResult.kind === 'composite' ? (keyResult.components ?? []) : [])]
  return parts.some(({ metricRef, evidenceSource }) => metricRef !== undefined || evidenceSource !== undefined)
}

/** Effort is counted, and nothing else of the objective is a number that weighs. */
function countsEffort(linted: LintedKeyResult, { effortWords }: LintContext): Evidence | null {
  const words = wordsIn(linted.keyResult.title, effortWords)
  if (words.length === 0) return null
  const measures = linted.objective.keyResults.some((other) => {
    const { kind, unit, title } = other.keyResult
    if (other === linted || !other.weighs || !['change', 'maintain', 'zones'].includes(kind)) return false
    return unit !== 'count' || wordsIn(title, effortWords).length === 0
  })
  return measures ? null : { words }
}

/** The probabilities of an estimate as they were given. */
function estimateEvidence(estimate: KeyResultEstimate): Evidence {
  const names = ['noChangeProbability', 'trendProbability', 'confidence'] as const
  return Object.fromEntries(
    names.flatMap((name) => (estimate[name] === undefined ? [] : [[name, toDouble(toDecimal(estimate[name], name))]])),
  )
}

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

function pushesAlone({ keyResult, objective }: LintedKeyResult): Evidence | null {
  const guarded = objective.keyResults.some(
    (other) =>
      other.keyResult !== keyResult && (other.keyResult.role === 'guardrail' || other.keyResult.effect === 'quality'),
  )
  return guarded ? null : { effect: keyResult.effect ?? null }
}

function endsTooSoon({ keyResult, lastDay, objective }: LintedKeyResult): Evidence | null {
  const { outcomeWindowDays, observableOn } = keyResult
  const cycleEnd = objective.cycle?.lastDay
  if (outcomeWindowDays === undefined || observableOn !== undefined) return null
  if (lastDay === undefined || cycleEnd === undefined) return null
  const known = dayFromNumber(dayNumber(lastDay) + outcomeWindowDays)
  return known > cycleEnd ? { observableOn: known } : null
}

function isShare({ keyResult, baseline }: LintedKeyResult): boolean {
  const { kind, unit, expectedSampleSize = 0 } = keyResult
  if (kind !== 'change' || unit !== 'ratio' || baseline === null || !(expectedSampleSize > 0)) return false
  return !baseline.lessThan(0) && !baseline.greaterThan(1)
}

/** The Wilson interval at the baseline against the way to the target. */
function isTooFew({ keyResult: { expectedSampleSize: n = 0 }, baseline, target }: LintedKeyResult): Evidence | null {
  if (baseline === null || target === null) return null
  const halfWidth = wilsonHalfWidth(toDouble(baseline), n)
  const distance = toDouble(target.minus(baseline).abs())
  return halfWidth > distance ? { halfWidth, distance } : null
}

function wilsonHalfWidth(p: number, n: number): number {
  const z = normalQuantile(0.975)
  return (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
}

/** The rules of key results, in their order. */
export const keyResultRules: readonly LintRule[] = [
  rule('no_baseline', isChange, ({ keyResult: { baseline } }) => when(baseline === undefined || baseline === null)),
  rule(
    'no_target',
    ({ keyResult: { kind } }) => ['change', 'maintain', 'zones'].includes(kind),
    ({ keyResult }) => when(lacksTarget(keyResult)),
  ),
  rule('no_due_day', every, ({ lastDay }) => when(lastDay === undefined)),
  rule('degenerate', isAimed, (linted) => (direction(linted) === 0 ? bothNumbers(linted) : null)),
  rule('direction_mismatch', isAimed, (linted) => (contradicts(linted) ? bothNumbers(linted) : null)),
  rule('relative_ambiguous', isAimed, (linted) =>
    isAmbiguous(linted) ? { target: toDouble(linted.target as Decimal) } : null,
  ),
  rule('relative_undefined', isAimed, (linted) => when(isUndefinedShare(linted))),
  rule('target_out_of_domain', isAimed, leavesDomain),
  rule('no_owner', every, ({ owner }) => when(owner === undefined)),
  rule('many_owners', every, ({ keyResult: { contributors = [] } }) => {
    const accountable = contributors.filter((one) => one.accountable === true).map(({ id }) => id)
    return accountable.length === 0 ? null : { accountable }
  }),
  rule('no_source', every, (linted) => when(!hasSource(linted))),
  rule(
    'activity',
    ({ keyResult: { kind, title } }) => ['milestone', 'checklist', 'ordinal'].includes(kind) && isWritten(title),
    ({ keyResult: { title } }, { activityWords }) => {
      const words = wordsIn(title, activityWords)
      return words.length === 0 ? null : { words }
    },
  ),
  rule(
    'activity_count',
    ({ keyResult: { kind, unit, title } }) =>
      ['change', 'maintain', 'zones'].includes(kind) && unit === 'count' && isWritten(title),
    countsEffort,
  ),
  rule(
    'vanity_count',
    ({ keyResult: { kind, unit } }) => kind === 'change' && unit === 'count',
    ({ keyResult: { target, baseline } }) => {
      const relative = typeof target === 'object' && 'relativeChange' in target
      return when(relative && baseline !== undefined && baseline !== null && typeof baseline !== 'object')
    },
  ),
  rule(
    'business_as_usual',
    isEstimated,
    (linted, context) => (linted.estimate && isUsual(linted, context) ? estimateEvidence(linted.estimate) : null),
    ['businessAsUsual', 'draftConfidenceHigh'],
  ),
  rule(
    'moonshot',
    isEstimated,
    (linted, context) => (linted.estimate && isMoonshot(linted, context) ? estimateEvidence(linted.estimate) : null),
    ['moonshot', 'draftConfidenceLow'],
  ),
  rule(
    'committed_low_confidence',
    ({ commitment, estimate }) => commitment === 'committed' && estimate?.confidence !== undefined,
    ({ estimate }, { limits }) =>
      order(estimate?.confidence, limits.committedConfidence) === -1
        ? { confidence: toDouble(toDecimal(estimate?.confidence, 'estimates.confidence')) }
        : null,
    ['committedConfidence'],
  ),
  rule('no_guardrail', ({ keyResult: { effect } }) => effect !== undefined && effect !== 'quality', pushesAlone),
  rule('unobservable', ({ keyResult }) => keyResult.outcomeWindowDays !== undefined, endsTooSoon),
  rule('small_sample', isShare, isTooFew),
  rule('plan_missing', isChange, ({ keyResult: { plan, unit, metricRef } }, { lateClosingMetrics }) => {
    const late = unit === 'money' || (metricRef !== undefined && lateClosingMetrics.includes(metricRef.metric))
    return when(plan === undefined && late)
  }),
]

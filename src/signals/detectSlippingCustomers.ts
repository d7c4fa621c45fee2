import type { Finding } from '../finding.js'
import { fail } from '../internal/fail.js'
import { assertKnownOptions, assertPlain } from '../internal/guards.js'
import type { JsonObject } from '../measurement.js'
import type { PurchaseModelFit } from '../predict/models/fit.js'
import type { CustomersAtRisk } from '../predict/models/risk.js'
import type { PurchaseSummary } from '../predict/models/summary.js'
import { type RankCustomersAtRiskOptions, type RiskRules, readRiskRules } from '../predict/readRiskRules.js'
import { readSummary } from '../predict/readSummary.js'
import type { RankedCustomer } from '../predict/riskOfCustomer.js'
import { workList } from '../predict/workList.js'
import { orderlessSum } from '../statistics/orderlessSum.js'
import type { SignalResult } from './model.js'

/** The purchases of a base today, and earlier. */
export interface SlippingSummaries {
  /** The summary at whose `asOf` the verdict is dated. */
  readonly current: PurchaseSummary
  /** An earlier one, to tell who is at risk since. */
  readonly baseline?: PurchaseSummary | undefined
}

/** Options of {@link detectSlippingCustomers}. */
export interface DetectSlippingCustomersOptions extends Omit<RankCustomersAtRiskOptions, 'model'> {
  /** The fit of a purchase model; absent, or without a model: by each customer's own rhythm. */
  readonly fit?: PurchaseModelFit | undefined
}

/** So many customers of the list are named. */
const mostNamed = 20

/**
 * Detects customers who are silent for longer than their purchases let expect: who slips away, and what it would cost.
 *
 * A purchase model gives each customer the days of silence after which the probability of still being a customer has
 * fallen to 0.5 (`at_risk`) or 0.3 (`probably_lost`); a finding says that at least one customer has passed them. Without
 * a model a silence is measured by the own median gap. It is a `warning`; an `info` without a signal where the fit
 * stands at a boundary, or by own rhythm: then it tells more of the method than of the customers.
 *
 * @param summaries - the purchases today, and earlier
 * @param options - the fit, a model of order values, what makes the list of `rankCustomersAtRisk`
 * @returns the verdict at the `asOf` of the current summary: eligible customers, those of each level, purchases and value
 * at risk with their share of the usual ones, newly at risk since the baseline, how the model was fitted, whom to call
 * first
 * @throws {@link RetentionOkrError} INVALID_INPUT, INVALID_HISTORY for summaries that are none
 * @throws {@link RetentionOkrError} INVALID_MODEL; INVALID_OPTION, also for no model without `medianGapDays`
 * @example
 * ```ts
 * import { fitPurchaseModel, summarisePurchaseDays } from 'retention-okr/predict'
 * import { detectSlippingCustomers } from 'retention-okr/signals'
 *
 * const days = ['2024-01-01', '2024-01-11', '2024-01-19', '2024-02-01']
 * const orders = days.map((placedAt) => ({ customerId: 'ana', placedAt }))
 * const current = summarisePurchaseDays(orders, { asOf: '2024-04-30', ownRhythm: true })
 * const signal = detectSlippingCustomers({ current }, { fit: fitPurchaseModel(current) })
 * signal.status // => 'no_signal'
 * signal.findings[0]?.severity // => 'info'
 * signal.findings[0]?.evidence['customers'] // => ['ana']
 * ```
 * @see Fader, Hardie & Lee 2005, "Counting your customers the easy way"
 * @since 0.1.0
 */
export function detectSlippingCustomers(
  summaries: SlippingSummaries,
  options: DetectSlippingCustomersOptions,
): SignalResult {
  assertPlain(summaries, 'summaries')
  assertKnownOptions(summaries, ['current', 'baseline'], 'summaries')
  const { fit, rules } = readOptions(options)
  const current = readSummary(summaries['current'], 'summaries.current')
  if (rules.model === null && current.medianGapDays === undefined) {
    fail('INVALID_OPTION', 'options.fit', 'must have a model for a summary without ownRhythm', fit)
  }
  const { list, ranked } = workList(current, rules)
  const atRisk = ranked.filter(isAtRisk)
  const before = summaries['baseline']
  const known = before === undefined ? null : idsAtRisk(readSummary(before, 'summaries.baseline'), rules)
  const common = {
    detector: 'detectSlippingCustomers',
    subject: 'customers',
    cautions: [],
    excluded: list.excluded,
    asOf: current.asOf,
    definition: { ...list.definition, fitStatus: fit?.status ?? null } as JsonObject,
  }
  if (ranked.length === 0) {
    const missing = [{ what: 'customers', needed: 1, found: 0 }]
    return { ...common, status: 'not_enough_data', findings: [], missing, comparisons: 0 }
  }
  const evidence = {
    ...amountsOf(list, ranked),
    newAtRisk: known === null ? null : atRisk.filter(({ row }) => !known.has(row.customerId)).length,
    model: list.method,
    fitStatus: fit?.status ?? null,
    fitWarnings: [...(fit?.diagnostics.warnings ?? [])],
    fitCustomers: fit?.diagnostics.customers ?? null,
    customers: atRisk.slice(0, Math.min(mostNamed, rules.limit)).map(({ row }) => row.customerId),
  }
  const isWeak = rules.model === null || fit?.status === 'boundary'
  const findings = atRisk.length === 0 ? [] : [findingOf(atRisk, list, rules, evidence, isWeak)]
  const isSignal = findings.length > 0 && !isWeak
  return {
    ...common,
    status: isSignal ? 'signal' : 'no_signal',
    findings,
    evidence,
    ...(isSignal ? {} : { detectable: null }),
    comparisons: 1,
  }
}

function readOptions(options: DetectSlippingCustomersOptions): { fit: PurchaseModelFit | undefined; rules: RiskRules } {
  if (typeof options !== 'object' || options === null || 'model' in options) {
    fail('INVALID_OPTION', 'options', 'must be options with a fit, no model', options)
  }
  const { fit, ...rest } = options
  if (fit !== undefined) {
    assertPlain(fit, 'options.fit')
    const { model, diagnostics } = fit as Partial<PurchaseModelFit>
    if (model === undefined || typeof diagnostics !== 'object' || diagnostics === null) {
      fail('INVALID_OPTION', 'options.fit', 'must be the result of fitPurchaseModel', fit)
    }
  }
  return { fit, rules: readRiskRules({ ...rest, model: fit?.model ?? null }) }
}

function isAtRisk({ row }: RankedCustomer): boolean {
  return row.level === 'at_risk' || row.level === 'probably_lost'
}

function idsAtRisk(baseline: PurchaseSummary, rules: RiskRules): ReadonlySet<string> {
  return new Set(
    workList(baseline, rules)
      .ranked.filter(isAtRisk)
      .map(({ row }) => row.customerId),
  )
}

/** How many slip, and what that costs beside what is usual. */
function amountsOf({ totals, method }: CustomersAtRisk, ranked: readonly RankedCustomer[]) {
  const usual = orderlessSum(ranked.map(({ row }) => row.usualPurchases))
  const usualValue = orderlessSum(ranked.map((customer) => customer.usualValue ?? 0))
  const { valueAtRisk, purchasesAtRisk, levels } = totals
  const byModel = method !== 'own_rhythm'
  return {
    eligible: totals.customers,
    watch: levels.watch,
    atRisk: levels.at_risk,
    probablyLost: levels.probably_lost,
    purchasesAtRisk: byModel ? purchasesAtRisk : null,
    purchasesAtRiskShare: byModel && usual > 0 ? purchasesAtRisk / usual : null,
    valueAtRisk: valueAtRisk?.amount ?? null,
    valueAtRiskShare: valueAtRisk === null || usualValue === 0 ? null : Number(valueAtRisk.amount) / usualValue,
    currency: valueAtRisk?.currency ?? null,
  }
}

function findingOf(
  atRisk: readonly RankedCustomer[],
  { method }: CustomersAtRisk,
  { horizonDays, minimumFrequency, levels, capDays, rhythmFactor }: RiskRules,
  evidence: Finding['evidence'],
  isWeak: boolean,
): Finding {
  const [first = null] = atRisk.flatMap(({ row }) => row.alarmDates.at_risk ?? []).sort()
  const alarm =
    method === 'own_rhythm'
      ? { rhythmFactor }
      : { aliveProbability: levels.at_risk, ...(capDays === null ? {} : { capDays }) }
  return {
    code: 'customers.slipping',
    severity: isWeak ? 'info' : 'warning',
    subject: 'customers',
    since: first,
    evidence,
    method,
    params: { horizonDays, minimumFrequency, ...alarm },
  }
}

import type { Finding } from '../finding.js'
import type { Day } from '../measurement.js'
import type { SignalResult, UnmetMinimum } from './model.js'
import type { FindingRanking, RankedFinding } from './rankFindings.js'
import type { CustomerSettings } from './readCustomerSettings.js'

/** The test of one customer. */
export interface CustomerTest {
  /** Probability of it by chance; 1 for whatever is not below the level of an info. */
  p: number
  /** The rest, for those few that become a finding. */
  describe: () => TestDetails
}

/** What a finding says of a test. */
interface TestDetails {
  /** Since when. */
  since: Day
  /** Name of the test. */
  method: string
  /** What was measured. */
  evidence: Finding['evidence']
}

/** A test that found nothing: its probability is not below the level of an info, and nobody asks for it. */
export const unremarkable: CustomerTest = {
  p: 1,
  describe: () => ({ since: '', method: '', evidence: {} }),
}

/** What a detector of customers has found out. */
export interface CustomerVerdict {
  /** Name of the detector. */
  detector: string
  /** Every finding. */
  findings: FindingRanking
  /** What there was too little of; empty when there is a verdict. */
  missing: UnmetMinimum[]
  /** What was measured over all customers. */
  evidence: Finding['evidence']
  /** Tests of the call. */
  comparisons: number
  /** What limits the verdict. */
  cautions: readonly string[]
  /** What was left out, by reason. */
  excluded: { [reason: string]: number }
}

/** The finding of a test, if it is small enough for one. */
export function testFinding(
  code: string,
  subject: string,
  { p, describe }: CustomerTest,
  direction: 'up' | 'down',
  { alertLevel, triageLevel, worthOf }: CustomerSettings,
): RankedFinding | null {
  if (p >= triageLevel) return null
  const value = worthOf(subject)
  const severity = p < alertLevel / 10 ? 'critical' : p < alertLevel ? 'warning' : 'info'
  return {
    severity,
    code,
    subject,
    p,
    value,
    finding: () => {
      const { since, method, evidence } = describe()
      return {
        code,
        severity,
        subject,
        since,
        evidence: { ...evidence, pValue: p, decidedBy: method, threshold: alertLevel, value },
        method,
        params: { direction },
      }
    },
  }
}

/** The evidence of a whole call: what so many tests would raise by chance, and what they did. */
export function portfolioEvidence(tested: number, settings: CustomerSettings): Finding['evidence'] {
  return {
    customersTested: tested,
    testsPerformed: tested,
    expectedFalseAlerts: settings.alertLevel * tested,
    expectedFalseTriage: settings.triageLevel * tested,
  }
}

/** The minimum of every detector that tests customers. */
export function testedCustomers(found: number): UnmetMinimum[] {
  return found > 0 ? [] : [{ what: 'tested-customers', needed: 1, found }]
}

/** The result of a detector of customers: findings in order, the first ones of them returned. */
export function customerResult(verdict: CustomerVerdict, settings: CustomerSettings): SignalResult {
  const { detector, missing, excluded, comparisons } = verdict
  const cautions = [...verdict.cautions].sort()
  const base = { detector, subject: 'customers', excluded, asOf: settings.asOf, definition: settings.definition }
  if (missing.length > 0) {
    const known = cautions.filter((caution) => caution === 'no_prior')
    return { ...base, status: 'not_enough_data', findings: [], missing, cautions: known, comparisons: 0 }
  }
  const alerts = verdict.findings.alerts()
  const result = {
    ...base,
    findings: verdict.findings.first(),
    evidence: { ...verdict.evidence, alerts, triage: verdict.findings.triage() },
    cautions,
    comparisons,
  }
  return alerts > 0 ? { ...result, status: 'signal' } : { ...result, status: 'no_signal', detectable: null }
}

import type { Finding } from '../finding.js'
import { adjustPValues } from '../statistics/adjustPValues.js'
import type { SignalResult } from './model.js'
import { reaches } from './reaches.js'

/** A test in the family of a whole set: with its finding, or with none. */
interface Member {
  p: number
  finding: Finding | null
}

/** Detectors of customers, whose levels already say how many alerts chance alone would raise. */
const ownControl: readonly string[] = [
  'detectPurchaseFrequencyFall',
  'detectInteractionFall',
  'detectComplaintsRise',
  'detectRecommendationStopped',
  'detectCompetitorMentions',
]

/** The tests of the one detector that has two, with the finding and the figure of each. */
const imbalanceTests: readonly (readonly [code: string, figure: string])[] = [
  ['retention.acquisition_imbalance', 'pValue'],
  ['retention.new_cohorts_leave_sooner', 'cohortPValue'],
]

/** Adjusts the tests of a whole set by Benjamini-Hochberg; a finding that does not survive becomes an info. */
export function controlDiscoveries(results: readonly SignalResult[], falseDiscoveryRate: number): SignalResult[] {
  const families = results.map(membersOf)
  const { adjusted } = adjustPValues(families.flatMap((members) => members.map(({ p }) => p)))
  let next = 0
  return results.map((result, index) => {
    const members = families[index] as Member[]
    if (members.length === 0) return result
    const own = adjusted.slice(next, next + members.length)
    next += members.length
    const survived = new Map(members.map(({ finding }, at) => [finding, own[at] as number]))
    return withFamily(result, survived, Math.min(...own), adjusted.length, falseDiscoveryRate)
  })
}

function membersOf(result: SignalResult): Member[] {
  const { detector, status, findings, evidence } = result
  if (status === 'not_enough_data' || status === 'unstable_baseline' || ownControl.includes(detector)) return []
  const found = findings.flatMap((finding): Member[] => {
    const p = decidingP(finding.evidence)
    return p === undefined ? [] : [{ p, finding }]
  })
  if (detector === 'detectAcquisitionRetentionImbalance') {
    const quiet = imbalanceTests.filter(([code]) => !findings.some((finding) => finding.code === code))
    return [...found, ...quiet.flatMap(([, figure]) => testOf(evidence?.[figure]))]
  }
  return found.length > 0 ? found : testOf(decidingP(evidence))
}

function testOf(p: unknown): Member[] {
  return typeof p === 'number' ? [{ p, finding: null }] : []
}

/** The p that decided; undefined for a fact without a test. */
function decidingP(evidence: Finding['evidence'] = {}): number | undefined {
  const raw = evidence['decidedBy'] === 'mid-p' ? evidence['midP'] : undefined
  const p = evidence['adjustedPValue'] ?? raw ?? evidence['pValue']
  return typeof p === 'number' ? p : undefined
}

function withFamily(
  result: SignalResult,
  survived: ReadonlyMap<Finding | null, number>,
  smallest: number,
  size: number,
  limit: number,
): SignalResult {
  let demoted = false
  const judged = result.findings.map((finding): Finding => {
    const familyPValue = survived.get(finding)
    if (familyPValue === undefined) return finding
    const stands = reaches(limit, familyPValue)
    demoted ||= !stands
    return {
      ...finding,
      severity: stands ? finding.severity : 'info',
      evidence: { ...finding.evidence, familyPValue },
    }
  })
  const evidence: Finding['evidence'] = { ...result.evidence, familyPValue: smallest }
  if (!demoted) return { ...result, findings: judged, evidence, comparisons: size }
  const findings = inOrder(judged)
  const changed: SignalResult = {
    ...result,
    findings,
    // The ids of a list of segments are in the order of its findings.
    evidence: Array.isArray(evidence['ids']) ? { ...evidence, ids: findings.map(({ subject }) => subject) } : evidence,
    cautions: [...result.cautions, 'false_discovery'].sort(),
    comparisons: size,
  }
  const alarms = findings.some(({ severity }) => severity !== 'info')
  return result.status !== 'signal' || alarms ? changed : { ...changed, status: 'no_signal', detectable: null }
}

const severities = ['critical', 'warning', 'info']

/** Severity first, segments then by their shrunk rate; what else was in order stays in order. */
function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || rateOrder(a, b),
  )
}

function rateOrder(a: Finding, b: Finding): number {
  const [first, second] = [a.evidence['shrunkRate'], b.evidence['shrunkRate']]
  if (typeof first !== 'number' || typeof second !== 'number') return 0
  return a.params['direction'] === 'down' ? first - second : second - first
}

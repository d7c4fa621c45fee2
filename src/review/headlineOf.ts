import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { SignalResult } from '../signals/model.js'
import type { KeyResultReview, ObjectiveReview } from './models/objectives.js'

const mostFindings = 5

/** A finding with its place in the headline. */
interface Ranked {
  finding: Finding
  /** What it speaks of: one finding each. */
  about: string
  rank: number
}

/**
 * What a manager must know first: critical signals, key results clearly off track or missed, contradictions, confirmed
 * improvements, then key results that could not be measured.
 */
export function headlineOf(signals: readonly SignalResult[], objectives: readonly ObjectiveReview[]): Finding[] {
  const keyResults = objectives.flatMap((objective) => objective.keyResults)
  const ranked = [...signals.flatMap(rankSignal), ...keyResults.flatMap(rankKeyResult)].sort(
    (a, b) => a.rank - b.rank || pOf(a) - pOf(b) || compareCodeUnits(a.finding.subject, b.finding.subject),
  )
  const seen = new Set<string>()
  return ranked
    .filter(({ about }) => {
      if (seen.has(about)) return false
      seen.add(about)
      return true
    })
    .slice(0, mostFindings)
    .map(({ finding }) => finding)
}

function pOf({ finding: { evidence } }: Ranked): number {
  const p = evidence['familyPValue'] ?? evidence['pValue']
  return typeof p === 'number' ? p : 1
}

/** Lists of single customers have their own control of false alarms, and a list of their own. */
const ofCustomers = /^customer/

function rankSignal({ subject, findings: all }: SignalResult): Ranked[] {
  const findings = all.filter(({ code }) => !ofCustomers.test(code))
  return findings.flatMap((finding): Ranked[] => {
    const about = finding.code === 'metrics.contradiction' ? finding.subject : subject
    if (finding.severity === 'critical') return [{ finding, about, rank: 0 }]
    return finding.code === 'metrics.contradiction' && finding.severity === 'warning'
      ? [{ finding, about, rank: 2 }]
      : []
  })
}

function rankKeyResult(keyResult: KeyResultReview): Ranked[] {
  const { keyResultId, status, evidence, measurement } = keyResult
  const about = `key-result ${keyResultId}`
  const verdict = evidence?.verdict ?? null
  if (verdict === 'missed_clear' && (status === 'off_track' || status === 'missed')) {
    const finding = keyResultFinding(keyResult, `review.key_result_${status}`, 'critical')
    return [{ finding, about, rank: 1 }]
  }
  if (verdict === 'attained_clear' && (status === 'attained' || status === 'achieved')) {
    return [{ finding: keyResultFinding(keyResult, 'review.improvement_confirmed', 'info'), about, rank: 3 }]
  }
  if (measurement?.value === null) {
    return [{ finding: keyResultFinding(keyResult, 'review.key_result_unmeasured', 'warning'), about, rank: 4 }]
  }
  return []
}

function keyResultFinding(
  { keyResultId, score, evidence, measurement, expected }: KeyResultReview,
  code: string,
  severity: Finding['severity'],
): Finding {
  return {
    code,
    severity,
    subject: keyResultId,
    evidence: {
      value: score.value ?? null,
      target: score.target ?? null,
      progress: score.progress,
      expected,
      ...(evidence?.interval ? { lower: evidence.interval.lower, upper: evidence.interval.upper } : {}),
      ...(measurement === undefined ? {} : { metric: measurement.metric, sampleSize: measurement.sampleSize }),
      ...(measurement?.reason === undefined ? {} : { reason: measurement.reason }),
    },
    method: 'rule',
    params: {},
  }
}

import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'

/** A finding with what it is ordered by; the finding itself is made for those that are returned. */
export interface RankedFinding {
  /** Its severity. */
  severity: Finding['severity']
  /** Its code. */
  code: string
  /** The customer. */
  subject: string
  /** Its p-value, 0 for a fact. */
  p: number
  /** What the customer is worth; null when that is not known. */
  value: number | null
  /** Makes the finding. */
  finding: () => Finding
}

/** The first ones of findings that come in any order. */
export interface FindingRanking {
  /** Counts a finding, and keeps it as long as it is among the first. */
  add: (finding: RankedFinding) => void
  /** Warnings and above so far. */
  alerts: () => number
  /** Infos so far. */
  triage: () => number
  /** The first ones in order. */
  first: () => Finding[]
}

// So many are kept beyond the limit before the last of them are let go.
const slack = 1000

/** Ranks findings and keeps only so many: a million customers raise a hundred thousand, of which a hundred are asked. */
export function rankFindings({ limit, valued }: { limit: number; valued: boolean }): FindingRanking {
  const kept: RankedFinding[] = []
  // The last finding of the limit at the latest look: what comes after it never gets in.
  let last: RankedFinding | undefined
  let alerts = 0
  let triage = 0
  const compare = (a: RankedFinding, b: RankedFinding) => compareFindings(a, b, valued)
  const settle = () => {
    kept.sort(compare)
    if (kept.length <= limit) return
    kept.length = limit
    last = kept[limit - 1]
  }
  return {
    add: (finding) => {
      if (finding.severity === 'info') triage += 1
      else alerts += 1
      if (last !== undefined && compare(finding, last) > 0) return
      kept.push(finding)
      if (kept.length >= limit + slack) settle()
    },
    alerts: () => alerts,
    triage: () => triage,
    first: () => {
      settle()
      return kept.map(({ finding }) => finding())
    },
  }
}

const ranks = { critical: 0, warning: 1, info: 2 }

function compareFindings(a: RankedFinding, b: RankedFinding, valued: boolean): number {
  return (
    ranks[a.severity] - ranks[b.severity] ||
    (valued ? atStake(b) - atStake(a) : a.p - b.p) ||
    compareCodeUnits(a.subject, b.subject) ||
    compareCodeUnits(a.code, b.code)
  )
}

function atStake({ p, value }: RankedFinding): number {
  return (1 - p) * (value ?? 0)
}

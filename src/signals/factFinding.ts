import type { Finding } from '../finding.js'
import type { RankedFinding } from './rankFindings.js'

/** What a fact about a customer says. */
export interface CustomerFact extends Pick<Finding, 'code' | 'severity' | 'subject' | 'since' | 'params'> {
  /** What was seen. */
  evidence: Finding['evidence']
}

/** The finding of a fact: no chance is at work, so it has no test and stands before those that have one. */
export function factFinding({ evidence, ...fact }: CustomerFact, value: number | null): RankedFinding {
  const { severity, code, subject } = fact
  return {
    severity,
    code,
    subject,
    p: 0,
    value,
    finding: () => ({ ...fact, evidence: { ...evidence, value }, method: 'rule' }),
  }
}

import type { Day } from './measurement.js'

/** A signal, a lint finding, a score explanation: a code with evidence, never a sentence. */
export interface Finding {
  /** `domain.finding`, e.g. `trend.sustained_decline`. */
  code: string
  /** How much it matters. */
  severity: 'info' | 'warning' | 'critical'
  /** What it speaks of: a metric, a key result, a customer. */
  subject: string
  /** The segment it was found in; absent for the whole. */
  segment?: { [name: string]: string }
  /** First day of what was found; null when it cannot be dated. */
  since?: Day | null
  /** Effect, interval, p-value, sample size, ids or periods to look at. */
  evidence: { [name: string]: number | string | boolean | null | string[] }
  /** The rule or test that decided. */
  method: string
  /** The parameters of the rule, as used. */
  params: { [name: string]: number | string }
}

import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { CustomerPresence, SignalResult } from '../signals/model.js'

/** Codes of findings whose subject is the id of a customer. */
const ofCustomer = /^customer\./

/**
 * Findings whose customers are ordinals: `customer-17` is the 17th by first day, then by id.
 *
 * The ordinal of a customer stays the same from review to review as long as nobody with an earlier first day is added.
 */
export function redactCustomers(
  signals: readonly SignalResult[],
  customers: readonly CustomerPresence[],
): SignalResult[] {
  const named = signals.flatMap(({ findings }) => findings.filter(isOfCustomer).map(({ subject }) => subject))
  const known = [...customers]
    .sort((a, b) => compareCodeUnits(a.since ?? '', b.since ?? '') || compareCodeUnits(a.customerId, b.customerId))
    .map(({ customerId }) => customerId)
  const ordinals = new Map(
    [...new Set([...known, ...named.sort(compareCodeUnits)])].map((id, index) => [id, index + 1]),
  )
  return signals.map((result) => ({
    ...result,
    findings: result.findings.map((finding) =>
      isOfCustomer(finding) ? { ...finding, subject: `customer-${ordinals.get(finding.subject)}` } : finding,
    ),
  }))
}

function isOfCustomer({ code }: Finding): boolean {
  return ofCustomer.test(code)
}

import type { Finding } from '../finding.js'
import type { CustomerPresence, SignalResult } from '../signals/model.js'
import { customerOrdinals } from './customerOrdinals.js'

/** Codes of findings whose subject is the id of a customer. */
const ofCustomer = /^customer\./

/** The finding about customers whose evidence names some of them. */
const ofCustomers = 'customers.slipping'

/** Findings whose customers are ordinals, the same as those of the work list. */
export function redactCustomers(
  signals: readonly SignalResult[],
  customers: readonly CustomerPresence[],
  buyers: readonly string[],
): SignalResult[] {
  const named = signals.flatMap(({ findings }) => findings.filter(isOfCustomer).map(({ subject }) => subject))
  const nameOf = customerOrdinals(customers, buyers, named)
  return signals.map((result) => ({ ...result, findings: result.findings.map((finding) => redacted(finding, nameOf)) }))
}

function redacted(finding: Finding, nameOf: (customerId: string) => string): Finding {
  if (isOfCustomer(finding)) return { ...finding, subject: nameOf(finding.subject) }
  const { ids } = finding.evidence ?? {}
  if (finding.code !== ofCustomers || !Array.isArray(ids)) return finding
  return { ...finding, evidence: { ...finding.evidence, ids: ids.map((id) => nameOf(String(id))) } }
}

function isOfCustomer({ code }: Finding): boolean {
  return ofCustomer.test(code)
}

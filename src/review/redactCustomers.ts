import type { Finding } from '../finding.js'
import type { CustomerPresence, SignalResult } from '../signals/model.js'
import { customerOrdinals } from './customerOrdinals.js'

/** Codes of findings whose subject is the id of a customer. */
const ofCustomer = /^customer\./

/** The detector whose evidence names customers. */
const ofCustomers = 'detectSlippingCustomers'

/** Findings whose customers are ordinals, the same as those of the work list. */
export function redactCustomers(
  signals: readonly SignalResult[],
  customers: readonly CustomerPresence[],
  buyers: readonly string[],
): SignalResult[] {
  const named = signals.flatMap(({ findings }) => findings.filter(isOfCustomer).map(({ subject }) => subject))
  const nameOf = customerOrdinals(customers, buyers, named)
  return signals.map((result) => {
    const { detector, evidence, findings } = result
    if (detector !== ofCustomers) {
      const renamed = findings.map((finding) =>
        isOfCustomer(finding) ? { ...finding, subject: nameOf(finding.subject) } : finding,
      )
      return { ...result, findings: renamed }
    }
    return {
      ...result,
      ...(evidence === undefined ? {} : { evidence: redacted(evidence, nameOf) }),
      findings: findings.map((finding) => ({ ...finding, evidence: redacted(finding.evidence, nameOf) })),
    }
  })
}

function redacted(evidence: Finding['evidence'], nameOf: (customerId: string) => string): Finding['evidence'] {
  const { customers } = evidence
  return Array.isArray(customers) ? { ...evidence, customers: customers.map((id) => nameOf(String(id))) } : evidence
}

function isOfCustomer({ code }: Finding): boolean {
  return ofCustomer.test(code)
}

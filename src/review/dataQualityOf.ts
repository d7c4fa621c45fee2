import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'

const codes: { readonly [reason: string]: string } = {
  duplicate: 'data.duplicate_records',
  future: 'data.future_records',
}

/** What was left out of the records, as findings with counts: one a record type and kind of fault. */
export function dataQualityOf(excluded: ReadonlyMap<string, Record<string, number>>): Finding[] {
  return [...excluded]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .flatMap(([recordType, reasons]) => {
      const byCode = new Map<string, Record<string, number>>()
      for (const [reason, count] of Object.entries(reasons)) {
        if (count === 0) continue
        const code = codes[reason] ?? 'data.excluded_records'
        byCode.set(code, { ...byCode.get(code), [reason]: count })
      }
      return [...byCode]
        .sort(([a], [b]) => compareCodeUnits(a, b))
        .map(
          ([code, counts]): Finding => ({
            code,
            severity: 'info',
            subject: recordType,
            evidence: counts,
            method: 'rule',
            params: {},
          }),
        )
    })
}

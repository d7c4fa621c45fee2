import type { Finding } from '../finding.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { ChosenMetric } from './chooseOptions.js'
import type { GivenMeasurement } from './model.js'

const codes: { readonly [reason: string]: string } = {
  duplicate: 'data.duplicate_records',
  future: 'data.future_records',
}

/**
 * What was left out of the records, as findings with counts: one a record type and kind of fault.
 *
 * A metric that reads its records by itself says in its own figure what it left out.
 */
export function dataQualityOf(
  excluded: ReadonlyMap<string, Record<string, number>>,
  measurements: readonly GivenMeasurement[],
  chosen: readonly ChosenMetric[],
): Finding[] {
  const untallied = new Set(
    chosen.filter(({ rule }) => !rule.needs.some((type) => excluded.has(type))).map(({ rule }) => rule.code),
  )
  const ofMetrics = measurements.flatMap(({ metric, segment, excluded: own }): [string, Record<string, number>][] =>
    segment === undefined && own !== undefined && untallied.has(metric) ? [[metric, own]] : [],
  )
  return [...excluded, ...ofMetrics].sort(([a], [b]) => compareCodeUnits(a, b)).flatMap(findingsOf)
}

function findingsOf([subject, reasons]: [string, Record<string, number>]): Finding[] {
  const byCode = new Map<string, Record<string, number>>()
  for (const [reason, count] of Object.entries(reasons)) {
    if (count === 0) continue
    const code = codes[reason] ?? 'data.excluded_records'
    byCode.set(code, { ...byCode.get(code), [reason]: count })
  }
  return [...byCode]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([code, evidence]) => ({ code, severity: 'info', subject, evidence, method: 'rule', params: {} }))
}

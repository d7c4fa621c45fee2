import type { SpanOptions } from '../../records/options.js'
import type { ChurnCounts, ChurnMethod, ChurnPreset } from './model.js'

/** The methods of churn, by name. */
export const methods = [
  'closedCohortNet',
  'openingEver',
  'eventsOverOpening',
  'eventsOverOpeningPlusNew',
  'exposure',
  'upForRenewal',
] as const satisfies readonly ChurnMethod[]

/** The figure of each preset: one of our methods, or one that only the preset gives. */
export const figures = {
  'chartmogul-standard': 'closedCohortNet',
  'chartmogul-shopify': 'dailySum',
  baremetrics: 'eventsOverOpening',
  stripe: 'eventsOverOpeningPlusNew',
  profitwell: 'openingEvents',
  recurly: 'openingEver',
  'hr-turnover': 'averageBase',
} as const satisfies Record<ChurnPreset, string>

/** The presets, by name. */
export const presets = [
  'chartmogul-standard',
  'chartmogul-shopify',
  'baremetrics',
  'stripe',
  'profitwell',
  'recurly',
  'hr-turnover',
] as const satisfies readonly ChurnPreset[]

const read = {
  closedCohortNet: ['lost', 'opening'],
  openingEver: ['openingChurned', 'opening'],
  eventsOverOpening: ['churnEvents', 'opening'],
  eventsOverOpeningPlusNew: ['churnEvents', 'opening', 'joined'],
  exposure: ['churnEvents', 'customerTime', 'periodTime'],
  upForRenewal: ['termsNotRenewed', 'termsEnded'],
} as const satisfies Record<ChurnMethod, readonly (keyof ChurnCounts)[]>

/** The counts that a method reads, and no others. */
export function countsOfMethod(counts: ChurnCounts, method: ChurnMethod): ChurnCounts {
  const names: readonly string[] = read[method]
  return Object.fromEntries(Object.entries(counts).filter(([name]) => names.includes(name))) as unknown as ChurnCounts
}

/** How a preset reads paying time. */
export function presetSpans(preset: ChurnPreset | undefined): SpanOptions {
  return preset === 'baremetrics' ? { netWithinDay: true, pastDueDays: 30 } : {}
}

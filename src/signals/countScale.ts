import type { MetricSeries } from './model.js'
import { harmonicBase, pooledLevel } from './pooledLevel.js'
import type { ReadPeriod } from './readSeries.js'

/** How the figures of a period enter the score, and what one unit of it is worth. */
export interface Scale {
  /** The figure of a period; null when it is missing. */
  standardise: (period: ReadPeriod) => number | null
  /** One unit of the scale in the unit of the metric, for periods of that size. */
  unitOf: (observed: readonly ReadPeriod[]) => number
}

/**
 * The scale of the figures of a metric; null when its baseline has no variation.
 *
 * Counts are standardised by the pooled baseline, so that a small period does not count as much as a large one.
 */
export function countScale(kind: MetricSeries['kind'], usual: readonly ReadPeriod[]): Scale | null {
  if (kind === 'value') return { standardise: ({ value }) => value, unitOf: () => 1 }
  const { level } = pooledLevel(kind, usual)
  const variance = kind === 'proportion' ? level * (1 - level) : level
  if (variance === 0) return null
  return {
    standardise: ({ value, count, base }) =>
      value === null ? null : (count - base * level) / Math.sqrt(base * variance),
    unitOf: (observed) => Math.sqrt(variance / harmonicBase(observed)),
  }
}

import { type Decimal, toDouble } from '../../internal/decimal.js'
import type { Interval, Measurement } from '../../measurement.js'
import type { CustomerRevenue } from '../../records/model.js'
import { studentTQuantile } from '../../statistics/studentTQuantile.js'
import type { IntervalOptions } from '../internal/options.js'
import { readInterval } from '../internal/readInterval.js'
import type { MrrMovements } from './model.js'
import { type FigureRule, type RevenueFigures, ratioError, revenueFigures } from './revenueFigures.js'

/** What one of the four figures is. */
export interface RetentionRule extends FigureRule {
  metric: string
  /** Whether the share lost is wanted, not the share kept. */
  isChurn: boolean
}

/** One of the four figures of revenue kept or lost, with its interval over customers. */
export function retentionMeasurement(
  source: MrrMovements | Iterable<CustomerRevenue>,
  rule: RetentionRule,
  options: IntervalOptions,
): Measurement {
  const { level, wanted } = readInterval(options, 'ratio-t')
  const figures = revenueFigures(source, rule)
  const { base, kept, rows, excluded } = figures
  const common = {
    metric: rule.metric,
    unit: 'ratio' as const,
    sampleSize: rows.length,
    ...(excluded === undefined ? {} : { excluded }),
    definition: { ...(rule.kind === 'net' ? { includeReactivation: rule.includeReactivation } : {}), caveats: [] },
  }
  if (figures.isMixed) return { ...common, value: null, reason: 'mixed_currency' }
  const part = rule.isChurn ? base.minus(kept) : kept
  const divided = { numerator: toDouble(part), denominator: toDouble(base) }
  if (base.isZero()) {
    return { ...common, ...divided, value: null, reason: kept.isZero() ? 'empty_base' : 'zero_denominator' }
  }
  const interval = wanted ? limitsOf(figures, rule, level) : undefined
  const value = toDouble(part.dividedBy(base))
  return { ...common, ...divided, value, ...(interval === undefined ? {} : { interval }) }
}

/** Student limits of the ratio, clipped to the range of the figure; those of churn are mirrored. */
function limitsOf({ rows, base, kept }: RevenueFigures, rule: RetentionRule, level: number): Interval | undefined {
  if (rows.length < 2) return undefined
  const ratio = toDouble(kept.dividedBy(base))
  const half = studentTQuantile((1 + level) / 2, rows.length - 1) * ratioError(rows, base, kept)
  const lower = Math.min(ratio, Math.max(0, ratio - half))
  const upper = Math.max(ratio, rule.kind === 'gross' ? Math.min(1, ratio + half) : ratio + half)
  if (!rule.isChurn) return { lower, upper, level, method: 'ratio-t' }
  const lost = lostShare(base, kept)
  return { lower: Math.min(lost, 1 - upper), upper: Math.max(lost, 1 - lower), level, method: 'ratio-t' }
}

function lostShare(base: Decimal, kept: Decimal): number {
  return toDouble(base.minus(kept).dividedBy(base))
}

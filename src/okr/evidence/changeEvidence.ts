import { compareDecimal, Decimal, toDouble } from '../../internal/decimal.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { DecimalInput, Interval } from '../../measurement.js'
import { rateChange } from '../../metrics/comparison/rateChange.js'
import { differenceInterval } from '../../statistics/differenceInterval.js'
import type { Measured } from '../models/measured.js'
import type { ScoreReason } from '../models/status.js'
import { readLevel } from '../readLevel.js'
import { type ReadMeasured, readMeasured } from './readMeasured.js'

/** Options of {@link changeEvidence}. */
export interface ChangeEvidenceOptions {
  /** Two-sided confidence, in (0, 1); default that of an interval that comes with a value, else 0.95. */
  readonly level?: DecimalInput | undefined
}

/** A number before and after. */
export interface ChangeEvidenceData {
  /** Before. */
  readonly baseline: Measured
  /** After. */
  readonly current: Measured
}

/** Whether a number moved, or whether it is noise. */
export interface ChangeEvidence {
  /** Current minus baseline. */
  difference: number | null
  /** That as a share of the baseline; null from 0. */
  relativeChange: number | null
  /** Interval of the difference. */
  interval: Interval | null
  /** Whether the interval leaves 0 out; null with a reason. */
  verdict: 'real' | 'not_distinguishable' | null
  /** Why the verdict is null. */
  reason?: ScoreReason
}

/**
 * Tells whether a number moved between two measurements, or whether it is noise.
 *
 * Two counted shares: Newcombe's interval of the difference. Otherwise the same square-and-add of the two intervals:
 * `d − sqrt((v₁ − l₁)² + (u₂ − v₂)²)` and `d + sqrt((u₁ − v₁)² + (v₂ − l₂)²)`. Real when the interval leaves 0 out.
 *
 * @param data - the number before and after
 * @param options - level
 * @returns difference, relative change, interval and verdict; verdict null with `not_measured`, `zero_denominator` or
 * `no_interval`
 * @throws {@link RetentionOkrError} INVALID_COUNT, COUNT_EXCEEDS_BASE, INVALID_NUMBER, INVALID_INPUT
 * @throws {@link RetentionOkrError} INVALID_OPTION for a level outside (0, 1), or two intervals of other levels
 * @example
 * ```ts
 * import { changeEvidence } from 'retention-okr/okr'
 *
 * const baseline = { numerator: 24, denominator: 300 }
 * const change = changeEvidence({ baseline, current: { numerator: 21, denominator: 300 } })
 * change.relativeChange // => -0.125
 * change.verdict // => 'not_distinguishable'
 * ```
 * @see Newcombe 1998, Interval estimation for the difference between independent proportions
 * @since 0.1.0
 */
export function changeEvidence(data: ChangeEvidenceData, options: ChangeEvidenceOptions = {}): ChangeEvidence {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['level'])
  const level = options.level === undefined ? levelOf(data) : readLevel(options.level)
  const baseline = readMeasured(data.baseline, level, 'baseline')
  const current = readMeasured(data.current, level, 'current')
  if (baseline.value === null || current.value === null) {
    const reason = baseline.value === null ? baseline.reason : current.reason
    return { difference: null, relativeChange: null, interval: null, verdict: null, reason: reason ?? 'not_measured' }
  }
  const difference = current.value.minus(baseline.value)
  const common = {
    difference: toDouble(difference),
    relativeChange: baseline.value.isZero() ? null : toDouble(difference.div(baseline.value)),
  }
  const interval = intervalOf(baseline, current, level)
  if (interval === null) return { ...common, interval, verdict: null, reason: 'no_interval' }
  return { ...common, interval, verdict: isRealChange(interval) ? 'real' : 'not_distinguishable' }
}

/** The level of the first interval that comes with a value; counts make theirs at any level. */
function levelOf(data: ChangeEvidenceData): number {
  for (const name of ['baseline', 'current'] as const) {
    const read = readMeasured(data[name], 0.95, name)
    if (read.counts === undefined && read.interval !== null) return read.interval.level
  }
  return 0.95
}

function intervalOf(baseline: ReadMeasured, current: ReadMeasured, level: number): Interval | null {
  if (baseline.counts !== undefined && current.counts !== undefined) {
    return rateChange({ baseline: baseline.counts, current: current.counts }, { level }).interval ?? null
  }
  if (baseline.interval === null || current.interval === null) return null
  const { lower, upper, method } = differenceInterval(
    { first: limited(current, current.interval), second: limited(baseline, baseline.interval) },
    { level },
  )
  return lower === null || upper === null ? null : { lower, upper, level, method }
}

function limited({ value }: ReadMeasured, interval: Interval): { value: number | null; interval: Interval } {
  return { value: value === null ? null : toDouble(value), interval }
}

function isRealChange({ lower, upper }: Interval): boolean {
  const zero = new Decimal(0)
  return compareDecimal(new Decimal(lower), zero) > 0 || compareDecimal(new Decimal(upper), zero) < 0
}

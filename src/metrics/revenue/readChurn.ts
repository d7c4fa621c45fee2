import type { Decimal } from '../../internal/decimal.js'
import { toDecimal } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertCount } from '../../internal/guards.js'
import { wilsonInterval } from '../../statistics/wilsonInterval.js'

/** Churn of one period as counts or as a rate. */
export interface ChurnInput {
  /** Customers at the start. */
  readonly opening?: number | undefined
  /** Those of them who are lost at the end. */
  readonly lost?: number | undefined
  /** The rate itself, 0..1, instead of the two counts; without them there is no interval. */
  readonly churn?: number | undefined
}

/** Churn with what is known of its precision. */
export interface ReadChurn {
  /** Null over an empty base. */
  churn: Decimal | null
  /** Customers behind it; 0 for a bare rate. */
  sampleSize: number
  /** Its Wilson limits at a level, from counts alone. */
  limits: (level: number) => { lower: number; upper: number } | undefined
}

/** Reads churn from counts or as a bare rate. */
export function readChurn({ opening, lost, churn }: ChurnInput, path: string): ReadChurn {
  if (churn !== undefined) {
    if (opening !== undefined || lost !== undefined) {
      fail('INVALID_INPUT', path, 'must have churn or counts, not both', 'both')
    }
    if (typeof churn !== 'number' || !(churn >= 0 && churn <= 1)) {
      fail('RATE_OUT_OF_RANGE', `${path}.churn`, 'must be between 0 and 1', churn)
    }
    return { churn: toDecimal(churn, `${path}.churn`), sampleSize: 0, limits: () => undefined }
  }
  const counts = { opening, lost }
  for (const name of ['opening', 'lost'] as const) {
    if (counts[name] === undefined) fail('MISSING_COUNT', `${path}.${name}`, 'is needed without churn', undefined)
    assertCount(counts[name], `${path}.${name}`)
  }
  const [trials, successes] = [opening ?? 0, lost ?? 0]
  if (successes > trials) fail('COUNT_EXCEEDS_BASE', `${path}.lost`, 'must not exceed opening', successes)
  return {
    churn: trials === 0 ? null : toDecimal(successes, `${path}.lost`).dividedBy(trials),
    sampleSize: trials,
    limits: (level) => {
      if (trials === 0) return undefined
      const { lower, upper } = wilsonInterval({ successes, trials }, { level })
      return { lower: lower ?? 0, upper: upper ?? 1 }
    },
  }
}

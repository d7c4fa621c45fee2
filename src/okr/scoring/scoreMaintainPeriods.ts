import { compareDecimal, Decimal, toDouble } from '../../internal/decimal.js'
import { assertArray, assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { DecimalInput } from '../../measurement.js'
import type { Condition, Quantity } from '../models/quantity.js'
import { readQuantity } from '../readQuantity.js'
import { readShare } from '../readShare.js'
import { readCondition } from './readCondition.js'

/** How much of its time a condition was met. */
export interface MaintainScore {
  progress: number | null
  reason?: 'not_measured'
  met: number
  judged: number
  latestMet: boolean | null
  attained: boolean | null
}

/** The same with the exact share. */
export type ExactMaintainScore = Omit<MaintainScore, 'progress'> & { progress: Decimal | null }

/**
 * The share of periods in which a condition was met.
 *
 * Periods up to the latest with a value are judged: an interior one without a value is not met, later ones are open.
 */
export function scoreMaintainPeriods(
  data: { readonly condition: Condition; readonly values: readonly (Quantity | null)[] },
  options: { readonly requiredShare?: DecimalInput | undefined } = {},
): MaintainScore {
  const { progress, ...score } = maintainPeriodsOf(data, options)
  return { progress: progress === null ? null : toDouble(progress), ...score }
}

/** The same with the exact share. */
export function maintainPeriodsOf(
  data: { readonly condition: Condition; readonly values: readonly (Quantity | null)[] },
  options: { readonly requiredShare?: DecimalInput | undefined } = {},
): ExactMaintainScore {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['requiredShare'])
  const judge = readCondition(data.condition)
  assertArray(data.values, 'values')
  const verdicts = data.values.map((quantity, index) => {
    const { value } = readQuantity(quantity, `values[${index}]`)
    return value === null ? null : judge(value) === 'met'
  })
  const judged = verdicts.slice(0, verdicts.map((verdict) => verdict !== null).lastIndexOf(true) + 1)
  const met = judged.filter((verdict) => verdict === true).length
  return maintainScore(met, judged.length, judged.at(-1) ?? null, options.requiredShare)
}

/** Met among judged as a score. */
export function maintainScore(
  met: number,
  judged: number,
  latestMet: boolean | null,
  requiredShare: DecimalInput = 1,
): ExactMaintainScore {
  const required = readShare(requiredShare, 'options.requiredShare', 'INVALID_OPTION')
  if (judged === 0) {
    return { progress: null, reason: 'not_measured', met: 0, judged: 0, latestMet: null, attained: null }
  }
  const progress = new Decimal(met).div(judged)
  return { progress, met, judged, latestMet, attained: compareDecimal(progress, required) >= 0 }
}

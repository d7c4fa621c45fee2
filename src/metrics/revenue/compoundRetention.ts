import { Decimal, toDecimal, toDouble } from '../../internal/decimal.js'
import { fail } from '../../internal/fail.js'
import { assertArray } from '../../internal/guards.js'
import type { Measurement } from '../../measurement.js'

/**
 * Compounds the retentions of consecutive periods: their product, never their mean.
 *
 * Twelve single months are not the same question as one twelve-month period, point to point, whose cohort stays that of
 * the start: say which of the two a figure is.
 *
 * @param retentions - the retention of each period, from 0; above 1 where expansion outweighs losses
 * @returns `compound-retention` as a ratio from 0; null with `empty_base` without periods
 * @throws {@link RetentionOkrError} RATE_OUT_OF_RANGE for a retention that is negative or no finite number
 * @throws {@link RetentionOkrError} INVALID_INPUT when the retentions are no array
 * @example
 * ```ts
 * import { compoundRetention } from 'retention-okr/metrics'
 *
 * compoundRetention([0.9, 1.1, 0.95]).value // => 0.9405
 * ```
 * @since 0.1.0
 */
export function compoundRetention(retentions: readonly number[]): Measurement {
  assertArray(retentions, 'retentions')
  let product: Decimal = new Decimal(1)
  retentions.forEach((retention, index) => {
    if (typeof retention !== 'number' || !(retention >= 0)) {
      fail('RATE_OUT_OF_RANGE', `retentions[${index}]`, 'must be a number from 0', retention)
    }
    product = product.times(toDecimal(retention, `retentions[${index}]`, 'RATE_OUT_OF_RANGE'))
  })
  const common = { metric: 'compound-retention', unit: 'ratio' as const, sampleSize: retentions.length }
  const definition = { caveats: [] }
  if (retentions.length === 0) return { ...common, value: null, reason: 'empty_base', definition }
  return { ...common, value: toDouble(product), definition }
}

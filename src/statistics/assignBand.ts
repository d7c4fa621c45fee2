import { fail } from '../internal/fail.js'
import { assertFinite, assertKnownOptions } from '../internal/guards.js'

/** A named range of values. */
export interface Band {
  /** Its name. */
  band: string
  /** Where it begins; inside, unless the upper ends are. */
  from: number
  /** Where it ends and the next one begins. */
  to: number
}

/** Options of {@link assignBand}. */
export interface AssignBandOptions {
  /** Bands in ascending order, each beginning where the one before it ends. */
  readonly bands: readonly Band[]
  /** Whether a value on a boundary belongs to the band below it; default false. */
  readonly upperInclusive?: boolean | undefined
}

/**
 * Gives the band of a value.
 *
 * Bands are half-open `[from, to)` and the last is closed; with `upperInclusive` they are `(from, to]` and the first is
 * closed.
 *
 * @param value - a finite number
 * @param options - bands and which end belongs to them
 * @returns the name of the band; null outside all bands
 * @throws {@link RetentionOkrError} INVALID_BANDS for no bands, gaps, overlaps and bands out of order
 * @throws {@link RetentionOkrError} INVALID_NUMBER for a value that is not finite
 * @example
 * ```ts
 * import { assignBand } from 'retention-okr/statistics'
 *
 * const bands = [
 *   { band: 'low', from: 0, to: 40 },
 *   { band: 'high', from: 40, to: 100 },
 * ]
 * assignBand(40, { bands }) // => 'high'
 * assignBand(40, { bands, upperInclusive: true }) // => 'low'
 * assignBand(100.5, { bands }) // => null
 * ```
 * @since 0.1.0
 */
export function assignBand(value: number, options: AssignBandOptions): string | null {
  assertFinite(value, 'value')
  assertKnownOptions(options, ['bands', 'upperInclusive'])
  const { bands, upperInclusive = false } = options
  if (typeof upperInclusive !== 'boolean') {
    fail('INVALID_OPTION', 'options.upperInclusive', 'must be a boolean', upperInclusive)
  }
  assertBands(bands)
  const end = upperInclusive ? bands[0] : bands[bands.length - 1]
  if (value === (upperInclusive ? end?.from : end?.to)) return end?.band ?? null
  const inside = ({ from, to }: Band) => (upperInclusive ? from < value && value <= to : from <= value && value < to)
  return bands.find(inside)?.band ?? null
}

function assertBands(bands: unknown): asserts bands is readonly Band[] {
  if (!Array.isArray(bands) || bands.length === 0) {
    fail('INVALID_BANDS', 'options.bands', 'must be an array of at least one band', bands)
  }
  bands.forEach((item: Partial<Band> | null, index) => {
    const path = `options.bands[${index}]`
    if (typeof item !== 'object' || item === null) fail('INVALID_BANDS', path, 'must be a band', item)
    if (typeof item.band !== 'string' || item.band === '') {
      fail('INVALID_BANDS', `${path}.band`, 'must be a name', item.band)
    }
    assertFinite(item.from, `${path}.from`, 'INVALID_BANDS')
    assertFinite(item.to, `${path}.to`, 'INVALID_BANDS')
    if (item.to <= item.from) fail('INVALID_BANDS', `${path}.to`, 'must be above its from', item.to)
    if (index > 0 && item.from !== bands[index - 1].to) {
      fail('INVALID_BANDS', `${path}.from`, 'must be the end of the band before it', item.from)
    }
  })
}

import { readInstant } from '../../calendar/readInstant.js'
import type { Instant, Measurement } from '../../measurement.js'
import type { PurchasesOfPeriod } from './purchasesOfPeriod.js'

/** A rate with the definition, the exclusions and the caveats of its period; null when the period is not over. */
export function withPeriod(
  rate: Measurement,
  { period, excluded, definition }: PurchasesOfPeriod,
  options: { readonly historyStart?: Instant | undefined; readonly needsEnd: boolean; readonly more?: object },
): Measurement {
  const { historyStart, needsEnd, more } = options
  const isShort =
    historyStart !== undefined && period.start <= readInstant(historyStart, definition.timeZone, 'options.historyStart')
  const caveats = [
    ...(rate.definition.caveats ?? []),
    ...(needsEnd ? period.caveats : []),
    ...(isShort ? ['short_history'] : []),
  ]
  const described = {
    ...rate,
    ...(excluded === undefined ? {} : { excluded }),
    definition: { ...definition, ...more, caveats: caveats.sort() },
  }
  if (!needsEnd || period.isMature) return described
  const { interval: _interval, ...rest } = described
  return { ...rest, value: null, reason: 'not_mature' }
}

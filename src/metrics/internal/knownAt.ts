import { readAsOf } from '../../calendar/readAsOf.js'
import type { Instant } from '../../measurement.js'
import type { Tally } from '../../tally/model.js'

/** An `asOf` given beside a tally, in the form of the tally's definition, so that instants compare as instants. */
export function knownAt(
  source: Tally<object>,
  options: { readonly asOf?: Instant | undefined; readonly timeZone?: string | undefined },
): string | undefined {
  if (options.asOf === undefined) return undefined
  const { timeZone = 'UTC' } = source.definition as { timeZone?: string }
  return new Date(readAsOf(options.asOf, options.timeZone ?? timeZone)).toISOString()
}

import { assertInteger } from '../../internal/guards.js'
import type { SilenceOptions } from './model.js'
import type { SilenceLimits } from './prospectState.js'

/** The options of silence, for the check of unknown ones. */
export const silenceOptionNames = ['minimumOutbound', 'minimumDays', 'graceDays'] as const

/** The limits of silence with their defaults. */
export function readSilenceLimits(options: SilenceOptions): SilenceLimits {
  const { minimumOutbound = 3, minimumDays = 14, graceDays = 3 } = options
  assertInteger(minimumOutbound, { minimum: 1, maximum: 36_600 }, 'options.minimumOutbound')
  assertInteger(minimumDays, { minimum: 0, maximum: 36_600 }, 'options.minimumDays')
  assertInteger(graceDays, { minimum: 0, maximum: 36_600 }, 'options.graceDays')
  return { minimumOutbound, minimumDays, graceDays }
}

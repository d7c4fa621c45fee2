import type { KeyResultStatus } from './models/status.js'

/**
 * Every status from the one that needs attention most to the one that needs none.
 *
 * @example
 * ```ts
 * import { statusOrder } from 'retention-okr/okr'
 *
 * statusOrder[0] // => 'missed'
 * ```
 * @since 0.1.0
 */
export const statusOrder: readonly KeyResultStatus[] = [
  'missed',
  'off_track',
  'stale',
  'no_data',
  'at_risk',
  'partial',
  'awaiting_outcome',
  'on_track',
  'not_started',
  'attained',
  'achieved',
  'dropped',
]

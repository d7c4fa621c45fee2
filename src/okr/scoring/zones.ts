import type { Zone } from '../models/status.js'

/** The zones from worst to best. */
export const zoneOrder = ['fail', 'commit', 'target', 'stretch'] as const satisfies readonly Zone[]

/** The least progress of each zone. */
export const zoneProgress = { fail: '0', commit: '0.3', target: '0.7', stretch: '1' } as const satisfies Record<
  Zone,
  string
>

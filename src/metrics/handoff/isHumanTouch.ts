import type { Interaction } from '../../records/model.js'

/** Whether somebody tried to reach the lead or spoke with it: no machine, and no call that nobody took. */
export function isHumanTouch({ direction, channel, isAutomated, answered }: Interaction): boolean {
  if (isAutomated === true) return false
  return direction === 'out' || channel === 'meeting' || (channel === 'call' && answered === true)
}

import { assertOneOf } from '../../internal/guards.js'
import type { Interaction } from '../../records/model.js'
import type { Touch } from './prospectState.js'

type Read = (value: unknown, path: () => string) => number

/** An interaction with its decoded instant. */
export function decodeTouch(interaction: Interaction, read: Read, path: string): Touch {
  const { direction, isAutomated, bounced } = interaction
  assertOneOf(direction, ['in', 'out'], `${path}.direction`, 'INVALID_INPUT')
  const at = read(interaction.at, () => `${path}.at`)
  return { at, direction, isAutomated: isAutomated === true, bounced: bounced === true }
}

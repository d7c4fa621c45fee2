import { readAsOf } from '../../calendar/readAsOf.js'
import type { Instant } from '../../measurement.js'
import { agreeWithDefinition } from '../../tally/agreeWithDefinition.js'
import type { Tally } from '../../tally/model.js'
import type { CommitmentOptions } from './model.js'
import { type CommitmentRules, commitmentOptionNames } from './readCommitmentOptions.js'

/** Options that may be given beside a tally. */
interface GivenOptions extends CommitmentOptions {
  readonly asOf?: Instant | undefined
  readonly timeZone?: string | undefined
  readonly segmentBy?: unknown
}

/** The definition of a tally of promises, which no given option contradicts; instants compare as instants. */
export function agreeWithPromises(
  tally: Tally<object>,
  options: GivenOptions,
): CommitmentRules & { asOf: string; timeZone: string } {
  const { asOf, timeZone, segmentBy } = options
  const rules = Object.fromEntries(commitmentOptionNames.map((name) => [name, options[name]]))
  const definition = agreeWithDefinition(tally, 'commitments', {
    timeZone,
    segmentBy: typeof segmentBy === 'string' ? segmentBy : undefined,
    ...rules,
  })
  if (asOf !== undefined) {
    const instant = readAsOf(asOf, String(definition['timeZone']))
    agreeWithDefinition(tally, 'commitments', { asOf: new Date(instant).toISOString() })
  }
  return definition as unknown as CommitmentRules & { asOf: string; timeZone: string }
}

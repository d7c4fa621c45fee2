import { createInstantReader } from '../../calendar/createInstantReader.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Instant } from '../../measurement.js'
import type { Interaction } from '../../records/model.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { decodeTouch } from './decodeTouch.js'
import type { ProspectAssessment, SilenceOptions } from './model.js'
import { prospectState, type Touch } from './prospectState.js'
import { readSilenceLimits, silenceOptionNames } from './readSilenceLimits.js'

/** Options of {@link classifyProspect}. */
export interface ClassifyProspectOptions extends SilenceOptions {
  /** Nothing later is known. */
  readonly asOf: Instant
}

/** One prospect with all contacts. */
export interface ProspectHistory {
  /** When the prospect was handed over; earlier contacts are not looked at. */
  readonly handedAt: Instant
  /** Contacts with this prospect, in any order. */
  readonly interactions: Iterable<Interaction>
  /** When a deal of the prospect was won or lost; default not yet. */
  readonly closedAt?: Instant | undefined
  /** Whether there is a usable address; default true. */
  readonly reachable?: boolean | undefined
}

/**
 * Tells a silent prospect from one that its seller does not work on: closed, unreachable, untouched, silent, underworked
 * or active, the first that applies.
 *
 * Attempts are outbound, by a person, and did not bounce; everything counts from the last answer of a person.
 * Unreachable: no usable address, or every attempt bounced. Untouched: no attempt at all. Silent: enough attempts, the
 * first long ago and the last not just now. Underworked: fewer attempts, for long. Untouched and underworked are gaps of
 * the seller and no silence.
 *
 * @param prospect - hand-over, contacts, closing
 * @param options - instant of knowledge, limits
 * @returns the state with the attempts since the last answer and the days of 24 hours since the first and last of them
 * @throws {@link RetentionOkrError} INVALID_INSTANT, INVALID_OPTION, INVALID_INPUT
 * @example
 * ```ts
 * import { classifyProspect } from 'retention-okr/metrics'
 *
 * const call = { direction: 'out', channel: 'call' } as const
 * const interactions = ['2025-03-01', '2025-03-05', '2025-03-10'].map((at) => ({ ...call, at }))
 * const prospect = classifyProspect({ handedAt: '2025-03-01', interactions }, { asOf: '2025-03-15' })
 * prospect.state // => 'silent'
 * prospect.daysSinceLast // => 5
 * classifyProspect({ handedAt: '2025-03-01', interactions: [] }, { asOf: '2025-03-15' }).state // => 'untouched'
 * ```
 * @since 0.1.0
 */
export function classifyProspect(prospect: ProspectHistory, options: ClassifyProspectOptions): ProspectAssessment {
  assertPlain(prospect, 'prospect')
  assertKnownOptions(options, ['asOf', ...silenceOptionNames])
  const asOf = readAsOf(options.asOf, 'UTC')
  const limits = readSilenceLimits(options)
  const read = createInstantReader('UTC')
  const { handedAt, interactions, closedAt, reachable } = prospect
  const touches: Touch[] = []
  forEachRecord(interactions, 'prospect.interactions', (interaction, index) => {
    touches.push(decodeTouch(interaction, read, `prospect.interactions[${index}]`))
  })
  const decoded = {
    handedAt: read(handedAt, () => 'prospect.handedAt'),
    touches,
    closedAt: closedAt === undefined ? undefined : read(closedAt, () => 'prospect.closedAt'),
    isReachable: reachable !== false,
  }
  return prospectState(decoded, asOf, limits)
}

import { assertTimeZone } from '../../calendar/assertTimeZone.js'
import { createInstantReader } from '../../calendar/createInstantReader.js'
import { readAsOf } from '../../calendar/readAsOf.js'
import { fail } from '../../internal/fail.js'
import { assertKnownOptions, assertPlain } from '../../internal/guards.js'
import type { Instant } from '../../measurement.js'
import type { Handoff, Interaction, Lead, OwnerChange } from '../../records/model.js'
import { forEachRecord } from '../../tally/forEachRecord.js'
import { assessRead } from './assessRead.js'
import { decodeChange, decodeHandoff } from './decodeHandoff.js'
import { isHumanTouch } from './isHumanTouch.js'
import type { HandoffAssessment } from './models/assessment.js'
import type { HandoffPolicy } from './models/policy.js'
import { readPolicy } from './readPolicy.js'
import type { DecodedChange } from './reassignmentsOf.js'

/** Options of {@link assessHandoff}. */
export interface AssessHandoffOptions {
  /** Nothing later is known. */
  readonly asOf: Instant
  /** IANA zone of what is date-only; default `'UTC'`. */
  readonly timeZone?: string | undefined
  /** What a good hand-off is. */
  readonly policy: HandoffPolicy
}

/** One hand-off with all that is known of its lead. */
export interface HandoffEvidence {
  /** The lead, with its fields as they were at the hand-off. */
  readonly lead: Lead
  /** The hand-over. */
  readonly handoff: Handoff
  /** Touches of the lead; those of other leads are not looked at. */
  readonly interactions: Iterable<Interaction>
  /** Owner changes of the lead; those of other leads are not looked at. */
  readonly ownerChanges: Iterable<OwnerChange>
  /** When the lead was handed over the next time; default not yet. */
  readonly nextHandoffAt?: Instant | undefined
  /** Id of the earlier lead that this one repeats; default none. */
  readonly duplicateOf?: string | undefined
}

/**
 * Assesses one hand-off: the parts of its score, the defects of the record, both clocks, owner changes.
 *
 * The acceptance clock runs from the hand-over to the decision, the response clock from the assignment to the first
 * human touch, both in the opening hours of the receiving team. Defects are those of the sender: missing, invalid, wrong
 * and duplicate; a rejection is the receiver's judgement and none. What happens from the next hand-off on belongs to that.
 *
 * @param data - lead, hand-over, touches, owner changes
 * @param options - instant of knowledge, zone, policy
 * @returns parts, score, defects, clocks, owner changes, and whether both windows have run out
 * @throws {@link RetentionOkrError} INVALID_OPTION for an unknown member of the policy, or a team without opening hours
 * @throws {@link RetentionOkrError} INVALID_WEIGHT, INVALID_INSTANT, INVALID_TIME_ZONE, INVALID_INPUT
 * @example
 * ```ts
 * import { assessHandoff } from 'retention-okr/metrics'
 *
 * const lead = { id: 'L1', createdAt: '2025-03-12T08:30:00Z', fields: { email: 'ana@example', company: 'Acme' } }
 * const handoff = { id: 'H1', leadId: 'L1', fromTeam: 'marketing', toTeam: 'sales', handedAt: '2025-03-12T09:00:00Z' }
 * const interactions = [{ leadId: 'L1', at: '2025-03-12T10:00:00Z', direction: 'out', channel: 'call' }] as const
 * const policy = { calendars: { sales: null }, requiredFields: [{ field: 'email', validator: 'email' }] } as const
 * const data = { lead, handoff, interactions, ownerChanges: [] }
 * const assessment = assessHandoff(data, { asOf: '2025-03-13', policy })
 * assessment.defects // => [{ kind: 'invalid', field: 'email' }]
 * assessment.response.state // => 'met'
 * assessment.acceptance.state // => 'breached'
 * ```
 * @since 0.1.0
 */
export function assessHandoff(data: HandoffEvidence, options: AssessHandoffOptions): HandoffAssessment {
  assertPlain(data, 'data')
  assertKnownOptions(options, ['asOf', 'timeZone', 'policy'])
  const { timeZone = 'UTC' } = options
  assertTimeZone(timeZone)
  const asOf = readAsOf(options.asOf, timeZone)
  const policy = readPolicy(options.policy)
  const { lead, handoff, nextHandoffAt, duplicateOf } = data
  assertPlain(lead, 'data.lead')
  assertPlain(lead.fields, 'data.lead.fields')
  assertPlain(handoff, 'data.handoff')
  if (handoff.leadId !== lead.id)
    fail('INVALID_INPUT', 'data.handoff.leadId', 'must be that of the lead', handoff.leadId)
  const read = createInstantReader(timeZone)
  const touches: number[] = []
  forEachRecord(data.interactions, 'data.interactions', (interaction, index) => {
    const at = read(interaction.at, () => `data.interactions[${index}].at`)
    if ((interaction.leadId ?? lead.id) === lead.id && isHumanTouch(interaction)) touches.push(at)
  })
  const changes: DecodedChange[] = []
  forEachRecord(data.ownerChanges, 'data.ownerChanges', (change, index) => {
    const decoded = decodeChange(change, read, `data.ownerChanges[${index}]`)
    if (change.leadId === lead.id) changes.push(decoded)
  })
  const { decision, touched, changed, completenessAssessed, ...assessment } = assessRead(
    {
      fields: lead.fields,
      classification: lead.classification,
      leadPath: 'data.lead',
      optedOut: lead.optedOut === true,
      ...decodeHandoff(handoff, read, 'data.handoff'),
      touches,
      changes,
      nextAt: nextHandoffAt === undefined ? undefined : read(nextHandoffAt, () => 'data.nextHandoffAt'),
      isDuplicate: duplicateOf !== undefined,
    },
    policy,
    asOf,
  )
  return assessment
}

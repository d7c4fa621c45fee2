import type { Clock, ClockRule } from '../../calendar/judgeClock.js'
import { readClockAt } from '../../calendar/readClockAt.js'
import type { LeadClassification } from '../../records/model.js'
import type { HandoffAssessment, HandoffClock, HandoffDefect } from './models/assessment.js'
import type { HandoffComponents } from './models/policy.js'
import type { ReadPolicy } from './readPolicy.js'
import { type DecodedChange, reassignmentsOf } from './reassignmentsOf.js'
import { shareValue } from './weightedShare.js'

/** A decision with its decoded instant. */
export interface DecodedDecision {
  outcome: 'accepted' | 'rejected' | 'recycled'
  at: number
  reason: string | undefined
}

/** One hand-off with all that is known of its lead, instants decoded. */
export interface DecodedHandoff {
  fields: { readonly [name: string]: unknown }
  classification: LeadClassification | undefined
  /** Path of the lead, for errors. */
  leadPath: string
  optedOut: boolean
  toTeam: string
  handedAt: number
  assignedAt: number
  assignedTo: string | null
  decision: DecodedDecision | undefined
  /** Human touches of the lead. */
  touches: readonly number[]
  changes: readonly DecodedChange[]
  /** When the lead was handed on. */
  nextAt: number | undefined
  isDuplicate: boolean
}

/** An assessment with what counts of hand-offs need besides. */
export interface ReadHandoff extends HandoffAssessment {
  /** The decision, when it is known and belongs to this hand-off. */
  decision: DecodedDecision | undefined
  /** Whether a human touch is known. */
  touched: boolean
  /** Whether owner changes are known. */
  changed: boolean
  /** Whether the policy requires a field of this lead. */
  completenessAssessed: boolean
}

/** Assesses one hand-off as known at an instant. */
export function assessRead(handoff: DecodedHandoff, policy: ReadPolicy, asOf: number): ReadHandoff {
  const { full } = policy
  const end = handoff.nextAt !== undefined && handoff.nextAt <= asOf ? handoff.nextAt : undefined
  const isKnown = (at: number): boolean => at <= asOf && (end === undefined || at < end)
  const decision = handoff.decision !== undefined && isKnown(handoff.decision.at) ? handoff.decision : undefined
  const firstTouch = firstOf(handoff.touches.filter((at) => at >= handoff.handedAt && isKnown(at)))
  const changes = handoff.changes.filter(({ at }) => at >= handoff.handedAt && isKnown(at))
  const rule: ClockRule = { asOf, operator: full.operator, openTime: policy.openTimeOf(handoff.toTeam) }

  const acceptance = readHandoffClock(handoff.handedAt, decision?.at, full.acceptTarget, rule, end)
  const isSettled = decision?.outcome === 'rejected' || decision?.outcome === 'recycled' || handoff.optedOut
  const answer = readHandoffClock(handoff.assignedAt, firstTouch, full.responseTarget, rule, end)
  const response = firstTouch === undefined && isSettled ? notApplicable(answer) : answer
  const reassignments = reassignmentsOf(handoff.assignedTo, changes, policy.neutralReassignments)

  const completeness = policy.completeness.read(handoff.fields)
  const classification = policy.classify(handoff.classification, `${handoff.leadPath}.classification`)
  const components: HandoffComponents = {
    completeness: shareValue(completeness),
    classification: shareValue(classification),
    timeliness: timelinessOf([
      { clock: acceptance, target: full.acceptTarget },
      { clock: response, target: full.responseTarget },
    ]),
    acceptance: acceptanceOf(decision, acceptance, policy.neutralRejections),
    stability: reassignments.stability,
    uniqueness: handoff.isDuplicate ? 0 : 1,
  }
  const contactable = policy.completeness.isContactable(handoff.fields)
  const isUnexplained = decision?.outcome === 'rejected' && decision.reason === undefined
  return {
    components,
    score: policy.score(components, contactable),
    defects: defectsOf(completeness, classification.wrong, handoff.isDuplicate),
    receiverDefects: isUnexplained ? [{ kind: 'missing_reject_reason' }] : [],
    acceptance,
    response,
    reassignments,
    contactable,
    mature: acceptance.mature && response.mature,
    decision,
    touched: firstTouch !== undefined,
    changed: changes.length > 0,
    completenessAssessed: components.completeness !== null,
  }
}

/** A clock that another hand-off may end: then it was in time as long as nobody was late. */
function readHandoffClock(
  startedAt: number,
  stoppedAt: number | undefined,
  target: number,
  rule: ClockRule,
  end: number | undefined,
): HandoffClock {
  const clock: Clock = { startedAt, stoppedAt: stoppedAt ?? end, pauses: [] }
  const { state, elapsed, dueAt, mature } = readClockAt(clock, target, rule)
  const reading = { state, elapsed, dueAt, mature }
  return stoppedAt === undefined && state === 'met' ? notApplicable(reading) : reading
}

function notApplicable(clock: HandoffClock): HandoffClock {
  return { ...clock, state: 'not_applicable', elapsed: null }
}

/** Mean of what is known of both clocks: 1 in time, else target / elapsed. */
function timelinessOf(clocks: readonly { clock: HandoffClock; target: number }[]): number | null {
  const factors = clocks
    .filter(({ clock: { state } }) => state === 'met' || state === 'breached')
    .map(({ clock: { elapsed }, target }) => (elapsed === null || elapsed <= target ? 1 : target / elapsed))
  return factors.length === 0 ? null : factors.reduce((sum, factor) => sum + factor, 0) / factors.length
}

function acceptanceOf(
  decision: DecodedDecision | undefined,
  clock: HandoffClock,
  neutralReasons: ReadonlySet<string>,
): number | null {
  if (decision === undefined) return clock.state === 'breached' ? 0 : null
  if (decision.outcome === 'accepted') return 1
  if (decision.outcome === 'recycled') return null
  return decision.reason !== undefined && neutralReasons.has(decision.reason) ? null : 0
}

function defectsOf(
  { missing, invalid }: { missing: readonly string[]; invalid: readonly string[] },
  wrong: readonly string[],
  isDuplicate: boolean,
): HandoffDefect[] {
  const ofKind = (kind: 'missing' | 'invalid' | 'wrong', fields: readonly string[]): HandoffDefect[] =>
    fields.map((field) => ({ kind, field }))
  const duplicate: HandoffDefect[] = isDuplicate ? [{ kind: 'duplicate' }] : []
  return [...ofKind('missing', missing), ...ofKind('invalid', invalid), ...ofKind('wrong', wrong), ...duplicate]
}

function firstOf(instants: readonly number[]): number | undefined {
  return instants.reduce<number | undefined>((first, at) => (first === undefined || at < first ? at : first), undefined)
}

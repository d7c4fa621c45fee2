import { dayFromNumber, dayNumber } from '../calendar/dayNumber.js'
import { compareCodeUnits } from '../internal/compareCodeUnits.js'
import type { Day, Measurement } from '../measurement.js'
import { assessKeyResult } from '../okr/assessment/assessKeyResult.js'
import { assessObjective, type KeyResultVersions } from '../okr/assessment/assessObjective.js'
import type { KeyResultAssessment } from '../okr/assessment/keyResultAssessment.js'
import { definitionAsOf } from '../okr/history/definitionAsOf.js'
import type { CheckIn, KeyResultVersion } from '../okr/models/checkIn.js'
import type { Cycle } from '../okr/models/cycle.js'
import type { KeyResult } from '../okr/models/keyResult.js'
import type { Objective } from '../okr/models/objective.js'
import type { Condition, Quantity } from '../okr/models/quantity.js'
import { expectedProgress } from '../okr/pace/expectedProgress.js'
import type { BoundKeyResult } from './bindKeyResults.js'
import type { KeyResultPoint, KeyResultReview, ObjectiveReview, PlannedPoint } from './models/objectives.js'
import type { RetentionReview } from './models/review.js'

/** What the review of an objective reads beside it. */
export interface ObjectiveContext {
  cycle: Cycle
  asOf: Day
  versions: readonly KeyResultVersions[]
  bound: ReadonlyMap<string, BoundKeyResult>
  previous: RetentionReview | undefined
}

/** An objective with its key results, as the review shows them. */
export function reviewObjective(objective: Objective, context: ObjectiveContext): ObjectiveReview {
  const { cycle, asOf, versions, bound, previous } = context
  const checkIns = objective.keyResults.flatMap(({ id }) => bound.get(id)?.checkIns ?? [])
  const own = versions.filter(({ keyResultId }) => objective.keyResults.some(({ id }) => id === keyResultId))
  const { keyResults, ...assessment } = assessObjective({ objective, cycle, checkIns, versions: own }, { asOf })
  const before = previous?.objectives.find(({ objectiveId }) => objectiveId === objective.id)
  return {
    ...assessment,
    title: objective.title,
    ...(objective.owner === undefined ? {} : { owner: objective.owner }),
    parentIds: [...(objective.parentIds ?? [])],
    ...(before === undefined ? {} : { previous: { progress: before.progress, status: before.status } }),
    keyResults: keyResults.map((assessed, index) =>
      reviewKeyResult(objective.keyResults[index] as KeyResult, assessed, objective, context),
    ),
  }
}

function reviewKeyResult(
  keyResult: KeyResult,
  assessment: KeyResultAssessment,
  objective: Objective,
  { cycle, asOf, versions, bound, previous }: ObjectiveContext,
): KeyResultReview {
  const { measurement, checkIns = [], measured = new Set<string>() } = bound.get(keyResult.id) ?? {}
  const owner = keyResult.owner ?? objective.owner
  const before = previous?.objectives
    .flatMap(({ keyResults }) => keyResults)
    .find(({ keyResultId }) => keyResultId === keyResult.id)
  const days = {
    ...cycle,
    firstDay: keyResult.firstDay ?? objective.firstDay ?? cycle.firstDay,
    lastDay: keyResult.lastDay ?? objective.lastDay ?? cycle.lastDay,
  }
  const replayed = {
    keyResult,
    cycle: days,
    checkIns,
    cadence: objective.cadence,
    versions: versions.find(({ keyResultId }) => keyResultId === keyResult.id)?.versions,
  }
  const points = pointsOf(replayed, measured, asOf)
  return {
    ...assessment,
    title: keyResult.title,
    kind: keyResult.kind,
    role: keyResult.role ?? 'result',
    weight: keyResult.weight === undefined ? 1 : Number(keyResult.weight),
    ...(owner === undefined ? {} : { owner }),
    ...(keyResult.unit === undefined ? {} : { unit: keyResult.unit }),
    ...conditionOf(keyResult, replayed.versions, asOf),
    ...(measurement === undefined ? {} : { measurement: withoutSegment(measurement) }),
    points,
    plan: planOf(keyResult, days, points),
    ...(before === undefined ? {} : { previous: previousOf(before) }),
  }
}

/** What a key result in force keeps, when it is one that keeps something. */
function conditionOf(
  keyResult: KeyResult,
  versions: readonly KeyResultVersion[] | undefined,
  asOf: Day,
): Pick<KeyResultReview, 'condition'> {
  const inForce =
    versions === undefined ? keyResult : (definitionAsOf(versions, { asOf }).version?.keyResult ?? keyResult)
  if (inForce.kind !== 'maintain') return {}
  const known = Object.entries(inForce.condition).filter(([, value]) => value !== undefined)
  return { condition: Object.fromEntries(known) as unknown as Condition }
}

/** The review names the segment beside the measurement, not in it. */
function withoutSegment(measurement: Measurement & { segment?: unknown }): Measurement {
  const { segment: _segment, ...rest } = measurement
  return rest
}

/** What each check-in knew: one assessment on the day of each. */
function pointsOf(
  data: Parameters<typeof assessKeyResult>[0],
  measured: ReadonlySet<string>,
  asOf: Day,
): KeyResultPoint[] {
  const seen = data.checkIns.filter(({ on }) => on <= asOf && on >= data.cycle.firstDay)
  return seen.map((checkIn) => {
    const { score, status } = assessKeyResult(data, { asOf: checkIn.on, knownOn: asOf })
    return {
      on: checkIn.on,
      value: score.value ?? null,
      progress: score.progress,
      status,
      confidence: checkIn.confidence === undefined ? null : Number(checkIn.confidence),
      source: measured.has(checkIn.id) ? 'measured' : 'estimated',
    }
  })
}

/** The plan on its first and last day, at its corners and at the check-ins. */
function planOf(keyResult: KeyResult, { firstDay, lastDay }: Cycle, points: readonly KeyResultPoint[]): PlannedPoint[] {
  if (keyResult.kind === 'maintain') return []
  const change = keyResult.kind === 'change' ? keyResult : undefined
  const plan =
    keyResult.plan ?? (keyResult.kind === 'milestone' || keyResult.kind === 'baseline' ? stepPlan : undefined)
  const corners = plan?.kind === 'lag' ? [dayFromNumber(dayNumber(firstDay) + plan.days)] : []
  const days = new Set([firstDay, ...corners, ...points.map(({ on }) => on), lastDay])
  return [...days]
    .filter((day) => day >= firstDay && day <= lastDay)
    .sort()
    .map((on) => {
      const { expected, expectedValue } = expectedProgress(
        {
          plan,
          firstDay,
          lastDay,
          baseline: change?.baseline as Quantity | null | undefined,
          target: change?.target,
          scale: change?.scale,
        },
        { asOf: on },
      )
      return { on, expected, value: expectedValue }
    })
}

const stepPlan = { kind: 'step' } as const

function previousOf({ score, status }: KeyResultReview): KeyResultReview['previous'] & object {
  return { progress: score.progress, status, value: score.value ?? null }
}

/** Blockers, learnings and decisions of check-ins known on a day, in their order. */
export function notesOf(checkIns: readonly CheckIn[], asOf: Day, cycle: Cycle) {
  const known = checkIns
    .filter(({ on, recordedOn = on }) => on >= cycle.firstDay && on <= asOf && recordedOn <= asOf)
    .sort((a, b) => compareCodeUnits(a.on, b.on) || compareCodeUnits(a.id, b.id))
  // The newest check-in of a key result says what still stands in its way.
  const newest = new Map(known.map((checkIn) => [checkIn.keyResultId, checkIn]))
  return {
    blockers: [...newest.values()].flatMap(({ keyResultId, blockers = [] }) =>
      blockers
        .filter(({ openedOn, closedOn }) => openedOn <= asOf && (closedOn === undefined || closedOn > asOf))
        .map((blocker) => ({ ...blocker, keyResultId })),
    ),
    learnings: known.flatMap(({ keyResultId, on, learnings = [] }) =>
      learnings.map((text) => ({ keyResultId, on, text })),
    ),
    adjustments: known.flatMap(({ keyResultId, on, decision }) =>
      decision === undefined ? [] : [{ ...decision, keyResultId, on }],
    ),
  }
}

import type { Finding } from 'retention-okr'
import {
  type AgendaItem,
  assessKeyResult,
  assessObjective,
  type CheckIn,
  type KeyResult,
  type KeyResultAssessment,
  type KeyResultVersion,
  lintObjectives,
  type ObjectiveAssessment,
  orderReviewAgenda,
  readingAsOf,
  type ScoreAsOf,
  scoreAsOf,
} from 'retention-okr/okr'
import type { Quarter } from './quarter.js'

/** A key result on the day of a review, in the order of the agenda. */
export interface ReviewedItem {
  keyResult: KeyResult
  /** Its definition on that day. */
  definition: KeyResult
  now: KeyResultAssessment
  /** The review before; none at the first one. */
  before: KeyResultAssessment | undefined
  value: number | null
  valueBefore: number | null
  /** The version that moved the target, and the same day by the first target. */
  eased: { version: KeyResultVersion; original: KeyResult; now: KeyResultAssessment } | undefined
  /** What the last review saw, and what is known of that day since then, when that differs. */
  corrected: { on: string; seen: Seen; known: Seen } | undefined
  /** Check-ins since the last review, by the day they speak of. */
  checkIns: CheckIn[]
}

interface Seen {
  value: number | null
  score: ScoreAsOf
}

/** All that a review of the objective talks about. */
export interface QuarterReview {
  on: string
  objective: ObjectiveAssessment
  items: ReviewedItem[]
  /** What the lint found that it had not found at the review before. */
  findings: Finding[]
}

/** Assesses the quarter on the day of each review, with what was known then. */
export function readReviews(quarter: Quarter): QuarterReview[] {
  const told = new Set<string>()
  return quarter.reviewDays.map((on, index) => {
    const before = quarter.reviewDays[index - 1]
    const findings = lintOn(quarter, on).filter(({ code, subject }) => !told.has(`${code} ${subject}`))
    for (const { code, subject } of findings) told.add(`${code} ${subject}`)
    const objective = assessObjective(quarter, { asOf: on })
    const earlier = before === undefined ? undefined : assessObjective(quarter, { asOf: before })
    const agenda = agendaOf(objective, earlier)
    return { on, objective, items: agenda.map(({ id }) => readItem(quarter, id, objective, earlier)), findings }
  })
}

/** Worst first, by what changed since the last review. */
function agendaOf(objective: ObjectiveAssessment, earlier: ObjectiveAssessment | undefined): AgendaItem[] {
  return orderReviewAgenda(
    objective.keyResults.map(({ keyResultId: id, status, confidence }) => ({
      id,
      status,
      confidence,
      previousConfidence: assessmentOf(earlier, id)?.confidence,
    })),
  )
}

function assessmentOf(objective: ObjectiveAssessment | undefined, id: string): KeyResultAssessment | undefined {
  return objective?.keyResults.find(({ keyResultId }) => keyResultId === id)
}

/** The definitions of a key result over time; one that never changed has one. */
function versionsOf({ objective, cycle, versions }: Quarter, id: string): readonly KeyResultVersion[] {
  const own = versions.find(({ keyResultId }) => keyResultId === id)
  if (own !== undefined) return own.versions
  return objective.keyResults
    .filter((keyResult) => keyResult.id === id)
    .map((keyResult) => ({ effectiveFrom: cycle.firstDay, keyResult }))
}

function readItem(
  quarter: Quarter,
  id: string,
  { asOf, keyResults }: ObjectiveAssessment,
  earlier: ObjectiveAssessment | undefined,
): ReviewedItem {
  const versions = versionsOf(quarter, id)
  const inForce = versions.filter(({ effectiveFrom }) => effectiveFrom <= asOf)
  const [first, version] = [versions[0] as KeyResultVersion, inForce.at(-1) as KeyResultVersion]
  const keyResult = quarter.objective.keyResults.find((one) => one.id === id) as KeyResult
  const checkIns = quarter.checkIns.filter(({ keyResultId }) => keyResultId === id)
  const now = keyResults.find(({ keyResultId }) => keyResultId === id) as KeyResultAssessment
  const { cycle } = quarter
  const cadence = quarter.objective.cadence
  const original = { ...first.keyResult, closing: undefined }
  const seenOn = earlier?.asOf
  const see = (knownOn: string): Seen => ({
    value: valueAsOf(checkIns, seenOn ?? asOf, knownOn),
    score: scoreAsOf({ versions, checkIns }, { asOf: seenOn ?? asOf, knownOn }),
  })
  const [seen, known] = [see(seenOn ?? asOf), see(asOf)]
  return {
    keyResult,
    definition: version.keyResult,
    now,
    before: assessmentOf(earlier, id),
    value: valueAsOf(checkIns, asOf, asOf),
    valueBefore: seenOn === undefined ? null : valueAsOf(checkIns, seenOn, seenOn),
    eased:
      now.history.goalpostsEased === true
        ? { version, original, now: assessKeyResult({ keyResult: original, cycle, checkIns, cadence }, { asOf }) }
        : undefined,
    corrected:
      seenOn !== undefined && seen.score.checkInId !== known.score.checkInId ? { on: seenOn, seen, known } : undefined,
    checkIns: checkIns
      .filter(({ on, recordedOn = on }) => recordedOn > (seenOn ?? '') && recordedOn <= asOf)
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

/** The number that was read last, by a day, as known on another. */
function valueAsOf(checkIns: readonly CheckIn[], asOf: string, knownOn: string): number | null {
  const { reading } = readingAsOf(checkIns, { asOf, knownOn })
  if (reading === null || !('value' in reading) || reading.value === null) return null
  const { value } = reading
  return typeof value === 'object' ? Number(value.numerator) / Number(value.denominator) : Number(value)
}

/** What the lint says on a day, with the estimates of people and of the forecast while the quarter runs. */
function lintOn(quarter: Quarter, asOf: string): Finding[] {
  const { objective, cycle } = quarter
  const isOver = asOf >= cycle.lastDay
  const { keyResults } = assessObjective(quarter, { asOf })
  const estimates = keyResults.map(({ keyResultId, confidence, forecast }) => ({
    keyResultId,
    confidence: confidence ?? undefined,
    forecastProbability: forecast?.probability ?? undefined,
  }))
  const histories = objective.keyResults.map(({ id: keyResultId }) => ({
    keyResultId,
    versions: versionsOf(quarter, keyResultId),
    checkIns: quarter.checkIns.filter((checkIn) => checkIn.keyResultId === keyResultId),
  }))
  const data = { objectives: [objective], cycles: [cycle], histories, ...(isOver ? {} : { estimates }) }
  return lintObjectives(data, { asOf }).findings
}

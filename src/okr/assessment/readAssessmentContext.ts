import type { Day } from '../../measurement.js'
import { visibleCheckIns } from '../check-ins/visibleCheckIns.js'
import { definitionAsOf, orderedVersions } from '../history/definitionAsOf.js'
import { fitReading } from '../history/fitReading.js'
import type { CheckIn } from '../models/checkIn.js'
import type { Plan } from '../models/cycle.js'
import type { KeyResult } from '../models/keyResult.js'
import type { Reading } from '../models/reading.js'
import type { ExactScore } from '../scoring/keyResultScore.js'
import { readCeiling } from '../scoring/readCeiling.js'
import { scoreByKind } from '../scoring/scoreByKind.js'
import type { AssessKeyResultData, AssessKeyResultOptions } from './keyResultAssessment.js'
import { scoreEndedMaintain } from './scoreEndedMaintain.js'

/** What is in force and known of a key result on the day of its assessment. */
export interface AssessmentContext {
  /** The definition in force; before the first version the first one. */
  definition: KeyResult
  /** Place of the version in force, from 0; null before the first. */
  definitionIndex: number | null
  /** The first definition. */
  original: KeyResult
  /** Days of the definition, else of the cycle. */
  days: { firstDay: Day; lastDay: Day }
  /** How progress is expected to come; undefined is linear. */
  plan: Plan | undefined
  /** Check-ins whose values have settled: they score. */
  settled: readonly CheckIn[]
  /** All check-ins that are known: they tell when people last spoke, and how confident they were. */
  people: readonly CheckIn[]
  /** The last settled reading. */
  latest: Reading | null
  /** Scores the last settled reading by a definition. */
  scoreBy: (definition: KeyResult) => ExactScore
}

/** Reads what is in force and known of a key result on the day of its assessment. */
export function readAssessmentContext(data: AssessKeyResultData, options: AssessKeyResultOptions): AssessmentContext {
  const { keyResult, cycle, checkIns } = data
  const { asOf, knownOn } = options
  const versions = orderedVersions(data.versions ?? [{ effectiveFrom: cycle.firstDay, keyResult }])
  const { index, version } = definitionAsOf(versions, { asOf })
  const definition = version?.keyResult ?? versions[0].keyResult
  const days = { firstDay: definition.firstDay ?? cycle.firstDay, lastDay: definition.lastDay ?? cycle.lastDay }
  const settlementLagDays = definition.metricRef?.settlementLagDays
  const settled = visibleCheckIns(checkIns, { asOf, knownOn, settlementLagDays })
  const latest = settled.at(-1)?.reading ?? null
  const ceiling = readCeiling(options.ceiling)
  const definitions = versions.map((one) => one.keyResult)
  const scoreBy = (one: KeyResult): ExactScore => {
    const scored = scoreByKind(one, fitReading(latest, one, definitions), { ceiling, lastDay: days.lastDay })
    return one.kind === 'maintain' && asOf > days.lastDay ? scoreEndedMaintain(one, scored, settled, days) : scored
  }
  return {
    definition,
    definitionIndex: index,
    original: versions[0].keyResult,
    days,
    plan: definition.plan ?? usualPlan(definition),
    settled,
    people: visibleCheckIns(checkIns, { asOf, knownOn }),
    latest,
    scoreBy,
  }
}

/** What is reached all at once is expected on the last day. */
function usualPlan({ kind }: KeyResult): Plan | undefined {
  return kind === 'milestone' || kind === 'baseline' ? { kind: 'step' } : undefined
}

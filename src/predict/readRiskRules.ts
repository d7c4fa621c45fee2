import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { DecimalInput } from '../measurement.js'
import { assertSpendModel } from './assertSpendModel.js'
import type { PurchaseModel, SpendModel } from './models/models.js'
import type { RiskLevel, RiskLevelLimits } from './models/risk.js'
import { readAliveProbability } from './readAliveProbability.js'
import { readGrossMargin } from './readGrossMargin.js'
import { readHorizon } from './readHorizon.js'
import { readModel } from './readModel.js'

/** Options of `rankCustomersAtRisk`. */
export interface RankCustomersAtRiskOptions {
  /** The model; null: by each customer's own rhythm, which needs a summary with `ownRhythm`. */
  readonly model: PurchaseModel | null
  /** The model of order values, which adds money; null is none. Default none. */
  readonly spendModel?: SpendModel | null | undefined
  /** Share of the revenue that is kept, 0 to 1. Default 1. */
  readonly grossMargin?: DecimalInput | undefined
  /** Days ahead, from 0. Default 91. */
  readonly horizonDays?: number | undefined
  /** Repeat purchases that a customer must have, 1 and more. Default 2, by own rhythm 3. */
  readonly minimumFrequency?: number | undefined
  /** Where each level begins. Default `{ watch: 0.7, at_risk: 0.5, probably_lost: 0.3 }`. */
  readonly levels?: RiskLevelLimits | undefined
  /** The longest silence in days before `watch` and `at_risk`, from 0; null for none. Default 182. */
  readonly capDays?: number | null | undefined
  /** Leave out the rows below this level. Default none. */
  readonly minimumLevel?: RiskLevel | undefined
  /** The most rows, 1 and more. Default 100. */
  readonly limit?: number | undefined
  /** By own rhythm: how many times the own median gap a silence must exceed, above 0. Default 2.5. */
  readonly rhythmFactor?: number | undefined
}

/** The levels, the mildest first. */
export const riskLevels = ['watch', 'at_risk', 'probably_lost'] as const satisfies readonly RiskLevel[]

/** The options of the work list with the defaults filled in. */
export interface RiskRules {
  readonly model: PurchaseModel | null
  readonly spendModel: SpendModel | null
  readonly grossMargin: number
  readonly horizonDays: number
  readonly minimumFrequency: number
  readonly levels: Readonly<Record<RiskLevel, number>>
  readonly capDays: number | null
  readonly minimumLevel: RiskLevel | undefined
  readonly limit: number
  readonly rhythmFactor: number
}

const knownOptions = [
  'model',
  'spendModel',
  'grossMargin',
  'horizonDays',
  'minimumFrequency',
  'levels',
  'capDays',
  'minimumLevel',
  'limit',
  'rhythmFactor',
]
const most = Number.MAX_SAFE_INTEGER

/** Checks the options of the work list. */
export function readRiskRules(options: RankCustomersAtRiskOptions): RiskRules {
  assertKnownOptions(options, knownOptions)
  const { spendModel = null, capDays = 182, minimumLevel, limit = 100, rhythmFactor = 2.5 } = options
  const model = options.model === null ? null : readModel(options.model)
  if (spendModel !== null) assertSpendModel(spendModel)
  const { minimumFrequency = model === null ? 3 : 2 } = options
  assertInteger(minimumFrequency, { minimum: 1, maximum: most }, 'options.minimumFrequency')
  assertInteger(limit, { minimum: 1, maximum: most }, 'options.limit')
  if (capDays !== null) assertInteger(capDays, { minimum: 0, maximum: most }, 'options.capDays')
  if (minimumLevel !== undefined) assertOneOf(minimumLevel, riskLevels, 'options.minimumLevel')
  if (typeof rhythmFactor !== 'number' || !(rhythmFactor > 0 && rhythmFactor < Number.POSITIVE_INFINITY)) {
    fail('INVALID_OPTION', 'options.rhythmFactor', 'must be above 0', rhythmFactor)
  }
  return {
    model,
    spendModel,
    grossMargin: readGrossMargin(options.grossMargin ?? 1, 0),
    horizonDays: readHorizon(options.horizonDays ?? 91),
    minimumFrequency,
    levels: readLevels(options.levels ?? {}),
    capDays,
    minimumLevel,
    limit,
    rhythmFactor,
  }
}

function readLevels(given: RiskLevelLimits): RiskRules['levels'] {
  assertKnownOptions(given, riskLevels, 'options.levels')
  const { watch = 0.7, at_risk = 0.5, probably_lost = 0.3 } = given
  const levels = { watch, at_risk, probably_lost }
  for (const level of riskLevels) readAliveProbability(levels[level], `options.levels.${level}`)
  if (watch < at_risk || at_risk < probably_lost) {
    fail('INVALID_OPTION', 'options.levels', 'must fall from watch to at_risk to probably_lost', 'another order')
  }
  return levels
}

import { assertKnownOptions } from '../internal/guards.js'
import { inUnits } from './inUnits.js'
import { lawOf } from './lawOf.js'
import { likelihoodOf } from './likelihoodOf.js'
import type { PurchaseData } from './models/history.js'
import type { PurchaseModel } from './models/models.js'
import { parameterNames } from './parameterNames.js'
import { patternsOf } from './patternsOf.js'
import { readModel } from './readModel.js'
import { readPurchaseData } from './readPurchaseData.js'

/** Options of {@link purchaseLogLikelihood}. */
export interface PurchaseLogLikelihoodOptions {
  /** The model. */
  readonly model: PurchaseModel
  /** Whether to give the term of each row. */
  readonly each?: boolean | undefined
  /** Whether to give the slopes by the logarithms of the parameters. */
  readonly gradient?: boolean | undefined
}

/** How well a model explains the purchases of a base. */
export interface PurchaseLogLikelihood {
  /** The sum over the customers, in the unit of time of the model, without the constants of the papers. */
  logLikelihood: number
  /** The term of each row, for one customer. */
  each?: number[]
  /** The slopes by the logarithms of the parameters. */
  gradient?: Record<string, number>
}

/** The log-likelihood of a model: what a fit maximises. */
export function purchaseLogLikelihood(
  data: PurchaseData,
  options: PurchaseLogLikelihoodOptions,
): PurchaseLogLikelihood {
  assertKnownOptions(options, ['model', 'each', 'gradient'])
  const model = readModel(options.model)
  const { name, timeUnitDays } = model
  const columns = readPurchaseData(data)
  const values: Readonly<Record<string, number>> = { ...model.parameters }
  const names = parameterNames(name)
  const point = names.map((parameter) => Math.log(values[parameter] ?? 0))
  const { value, gradient } = likelihoodOf(name, inUnits(patternsOf(columns), timeUnitDays))(point)
  const law = lawOf(model)
  const each = () =>
    columns.frequency.map((x, row) =>
      law.logLikelihood({
        x,
        tx: (columns.ageAtLastPurchaseDays[row] ?? 0) / timeUnitDays,
        age: (columns.ageDays[row] ?? 0) / timeUnitDays,
      }),
    )
  return {
    logLikelihood: value,
    ...(options.each === true ? { each: each() } : {}),
    ...(options.gradient === true
      ? { gradient: Object.fromEntries(names.map((parameter, index) => [parameter, gradient[index] ?? 0])) }
      : {}),
  }
}

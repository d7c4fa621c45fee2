import { fail } from '../internal/fail.js'
import { assertInteger, assertKnownOptions, assertOneOf } from '../internal/guards.js'
import type { PurchaseModel } from './models/models.js'
import { parameterNames } from './parameterNames.js'

/** A start of the search: each parameter by its name, above 0. */
export type FitStart = Readonly<Record<string, number>>

/** Options of `fitPurchaseModel`. */
export interface FitPurchaseModelOptions {
  /** Which model; default `'mbg-nbd'`. */
  readonly model?: PurchaseModel['name'] | undefined
  /** Days of the unit of time of the parameters, above 0; default 7, a week. */
  readonly timeUnitDays?: number | undefined
  /** Weak priors on the parameters, or plain maximum likelihood; default `'weak'`. */
  readonly prior?: 'weak' | 'none' | undefined
  /** Where to begin, in place of the two usual starts. */
  readonly starts?: readonly FitStart[] | undefined
  /** The most steps from a start, 1 to 1,000,000; default 500. */
  readonly maximumIterations?: number | undefined
}

/** The options of a fit with their defaults; starts as logarithms. */
export interface FitSettings {
  /** The model. */
  readonly name: PurchaseModel['name']
  /** Unit of its times. */
  readonly timeUnitDays: number
  /** Whether the parameters have weak priors. */
  readonly prior: 'weak' | 'none'
  /** Starts in place of the usual ones, in log-parameters. */
  readonly starts: number[][] | undefined
  /** The most steps from a start. */
  readonly maximumIterations: number
}

/** Reads and checks the options of a fit. */
export function readFitOptions(options: FitPurchaseModelOptions): FitSettings {
  assertKnownOptions(options, ['model', 'timeUnitDays', 'prior', 'starts', 'maximumIterations'])
  const { model = 'mbg-nbd', timeUnitDays = 7, prior = 'weak', starts, maximumIterations = 500 } = options
  assertOneOf(model, ['mbg-nbd', 'bg-nbd', 'pareto-nbd'], 'options.model')
  assertOneOf(prior, ['weak', 'none'], 'options.prior')
  assertInteger(maximumIterations, { minimum: 1, maximum: 1_000_000 }, 'options.maximumIterations')
  assertAboveZero(timeUnitDays, 'options.timeUnitDays')
  return { name: model, timeUnitDays, prior, starts: readStarts(starts, model), maximumIterations }
}

function readStarts(starts: unknown, model: PurchaseModel['name']): number[][] | undefined {
  if (starts === undefined) return undefined
  if (!Array.isArray(starts)) fail('INVALID_OPTION', 'options.starts', 'must be a list', starts)
  if (starts.length === 0) fail('INVALID_OPTION', 'options.starts', 'must hold a start', starts)
  return starts.map((start: unknown, index) => {
    const path = `options.starts[${index}]`
    assertKnownOptions(start, parameterNames(model), path)
    return parameterNames(model).map((name) => {
      const value: unknown = Reflect.get(start as object, name)
      assertAboveZero(value, `${path}.${name}`)
      return Math.log(value)
    })
  })
}

function assertAboveZero(value: unknown, path: string): asserts value is number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
    fail('INVALID_OPTION', path, 'must be above 0', value)
  }
}

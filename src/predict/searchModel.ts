import { fitLimits } from './fitLimits.js'
import { fitPlan } from './fitPlan.js'
import { likelihoodOf } from './likelihoodOf.js'
import type { Objective, Summit } from './maximise.js'
import type { PurchaseModel } from './models/models.js'
import type { Patterns } from './patternsOf.js'
import { searchAll } from './searchAll.js'
import { searchNbd } from './searchNbd.js'

/** What is fitted, to what, and how. */
export interface ModelSearch {
  /** The model. */
  readonly name: PurchaseModel['name']
  /** Patterns in the unit of the model. */
  readonly patterns: Patterns
  /** Customers in them. */
  readonly customers: number
  /** The longest age. */
  readonly longest: number
  /** Whether the parameters have weak priors. */
  readonly prior: 'weak' | 'none'
  /** Starts in place of the usual ones, in log-parameters. */
  readonly starts: readonly (readonly number[])[] | undefined
  /** The most steps from a start. */
  readonly maximumIterations: number
}

/** The best parameters that were found. */
export interface FoundModel {
  /** Their logarithms. */
  readonly point: number[]
  /** Whether each parameter lies at the bound of the search. */
  readonly clipped: boolean[]
  /** The log-likelihood. */
  readonly logLikelihood: number
  /** The log-likelihood with the priors. */
  readonly penalized: number
  /** The mean of what was maximised. */
  readonly objective: Objective
  /** The end of the search. */
  readonly summit: Summit
  /** Whether its slopes are flat. */
  readonly converged: boolean
}

/** The priors have a standard deviation of 2, in logarithms. */
const precision = 1 / 4

/** Searches the highest likelihood of a model, with or without priors; null when no start has a value. */
export function searchModel(search: ModelSearch): { found: FoundModel | null; evaluations: number } {
  const { name, patterns, customers, longest, prior, maximumIterations } = search
  const plan = fitPlan(name, patterns, longest)
  const likelihood = likelihoodOf(name, patterns)
  const objective: Objective = (point) => {
    const { value, gradient } = likelihood(point)
    if (prior === 'none') return { value: value / customers, gradient: gradient.map((slope) => slope / customers) }
    const gaps = point.map((coordinate, index) => coordinate - (plan.priorMeans[index] ?? 0))
    return {
      value: (value - (precision / 2) * gaps.reduce((sum, gap) => sum + gap * gap, 0)) / customers,
      gradient: gradient.map((slope, index) => (slope - precision * (gaps[index] ?? 0)) / customers),
    }
  }
  const bounds = {
    maximumIterations,
    lowest: plan.center.map((value) => value - fitLimits.reach),
    highest: plan.center.map((value) => value + fitLimits.reach),
  }
  const starts = search.starts ?? [...plan.starts, ...startOfPareto(search)]
  const { summit, converged, evaluations } = searchAll(objective, starts, bounds)
  if (summit === null) return { found: null, evaluations }
  const { point } = summit
  const found = {
    point,
    clipped: point.map((value, index) => Math.abs(value - (plan.center[index] ?? 0)) >= fitLimits.reach),
    logLikelihood: likelihood(point).value,
    penalized: summit.value * customers,
    objective,
    summit,
    converged,
  }
  return { found, evaluations }
}

/** Pareto/NBD also begins where customers buy as if nobody dropped out. */
function startOfPareto({ name, patterns, customers, longest, maximumIterations }: ModelSearch): number[][] {
  if (name !== 'pareto-nbd') return []
  const { point } = searchNbd(patterns, customers, longest, maximumIterations) ?? {}
  return point === undefined ? [] : [[...point, 0, Math.log(longest)]]
}

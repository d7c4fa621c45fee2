import { curvatureAt } from './curvatureAt.js'
import { fitLimits } from './fitLimits.js'
import type { Objective } from './maximise.js'
import type { FailedFit, FitDiagnostics, FittedModel } from './models/fit.js'
import { type SearchResult, searchAll } from './searchAll.js'
import type { FitFacts } from './unsearched.js'

/** A likelihood without priors, and what of its data is told with the result. */
export interface FitProblem<Model> {
  /** The mean log-likelihood at log-parameters. */
  readonly objective: Objective
  /** The parameters in order, each with what it is measured by: 1 for a pure number. */
  readonly scales: Readonly<Record<string, number>>
  /** Starts, in parameters. */
  readonly starts: readonly (readonly number[])[]
  readonly maximumIterations: number
  /** Units whose mean is maximised. */
  readonly size: number
  readonly modelOf: (parameters: readonly number[]) => Model
  readonly facts: FitFacts
  readonly warnings: readonly string[]
}

/** Searches the maximum and says how it went. */
export function concludeFit<Model>(problem: FitProblem<Model>): FittedModel<Model> | FailedFit {
  const { objective, starts, maximumIterations } = problem
  const scales = Object.values(problem.scales)
  const result = searchAll(
    objective,
    starts.map((start) => start.map(Math.log)),
    {
      maximumIterations,
      lowest: scales.map((scale) => Math.log(scale) - fitLimits.reach),
      highest: scales.map((scale) => Math.log(scale) + fitLimits.reach),
    },
  )
  const { summit } = result
  const parameters = (summit?.point ?? []).map(Math.exp)
  const atBoundary = Object.keys(problem.scales).filter((_, index) => {
    const value = (parameters[index] ?? scales[index] ?? 1) / (scales[index] ?? 1)
    return value > fitLimits.largest || value < fitLimits.smallest
  })
  const diagnostics = diagnosticsOf(problem, result, atBoundary)
  if (summit === null) return { status: 'not_converged', model: null, reason: 'no_finite_start', diagnostics }
  if (!result.converged && atBoundary.length === 0) {
    return { status: 'not_converged', model: null, reason: 'iterations_exhausted', diagnostics }
  }
  const logLikelihood = summit.value * problem.size
  return {
    status: atBoundary.length > 0 ? 'boundary' : 'converged',
    model: problem.modelOf(parameters),
    logLikelihood,
    penalized: logLikelihood,
    diagnostics,
  }
}

function diagnosticsOf<Model>(
  { objective, scales, size, facts, warnings }: FitProblem<Model>,
  { summit, evaluations }: SearchResult,
  atBoundary: string[],
): FitDiagnostics {
  const curvature =
    summit === null
      ? { hessianEigenvalues: null, conditionNumber: null, standardErrors: null }
      : curvatureAt(objective, summit.point, Object.keys(scales), size)
  return {
    ...facts,
    iterations: summit?.iterations ?? 0,
    evaluations,
    gradientNorm: summit?.gradientNorm ?? null,
    ...curvature,
    atBoundary,
    nbdLogLikelihood: null,
    prior: 'none',
    warnings: [...warnings, ...(atBoundary.length > 0 ? ['parameter_at_boundary'] : [])].sort(),
  }
}

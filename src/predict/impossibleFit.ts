import type { FitDiagnostics, ImpossibleFit } from './models/fit.js'

/** The result for data that cannot answer: nothing was searched. */
export function impossibleFit<Reason extends string>(
  reason: Reason,
  facts: Pick<FitDiagnostics, 'customers' | 'repeaters' | 'patterns' | 'correlation' | 'excluded'>,
): ImpossibleFit<Reason> {
  const diagnostics: FitDiagnostics = {
    ...facts,
    iterations: 0,
    evaluations: 0,
    gradientNorm: null,
    hessianEigenvalues: null,
    conditionNumber: null,
    standardErrors: null,
    atBoundary: [],
    nbdLogLikelihood: null,
    prior: 'none',
    warnings: [],
  }
  return { status: 'insufficient_data', model: null, reason, diagnostics }
}

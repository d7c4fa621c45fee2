import type { FitDiagnostics } from './models/fit.js'

/** What the data of a fit say by themselves. */
export type FitFacts = Pick<FitDiagnostics, 'customers' | 'repeaters' | 'patterns' | 'correlation' | 'excluded'>

/** The diagnostics of a fit that has not been searched. */
export function unsearched(facts: FitFacts, prior: FitDiagnostics['prior'], warnings: string[]): FitDiagnostics {
  return {
    ...facts,
    iterations: 0,
    evaluations: 0,
    gradientNorm: null,
    hessianEigenvalues: null,
    conditionNumber: null,
    standardErrors: null,
    atBoundary: [],
    nbdLogLikelihood: null,
    prior,
    warnings,
  }
}

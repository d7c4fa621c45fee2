import type { PurchaseModel, RenewalModel, SpendModel } from './models.js'

/** The better known sister of the fitted model, on the same data. */
export interface AlternativeFit {
  /** Its name. */
  model: string
  /** Its log-likelihood. */
  logLikelihood: number
}

/** How a fit went. */
export interface FitDiagnostics {
  /** Customers in the fit, weights counted. */
  customers: number
  /** Of them, those with a repeat purchase. */
  repeaters: number
  /** Distinct histories. */
  patterns: number
  /** Steps of the search from the start that won. */
  iterations: number
  /** Evaluations of the likelihood over all starts. */
  evaluations: number
  /** Largest slope of the mean log-likelihood at the result; null without a search. */
  gradientNorm: number | null
  /** Eigenvalues of the second derivatives of what was maximised, in log-parameters, smallest first. */
  hessianEigenvalues: number[] | null
  /** Largest over smallest of them by size; null where one is 0. */
  conditionNumber: number | null
  /** Standard error of each parameter; null unless the result is a peak. */
  standardErrors: Record<string, number> | null
  /** Parameters at a bound: not to be interpreted. */
  atBoundary: string[]
  /** Log-likelihood of the model without dropout; null where it was not fitted. */
  nbdLogLikelihood: number | null
  /** BG/NBD beside MBG/NBD, and the reverse. */
  alternative?: AlternativeFit
  /** Correlation of frequency and value over the fitted customers (gamma-gamma). */
  correlation?: number | null
  /** Customers left out, by reason (gamma-gamma). */
  excluded?: Record<string, number>
  /** Whether weak priors were used. */
  prior: 'weak' | 'none'
  /** Codes of what to be careful about. */
  warnings: string[]
}

/** A fit with a model. */
export interface FittedModel<Model> {
  /** A peak, or a flat ridge whose forecasts hold and whose parameters say nothing. */
  status: 'converged' | 'boundary'
  /** The model. */
  model: Model
  /** Its log-likelihood, in the unit of time of the model. */
  logLikelihood: number
  /** The log-likelihood with the priors. */
  penalized: number
  /** How the fit went. */
  diagnostics: FitDiagnostics
}

/** A search that found nothing. */
export interface FailedFit {
  /** Always `not_converged`. */
  status: 'not_converged'
  /** No model. */
  model: null
  /** What stopped it. */
  reason: 'iterations_exhausted' | 'no_finite_start' | 'below_submodel'
  /** How the fit went. */
  diagnostics: FitDiagnostics
}

/** Data that cannot answer. */
export interface ImpossibleFit<Reason extends string> {
  /** Always `insufficient_data`. */
  status: 'insufficient_data'
  /** No model. */
  model: null
  /** What they lack. */
  reason: Reason
  /** How the fit went. */
  diagnostics: FitDiagnostics
}

/** Result of a fit, by status; data never throw. */
export type ModelFit<Model, Reason extends string> = FittedModel<Model> | FailedFit | ImpossibleFit<Reason>

/** Result of {@link fitPurchaseModel}. */
export type PurchaseModelFit = ModelFit<
  PurchaseModel,
  'no_customers' | 'one_customer' | 'no_repeat_purchases' | 'no_observation_time'
>

/** Result of {@link fitSpendModel}. */
export type SpendModelFit = ModelFit<SpendModel, 'no_customers' | 'one_customer'>

/** Result of {@link fitRenewalModel}. */
export type RenewalModelFit = ModelFit<RenewalModel, 'no_customers' | 'single_renewal' | 'no_losses' | 'no_survivors'>

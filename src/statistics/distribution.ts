/** The normal law. */
interface NormalDistribution {
  /** Which law. */
  kind: 'normal'
  /** Its mean; default 0. */
  mean?: number | undefined
  /** Its standard deviation, above 0; default 1. */
  standardDeviation?: number | undefined
}

/** Student's law. */
interface StudentTDistribution {
  /** Which law. */
  kind: 'student-t'
  /** Degrees of freedom, above 0. */
  degreesOfFreedom: number
}

/** The chi-square law. */
interface ChiSquareDistribution {
  /** Which law. */
  kind: 'chi-square'
  /** Degrees of freedom, above 0. */
  degreesOfFreedom: number
}

/** The gamma law. */
interface GammaDistribution {
  /** Which law. */
  kind: 'gamma'
  /** Shape, above 0. */
  shape: number
  /** Rate, above 0; default 1. */
  rate?: number | undefined
}

/** The beta law. */
interface BetaDistribution {
  /** Which law. */
  kind: 'beta'
  /** First parameter, above 0. */
  alpha: number
  /** Second parameter, above 0. */
  beta: number
}

/** The Poisson law. */
interface PoissonDistribution {
  /** Which law. */
  kind: 'poisson'
  /** Its mean, from 0. */
  mean: number
}

/** The binomial law. */
interface BinomialDistribution {
  /** Which law. */
  kind: 'binomial'
  /** Trials, a whole number from 0. */
  trials: number
  /** Probability of a success, 0..1. */
  probability: number
}

/** A law by its parameters. */
export type Distribution =
  | NormalDistribution
  | StudentTDistribution
  | ChiSquareDistribution
  | GammaDistribution
  | BetaDistribution
  | PoissonDistribution
  | BinomialDistribution

import type { Measurement } from '../../measurement.js'

/** A net promoter score with the answers it comes from. */
export interface NpsMeasurement extends Measurement {
  /** Answers of promoters; with weights, accounts or records all the same. */
  promoters: number
  /** Answers of passives. */
  passives: number
  /** Answers of detractors. */
  detractors: number
  /** (Σw)² / Σw², which replaces the number of answers in the interval; only with weights. */
  effectiveSampleSize?: number
}

/** A survey scale with the lower bounds of promoters and passives. */
export interface NpsScale {
  /** Lowest score. */
  min: number
  /** Highest score. */
  max: number
  /** Lowest score of a promoter. */
  minimumPromoter: number
  /** Lowest score of a passive. */
  minimumPassive: number
}

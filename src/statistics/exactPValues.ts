import type { DiscreteTails } from './poissonTails.js'

/** Every p-value of one discrete exact test. */
export interface ExactPValues {
  /** One-sided, the first is smaller. */
  pLess: number
  /** One-sided, the first is larger. */
  pGreater: number
  /** Two-sided: all outcomes that are not more probable than the observed one. */
  pTwoSidedMinlike: number
  /** Two-sided: twice the smaller tail. */
  pTwoSidedCentral: number
  /** One-sided with half of the observed outcome. */
  midPLess: number
  /** One-sided with half of the observed outcome. */
  midPGreater: number
  /** Two-sided: twice the smaller mid-p tail. */
  midPTwoSided: number
}

/** The p-values that follow from the two tails of a discrete law; `minlike` is summed by the caller. */
export function exactPValues({ point, less, greater }: DiscreteTails, minlike: number): ExactPValues {
  const midPLess = less - point / 2
  const midPGreater = greater - point / 2
  return {
    pLess: Math.min(1, less),
    pGreater: Math.min(1, greater),
    pTwoSidedMinlike: Math.min(1, minlike),
    pTwoSidedCentral: Math.min(1, 2 * Math.min(less, greater)),
    midPLess,
    midPGreater,
    midPTwoSided: Math.min(1, 2 * Math.min(midPLess, midPGreater)),
  }
}

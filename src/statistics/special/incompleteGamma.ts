import gammainc from '@stdlib/math-base-special-gammainc'

/** Regularised incomplete gamma of shape `a` above 0 at x from 0; the upper tail when `upper`. */
export function incompleteGamma(x: number, a: number, upper = false): number {
  return gammainc(x, a, true, upper)
}

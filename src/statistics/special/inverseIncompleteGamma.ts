import gammaincinv from '@stdlib/math-base-special-gammaincinv'

/** The x with regularised incomplete gamma `p` of shape `a`; of the upper tail when `upper`. */
export function inverseIncompleteGamma(p: number, a: number, upper = false): number {
  return gammaincinv(p, a, upper)
}

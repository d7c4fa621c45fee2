import betaincinv from '@stdlib/math-base-special-betaincinv'

/** The x with regularised incomplete beta `p` of parameters `a`, `b`; of the upper tail when `upper`. */
export function inverseIncompleteBeta(p: number, a: number, b: number, upper = false): number {
  return betaincinv(p, a, b, upper)
}

import betainc from '@stdlib/math-base-special-betainc'

/** Regularised incomplete beta of parameters `a`, `b` above 0 at x in 0..1; the upper tail when `upper`. */
export function incompleteBeta(x: number, a: number, b: number, upper = false): number {
  return betainc(x, a, b, true, upper)
}

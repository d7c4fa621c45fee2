import gammaln from '@stdlib/math-base-special-gammaln'

/** Logarithm of the gamma function, x above 0. */
export function logGamma(x: number): number {
  return gammaln(x)
}

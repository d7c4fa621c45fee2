import erfcinv from '@stdlib/math-base-special-erfcinv'

/** Inverse of the complementary error function. */
export function inverseErfc(x: number): number {
  return erfcinv(x)
}

import erfc from '@stdlib/math-base-special-erfc'

/** Complementary error function. */
export function complementaryErf(x: number): number {
  return erfc(x)
}

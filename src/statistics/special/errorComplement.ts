import erfc from '@stdlib/math-base-special-erfc'

/** Complementary error function. */
export function errorComplement(x: number): number {
  return erfc(x)
}

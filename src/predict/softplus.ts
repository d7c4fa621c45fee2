/** `ln(1 + e^u)`, also where `e^u` is too large. */
export function softplus(u: number): number {
  return u > 0 ? u + Math.log1p(Math.exp(-u)) : Math.log1p(Math.exp(u))
}

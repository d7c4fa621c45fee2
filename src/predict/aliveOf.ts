/** The probability of still being a customer, of the logarithm of the odds of having gone. */
export function aliveOf(logOddsGone: number): number {
  return 1 / (1 + Math.exp(logOddsGone))
}

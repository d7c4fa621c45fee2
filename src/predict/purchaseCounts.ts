const negligible = 1e-17

/** The probabilities of 0, 1, 2 … purchases at a rate that is Gamma(r, alpha), and those of at least as many. */
export interface PurchaseCounts {
  /** P(N = n). */
  equal: number[]
  /** P(N >= n). */
  atLeast: number[]
}

/** The negative binomial law of the purchases until `t`, for 0 up to a largest number. */
export function purchaseCounts(r: number, alpha: number, t: number, largest: number): PurchaseCounts {
  const logShare = Math.log(t) - Math.log(alpha + t)
  const equal: number[] = []
  let log = -r * Math.log1p(t / alpha)
  for (let n = 0; n <= largest; n += 1) {
    equal.push(Math.exp(log))
    log += Math.log((r + n) / (n + 1)) + logShare
  }
  const atLeast = new Array<number>(largest + 1).fill(1)
  let beyond = tail(r, t / (alpha + t), equal)
  for (let n = largest; n >= 1; n -= 1) {
    atLeast[n] = beyond
    beyond += equal[n - 1] ?? 0
  }
  return { equal, atLeast }
}

/** P(N >= n) of the largest n: a sum upwards above the mean, what the others leave below it. */
function tail(r: number, q: number, equal: readonly number[]): number {
  const largest = equal.length - 1
  let term = equal[largest] ?? 0
  if (largest <= (r * q) / (1 - q)) {
    return 1 - equal.slice(0, -1).reduce((sum, value) => sum + value, 0)
  }
  let sum = term
  for (let n = largest; term > negligible * sum; n += 1) {
    term *= ((r + n) / (n + 1)) * q
    sum += term
  }
  return sum
}

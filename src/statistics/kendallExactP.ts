/**
 * Probability that S is at least as far from 0 as observed, over all orders of the values.
 *
 * The groups of equal values are added one at a time. What a group of t adds to m values before it is a
 * Mann-Whitney count, independent of the others: the law is a convolution of positive terms.
 */
export function kendallExactP(s: number, ties: readonly number[]): number {
  let before = 0
  let law = [1]
  for (const size of ties) {
    law = convolve(law, mannWhitneyLaw(before, size))
    before += size
  }
  // The law counts concordant pairs c of the untied ones; S = 2c - pairs.
  const pairs = law.length - 1
  return Math.min(
    1,
    law.reduce((sum, p, concordant) => (Math.abs(2 * concordant - pairs) >= Math.abs(s) ? sum + p : sum), 0),
  )
}

/** Law of the Mann-Whitney count of m against t values, by the last value of the merged order. */
function mannWhitneyLaw(m: number, t: number): number[] {
  let rows: number[][] = Array.from({ length: t + 1 }, () => [1])
  for (let first = 1; first <= m; first++) {
    const next: number[][] = [[1]]
    for (let second = 1; second <= t; second++) {
      const without = rows[second] as number[]
      const shifted = next[second - 1] as number[]
      const share = first / (first + second)
      // The largest value belongs to the first sample: it beats none of the second; or to the second: it beats all.
      next.push(
        Array.from(
          { length: first * second + 1 },
          (_, u) => share * (without[u] ?? 0) + (1 - share) * (shifted[u - first] ?? 0),
        ),
      )
    }
    rows = next
  }
  return rows[t] as number[]
}

function convolve(a: readonly number[], b: readonly number[]): number[] {
  const result = new Array<number>(a.length + b.length - 1).fill(0)
  a.forEach((x, i) => {
    b.forEach((y, j) => {
      result[i + j] = (result[i + j] as number) + x * y
    })
  })
  return result
}

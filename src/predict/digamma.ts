/** The derivative of the logarithm of the gamma function, x above 0: shifted to 12 and above, then its asymptotic series. */
export function digamma(x: number): number {
  let [shifted, sum] = [x, 0]
  while (shifted < 12) {
    sum -= 1 / shifted
    shifted += 1
  }
  const square = 1 / (shifted * shifted)
  const series = 1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132))))
  return sum + Math.log(shifted) - 0.5 / shifted - square * series
}

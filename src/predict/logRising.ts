/** `ln Γ(start + steps) - ln Γ(start)` for a whole number of steps: the sum of the logarithms between. */
export function logRising(start: number, steps: number): number {
  let sum = 0
  for (let step = 0; step < steps; step += 1) sum += Math.log(start + step)
  return sum
}

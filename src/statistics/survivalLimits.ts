/** Limits of a share that goes on, on the log(−log) scale, from Greenwood's sum of variances. */
export function survivalLimits(survival: number, variance: number, z: number): { lower: number; upper: number } {
  const width = (z * Math.sqrt(variance)) / -Math.log(survival)
  return { lower: survival ** Math.exp(width), upper: survival ** Math.exp(-width) }
}

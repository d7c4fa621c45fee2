import { normals, uniforms } from './random.js'

/** Random numbers of the laws that a simulation of signals needs, all of one seed. */
export interface Draws {
  uniform: () => number
  normal: () => number
  poisson: (mean: number) => number
  binomial: (trials: number, share: number) => number
  /** Mean 1, variance 1/shape. */
  gamma: (shape: number) => number
  /** Counts with a variance of so many times the mean. */
  counts: (mean: number, varianceToMean: number) => number
  /** Standard normal numbers, each correlated with the one before. */
  noise: (length: number, phi: number) => number[]
}

export function drawsOf(seed: number): Draws {
  const uniform = uniforms(seed)
  const from = normals(seed + 1)
  const normal = () => from(0, 1)
  const poisson = (mean: number): number => {
    // Waiting times of a Poisson process, until the unit interval is over.
    let [time, events] = [-Math.log(1 - uniform()), 0]
    while (time < mean) {
      events += 1
      time -= Math.log(1 - uniform())
    }
    return events
  }
  const rare = (trials: number, share: number): number => {
    if (share === 0) return 0
    let [at, successes] = [0, -1]
    while (at <= trials) {
      successes += 1
      at += share === 1 ? 1 : 1 + Math.floor(Math.log(1 - uniform()) / Math.log1p(-share))
    }
    return successes
  }
  /** Marsaglia and Tsang 2000, for shapes from 1. */
  const gamma = (shape: number): number => {
    const d = shape - 1 / 3
    for (;;) {
      const x = normal()
      const v = (1 + x / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(1 - uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return (d * v) / shape
    }
  }
  /** A small shape from a larger one. */
  const anyGamma = (shape: number): number =>
    shape >= 1 ? gamma(shape) : (gamma(shape + 1) * (shape + 1) * (1 - uniform()) ** (1 / shape)) / shape
  return {
    uniform,
    normal,
    poisson,
    binomial: (trials, share) => (share > 0.5 ? trials - rare(trials, 1 - share) : rare(trials, share)),
    gamma: anyGamma,
    counts: (mean, ratio) => poisson(ratio === 1 ? mean : mean * anyGamma(mean / (ratio - 1))),
    noise: (length, phi) => {
      const list: number[] = []
      for (let index = 0; index < length; index += 1) {
        const before = list.at(-1)
        list.push(before === undefined ? normal() : phi * before + Math.sqrt(1 - phi ** 2) * normal())
      }
      return list
    },
  }
}

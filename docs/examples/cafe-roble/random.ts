/** A seeded source of chance, so that every run makes the same company. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform: () => number
  /** Whether something of that probability happens. */
  chance: (probability: number) => boolean
  /** Normal value. */
  normal: (mean: number, sd: number) => number
  /** Value whose logarithm is normal, by its median. */
  lognormal: (median: number, sigma: number) => number
  /** Number of events of a Poisson law. */
  poisson: (mean: number) => number
  /** One of the names, with its probability. */
  pick: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name
  /** So many different members, in random order. */
  sample: <T>(items: readonly T[], size: number) => T[]
}

/** Makes a source of chance from a seed (sfc32). */
export function createRandom(seed: number): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0]
  const uniform = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 2 ** 32
  }
  for (let draw = 0; draw < 20; draw += 1) uniform()
  const normal = (mean: number, sd: number): number =>
    mean + sd * Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return {
    uniform,
    normal,
    chance: (probability) => uniform() < probability,
    lognormal: (median, sigma) => median * Math.exp(normal(0, sigma)),
    poisson: (mean) => {
      let [count, product] = [0, uniform()]
      for (const limit = Math.exp(-mean); product > limit; product *= uniform()) count += 1
      return count
    },
    pick: <Name extends string>(weights: Readonly<Record<Name, number>>): Name => {
      const names = Object.keys(weights) as Name[]
      let rest = uniform() * names.reduce((sum, name) => sum + weights[name], 0)
      for (const name of names) {
        rest -= weights[name]
        if (rest < 0) return name
      }
      return names[0] as Name
    },
    sample: (items, size) => {
      const pool = [...items]
      for (let index = 0; index < Math.min(size, pool.length); index += 1) {
        const other = index + Math.floor(uniform() * (pool.length - index))
        ;[pool[index], pool[other]] = [pool[other] as (typeof pool)[0], pool[index] as (typeof pool)[0]]
      }
      return pool.slice(0, size)
    },
  }
}

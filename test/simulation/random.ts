/** Uniform numbers from 0 to 1 of a seed, always the same (Mulberry32). */
export function uniforms(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Normal numbers of a seed (Box and Muller 1958). */
export function normals(seed: number): (mean: number, deviation: number) => number {
  const uniform = uniforms(seed)
  return (mean, deviation) => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
    return mean + deviation * radius * Math.cos(2 * Math.PI * uniform())
  }
}

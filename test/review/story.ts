const hour = 3_600_000
const day = 24 * hour
const first = Date.parse('2025-01-01T00:00:00Z')

/** Numbers from 0 to 1 that are the same in every run. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** An instant of the story of a company, by its days from the first one. */
export function at(dayOfStory: number, hours = 0): string {
  return new Date(first + dayOfStory * day + hours * hour).toISOString()
}

import { maximise, type Objective, type SearchBounds, type Summit } from './maximise.js'

/** The best result of a search from several starts, in log-parameters. */
export interface SearchResult {
  /** The highest summit; null when no start has a value. */
  summit: Summit | null
  /** Whether its slopes are flat. */
  converged: boolean
  /** Evaluations over all starts. */
  evaluations: number
}

/** Slopes of the mean log-likelihood below this are flat. */
const flat = 1e-6

/** Climbs from every start and keeps the highest summit; the first one of equals. */
export function searchAll(
  objective: Objective,
  starts: readonly (readonly number[])[],
  bounds: SearchBounds,
): SearchResult {
  let best: Summit | null = null
  let evaluations = 0
  for (const start of starts) {
    const summit = maximise(objective, start, bounds)
    evaluations += summit?.evaluations ?? 1
    if (summit !== null && (best === null || summit.value > best.value)) best = summit
  }
  return { summit: best, converged: best !== null && best.gradientNorm < flat, evaluations }
}

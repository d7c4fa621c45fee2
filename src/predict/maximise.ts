/** A function to be maximised at a point, with its slopes. */
export interface Evaluation {
  /** The value; not finite where there is none. */
  readonly value: number
  /** Its derivative by each coordinate. */
  readonly gradient: readonly number[]
}

/** A function to be maximised. */
export type Objective = (point: readonly number[]) => Evaluation

/** Where a search ended. */
export interface Summit {
  /** The point. */
  point: number[]
  /** The value there. */
  value: number
  /** Largest slope by size. */
  gradientNorm: number
  /** Steps taken. */
  iterations: number
  /** Evaluations made. */
  evaluations: number
}

/** How a search is bounded. */
export interface SearchBounds {
  /** The most steps. */
  readonly maximumIterations: number
  /** The lowest value of each coordinate. */
  readonly lowest: readonly number[]
  /** The highest value of each coordinate. */
  readonly highest: readonly number[]
}

const longestStep = 2
const sufficientRise = 1e-4
const flat = 1e-8
const still = 1e-13
const shortestFraction = 2 ** -40

/**
 * Climbs to a local maximum by the method of Broyden, Fletcher, Goldfarb and Shanno; null when the start has no value.
 *
 * Steps are at most 2 in a coordinate and are halved until the value rises enough (Armijo). It ends on slopes below 1e-8
 * or a relative rise below 1e-13, so values should be of the size of one observation.
 */
export function maximise(objective: Objective, start: readonly number[], bounds: SearchBounds): Summit | null {
  let point = clip(start, bounds)
  let here = objective(point)
  let evaluations = 1
  let iterations = 0
  if (!hasValue(here)) return null
  let curvature: number[][] | null = null
  while (iterations < bounds.maximumIterations && normOf(here.gradient) >= flat) {
    let direction = curvature === null ? here.gradient : productOf(curvature, here.gradient)
    if (dot(direction, here.gradient) <= 0) {
      curvature = null
      direction = here.gradient
    }
    let fraction = Math.min(1, longestStep / normOf(direction))
    let next: Evaluation | null = null
    let to: number[] = []
    while (fraction > shortestFraction) {
      to = clip(
        point.map((value, index) => value + fraction * at(direction, index)),
        bounds,
      )
      const tried = objective(to)
      evaluations += 1
      const step = to.map((value, index) => value - at(point, index))
      if (hasValue(tried) && tried.value >= here.value + sufficientRise * dot(step, here.gradient)) {
        next = tried
        break
      }
      fraction /= 2
    }
    if (next === null) {
      // A direction that does not rise: begin again with the slopes, or give up when they do not rise either.
      if (curvature === null) break
      curvature = null
      continue
    }
    const step = to.map((value, index) => value - at(point, index))
    const change = here.gradient.map((value, index) => value - at(next.gradient, index))
    curvature = updated(curvature, step, change)
    const rise = next.value - here.value
    iterations += 1
    point = to
    here = next
    if (rise <= still * Math.abs(here.value)) break
  }
  return { point, value: here.value, gradientNorm: normOf(here.gradient), iterations, evaluations }
}

/** The inverse of the curvature after a step; as it was where the step shows none. */
function updated(before: number[][] | null, step: readonly number[], change: readonly number[]): number[][] | null {
  const bend = dot(step, change)
  if (!(bend > 1e-12 * Math.sqrt(dot(step, step) * dot(change, change)))) return before
  const size = bend / dot(change, change)
  const inverse = before ?? step.map((_, row) => step.map((_, column) => (row === column ? size : 0)))
  const moved = productOf(inverse, change)
  const scale = (1 + dot(change, moved) / bend) / bend
  return inverse.map((row, i) =>
    row.map(
      (value, j) =>
        value + scale * at(step, i) * at(step, j) - (at(moved, i) * at(step, j) + at(step, i) * at(moved, j)) / bend,
    ),
  )
}

function clip(point: readonly number[], { lowest, highest }: SearchBounds): number[] {
  return point.map((value, index) => Math.min(at(highest, index), Math.max(at(lowest, index), value)))
}

function hasValue({ value, gradient }: Evaluation): boolean {
  return Number.isFinite(value) && gradient.every(Number.isFinite)
}

function normOf(vector: readonly number[]): number {
  return vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * at(b, index), 0)
}

function productOf(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector))
}

function at(vector: readonly number[], index: number): number {
  return vector[index] ?? 0
}

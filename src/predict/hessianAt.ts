import type { Objective } from './maximise.js'

const smallStep = 1e-4

/** The second derivatives of a function at a point: central differences of its slopes, made symmetric. */
export function hessianAt(objective: Objective, point: readonly number[]): number[][] {
  const rows = point.map((_, moved) => {
    const slopesAt = (step: number) =>
      objective(point.map((value, index) => (index === moved ? value + step : value))).gradient
    const [above, below] = [slopesAt(smallStep), slopesAt(-smallStep)]
    return above.map((slope, index) => (slope - (below[index] ?? 0)) / (2 * smallStep))
  })
  return rows.map((row, i) => row.map((value, j) => (value + (rows[j]?.[i] ?? 0)) / 2))
}

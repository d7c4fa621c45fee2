import { hessianAt } from './hessianAt.js'
import type { Objective } from './maximise.js'
import { spectrumOf } from './spectrumOf.js'

/** What the second derivatives at a summit say. */
export interface Curvature {
  /** Their eigenvalues, smallest first; null where they are not finite. */
  hessianEigenvalues: number[] | null
  /** Largest over smallest by size; null where one is 0. */
  conditionNumber: number | null
  /** Standard errors of the parameters themselves; null unless the summit is a peak. */
  standardErrors: Record<string, number> | null
}

/** The curvature at a summit of a sum of `size` units whose mean was maximised. */
export function curvatureAt(
  objective: Objective,
  point: readonly number[],
  names: readonly string[],
  size: number,
): Curvature {
  const hessian = hessianAt(objective, point).map((row) => row.map((value) => value * size))
  if (!hessian.flat().every(Number.isFinite)) {
    return { hessianEigenvalues: null, conditionNumber: null, standardErrors: null }
  }
  const { values, inverseDiagonal } = spectrumOf(hessian)
  const sizes = values.map(Math.abs)
  const smallest = Math.min(...sizes)
  const isPeak = (values.at(-1) ?? 0) < 0 && inverseDiagonal !== null
  return {
    hessianEigenvalues: values,
    conditionNumber: smallest === 0 ? null : Math.max(...sizes) / smallest,
    standardErrors: isPeak
      ? Object.fromEntries(
          names.map((name, index) => [name, Math.exp(point[index] ?? 0) * Math.sqrt(-(inverseDiagonal[index] ?? 0))]),
        )
      : null,
  }
}

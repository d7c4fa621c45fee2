import type { DecimalInput } from '../../measurement.js'

/** Name of a scheme of grades. */
export type GradeSchemeName = 'halfOpen' | 'rounded' | 'servicenow' | 'mooncampClosed'

/** Cuts of the colours. */
export interface GradeCuts {
  /** Amber from here. */
  readonly amber: DecimalInput
  /** Green from here. */
  readonly green: DecimalInput
  /** Decimals to which a score is rounded first, half up; default not at all. */
  readonly decimals?: number | undefined
}

/** A scheme by name, or cuts of one's own. */
export type GradeScheme = GradeSchemeName | GradeCuts

/**
 * The schemes of grades of this library and of known tables.
 *
 * Tables with bands 0.0–0.3, 0.4–0.6, 0.7–1.0 have gaps, which `rounded` closes as they do: by rounding first.
 *
 * @example
 * ```ts
 * import { gradeSchemes } from 'retention-okr/okr'
 *
 * gradeSchemes.servicenow // => { amber: 0.75, green: 0.9 }
 * ```
 * @since 0.1.0
 */
export const gradeSchemes: { readonly [name in GradeSchemeName]: GradeCuts } = {
  halfOpen: { amber: 0.4, green: 0.7 },
  rounded: { amber: 0.4, green: 0.7, decimals: 1 },
  servicenow: { amber: 0.75, green: 0.9 },
  mooncampClosed: { amber: 0.5, green: 1 },
}

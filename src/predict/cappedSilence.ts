/** Whole days of a silence. */
export interface CappedSilence {
  /** The days; null where they never end. */
  silenceDays: number | null
  /** Whether the cap comes first. */
  capped: boolean
}

/** Days of silence rounded up, at most the cap. */
export function cappedSilence(days: number | null, capDays: number | null): CappedSilence {
  const whole = days === null ? null : Math.ceil(days)
  if (capDays !== null && (whole === null || whole > capDays)) return { silenceDays: capDays, capped: true }
  return { silenceDays: whole, capped: false }
}
